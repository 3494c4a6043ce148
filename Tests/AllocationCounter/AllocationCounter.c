// The functions of the heap in place of the library's: an executable's own come first.
#include "AllocationCounter.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>

#ifdef __GLIBC__
static _Thread_local int64_t taken, given;

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
void __libc_free(void *block);

static void *counted(void *block) {
  taken += block != NULL;
  return block;
}

void *malloc(size_t size) { return counted(__libc_malloc(size)); }

void *calloc(size_t count, size_t size) { return counted(__libc_calloc(count, size)); }

void *realloc(void *block, size_t size) {
  void *moved = __libc_realloc(block, size);
  if (moved != NULL) {
    taken += 1;
    given += block != NULL;
  }
  return moved;
}

void *aligned_alloc(size_t alignment, size_t size) {
  return counted(__libc_memalign(alignment, size));
}

void *memalign(size_t alignment, size_t size) { return counted(__libc_memalign(alignment, size)); }

int posix_memalign(void **block, size_t alignment, size_t size) {
  void *found = counted(__libc_memalign(alignment, size));
  if (found == NULL) return ENOMEM;
  *block = found;
  return 0;
}

void free(void *block) {
  given += block != NULL;
  __libc_free(block);
}

int64_t allocations_of_thread(void) { return taken; }
int64_t blocks_held_by_thread(void) { return taken - given; }
#else
int64_t allocations_of_thread(void) { return -1; }
int64_t blocks_held_by_thread(void) { return 0; }
#endif
