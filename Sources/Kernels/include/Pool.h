// Threads for the steps of a program. Not in wasm, which has one thread.
#pragma once
#ifndef __wasm__
#include "Step.h"

/// Threads that wait for work; used by one caller at a time.
typedef struct Pool Pool;

/// Starts `threads` - 1 threads; the caller is the remaining one. Null if they cannot be had.
Pool *_Nullable pool_create(int32_t threads);

/// Ends the threads.
void pool_destroy(Pool *_Nonnull pool);

/// Runs the steps in order, the units of each spread over the threads; contexts has one entry for
/// each thread. No step begins before the one before it has ended on all threads, unless it
/// `sharesRows` with it.
void pool_run_steps(Pool *_Nonnull pool, const Step *_Nonnull steps, ptrdiff_t count,
                    const Context *_Nonnull contexts);

/// Calls body(argument, i) for every i in [0, count), on up to `threads` threads of its own; an
/// index goes to whichever thread is free.
void parallel_for(int32_t count, int32_t threads,
                  void (*_Nonnull body)(void *_Nullable argument, int32_t index),
                  void *_Nullable argument);
#endif
