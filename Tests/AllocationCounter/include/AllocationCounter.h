// Counts what the calling thread takes from the heap, for tests.
#pragma once
#include <stdint.h>

/// Blocks that this thread has taken so far, whether given back or not; -1 where nobody counts, on
/// systems without glibc.
int64_t allocations_of_thread(void);

/// Blocks that this thread has taken less those that it has given back; 0 where nobody counts.
int64_t blocks_held_by_thread(void);
