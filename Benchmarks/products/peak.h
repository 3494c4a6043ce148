// The most multiplications and additions a core can do: fourteen chains that stay in registers.
#pragma once
#include <stdint.h>

// As many chains as hide the latency of both, and as few as sixteen registers hold.
#define CHAIN_COUNT 14

// Every round does CHAIN_COUNT multiplications and as many additions, `width` lanes each. The chains
// stay at 1, which the compiler is kept from seeing.
#define PEAK(name, width, attributes)                                                        \
  attributes static float name(int64_t rounds) {                                             \
    typedef float Lanes __attribute__((ext_vector_type(width)));                             \
    Lanes half = (Lanes)(0.5f), chains[CHAIN_COUNT];                                         \
    for (int i = 0; i < CHAIN_COUNT; i++) chains[i] = half + half;                           \
    __asm__ volatile("" : "+x"(half));                                                       \
    for (int64_t round = 0; round < rounds; round++) {                                       \
      _Pragma("clang loop unroll(full)")                                                     \
      for (int i = 0; i < CHAIN_COUNT; i++) chains[i] = chains[i] * half + half;             \
    }                                                                                        \
    float sum = 0;                                                                           \
    for (int i = 0; i < CHAIN_COUNT; i++) sum += chains[i][0];                               \
    return sum;                                                                              \
  }
