// The instances of the kernels, and which of them this CPU can run.
//
// Swift has no way to compile one function for several instruction sets and choose at run time; C
// has, and that is why the kernels are in C.
#include "Kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// a * b + c is two roundings, here and in every other language this could be written in.
#pragma clang fp contract(off)
// Vectors wider than a register are only passed to functions that are part of their caller.
#pragma clang diagnostic ignored "-Wpsabi"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define SUFFIX _avx2
#define INSTANCE_NAME "AVX2"
#define VW 8
#define TILE_ROWS 6
#define TILE_VECTORS 2
#define WIDE_LANES 32
#include "kernel_source.h"
#pragma clang attribute pop

// One vector of columns and many rows: then the element of A is a broadcast operand in memory.
#pragma clang attribute push(                                                  \
    __attribute__((target("avx512f,avx512vl,avx512dq,avx512bw"), min_vector_width(512))), \
    apply_to = function)
#define SUFFIX _avx512
#define INSTANCE_NAME "AVX-512"
#define VW 16
#define TILE_ROWS 14
#define TILE_VECTORS 1
#define WIDE_LANES 32
#define NARROW_SUFFIX _avx2
#include "kernel_source.h"
#pragma clang attribute pop
#endif

// What four floats mean to the target: SSE2, NEON, SIMD of wasm, or scalars where there is none.
#if defined(__x86_64__)
#define INSTANCE_NAME "SSE2"
#elif defined(__aarch64__)
#define INSTANCE_NAME "NEON"
#else
#define INSTANCE_NAME "wasm"
#endif
#define SUFFIX _four
#define VW 4
#if defined(__wasm__)
#define TILE_ROWS 4
#define WIDE_LANES 4
#else
#define TILE_ROWS 6
#define WIDE_LANES 16
#endif
#define TILE_VECTORS 2
#include "kernel_source.h"

#if defined(__x86_64__)
static const KernelTable *const tables[] = {&table_avx512, &table_avx2, &table_four};

static int32_t fastest(void) {
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("avx2")) return 2;
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl")
              && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw")
          ? 0 : 1;
}
#else
static const KernelTable *const tables[] = {&table_four};

static int32_t fastest(void) { return 0; }
#endif

const KernelTable *kernel_table_best(void) { return tables[fastest()]; }

const KernelTable *kernel_table(int32_t index) {
  const int32_t count = (int32_t)(sizeof tables / sizeof *tables), i = fastest() + index;
  return index >= 0 && i < count ? tables[i] : 0;
}
