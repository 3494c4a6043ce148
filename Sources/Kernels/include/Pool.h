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

/// Calls body(argument, thread) once on each thread, 0 being the caller's, and waits for all.
void pool_run(Pool *_Nonnull pool, void (*_Nonnull body)(void *_Nullable argument, int32_t thread),
              void *_Nullable argument);

/// Runs the steps in order, the units of each spread over the threads; contexts has one entry for
/// each thread. No step begins before the one it may depend on has ended on all threads.
void pool_run_steps(Pool *_Nonnull pool, const Step *_Nonnull steps, ptrdiff_t count,
                    const Context *_Nonnull contexts);

/// Calls body(argument, i) for every i in [0, count), on up to `threads` threads of its own; an
/// index goes to whichever thread is free.
void parallel_for(int32_t count, int32_t threads,
                  void (*_Nonnull body)(void *_Nullable argument, int32_t index),
                  void *_Nullable argument);
#endif
