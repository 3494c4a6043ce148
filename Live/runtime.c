// What Embedded Swift needs of a C library in wasm: an allocator, memcmp, 128-bit multiplication.
//
// The allocator keeps one list of free blocks for each power of two. Blocks come from the end of
// the linear memory and never return to it: a figure that is drawn again and again takes the same
// blocks again and again.

#include <stddef.h>
#include <stdint.h>

// Where the linker's data ends; the first byte that is ours.
extern unsigned char __heap_base;

// In front of each block lies its header: the exponent of its size, or, for a block that was moved
// up to meet an alignment, MOVED and the distance back to the start.
#define HEADER 16
#define MOVED 0x80000000u
#define SMALLEST 4
#define LARGEST 30
#define PAGE_BITS 16
// Memory grows by at least its own size, up to this many pages (16 MiB), so that it grows rarely.
#define MOST_PAGES_AHEAD 256
#define OUT_OF_MEMORY 12

typedef struct Block { struct Block *next; } Block;

static Block *free_blocks[LARGEST + 1];
static uintptr_t heap_end;

static uintptr_t *header(uintptr_t block) { return (uintptr_t *)block - 1; }

static int reserve(uintptr_t end) {
  uintptr_t pages = __builtin_wasm_memory_size(0);
  if (end <= pages << PAGE_BITS) return 1;
  uintptr_t needed = (end - (pages << PAGE_BITS) + (1 << PAGE_BITS) - 1) >> PAGE_BITS;
  uintptr_t ahead = pages < MOST_PAGES_AHEAD ? pages : MOST_PAGES_AHEAD;
  return __builtin_wasm_memory_grow(0, needed > ahead ? needed : ahead) != (size_t)-1
      || __builtin_wasm_memory_grow(0, needed) != (size_t)-1;
}

// A block of 2^exponent bytes, aligned to 16; 0 if there is no memory left.
static uintptr_t take(unsigned exponent) {
  Block *reused = free_blocks[exponent];
  if (reused) {
    free_blocks[exponent] = reused->next;
    return (uintptr_t)reused;
  }
  if (!heap_end) heap_end = ((uintptr_t)&__heap_base + 15) & ~(uintptr_t)15;
  uintptr_t block = heap_end + HEADER, end = block + ((uintptr_t)1 << exponent);
  if (end < block || !reserve(end)) return 0;
  heap_end = end;
  *header(block) = exponent;
  return block;
}

int posix_memalign(void **result, size_t alignment, size_t size) {
  size_t slack = alignment > 16 ? alignment : 0, total = size + slack;
  if (total < size || total > (size_t)1 << LARGEST) return OUT_OF_MEMORY;
  unsigned exponent = SMALLEST;
  while ((size_t)1 << exponent < total) exponent++;
  uintptr_t block = take(exponent);
  if (!block) return OUT_OF_MEMORY;
  if (slack) {
    uintptr_t moved = (block + alignment - 1) & ~(uintptr_t)(alignment - 1);
    if (moved != block) *header(moved) = MOVED | (moved - block);
    block = moved;
  }
  *result = (void *)block;
  return 0;
}

void free(void *pointer) {
  if (!pointer) return;
  uintptr_t block = (uintptr_t)pointer;
  if (*header(block) & MOVED) block -= *header(block) & ~MOVED;
  Block *freed = (Block *)block;
  unsigned exponent = (unsigned)*header(block);
  freed->next = free_blocks[exponent];
  free_blocks[exponent] = freed;
}

int memcmp(const void *left, const void *right, size_t count) {
  const unsigned char *a = left, *b = right;
  for (size_t i = 0; i < count; i++) {
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return 0;
}

// The 128-bit product, which the compiler calls for where wasm has no instruction: the four
// products of 32-bit halves for the low words, and the crossed products modulo 2^64 above them.
__int128 __multi3(__int128 left, __int128 right) {
  uint64_t a = (uint64_t)left, b = (uint64_t)right;
  uint64_t a_low = (uint32_t)a, a_high = a >> 32, b_low = (uint32_t)b, b_high = b >> 32;
  uint64_t low = a_low * b_low;
  uint64_t middle = a_high * b_low + (low >> 32);
  uint64_t other = a_low * b_high + (uint32_t)middle;
  uint64_t high = a_high * b_high + (middle >> 32) + (other >> 32)
      + (uint64_t)((unsigned __int128)left >> 64) * b + a * (uint64_t)((unsigned __int128)right >> 64);
  uint64_t words[2] = {(other << 32) | (uint32_t)low, high};
  __int128 product;
  __builtin_memcpy(&product, words, sizeof product);
  return product;
}
