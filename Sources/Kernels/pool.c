// Threads that take part in the steps of programs: started once, they spin shortly and then sleep.
//
// The units of a step are dealt out as one share for each thread. A thread takes its own share in
// ever smaller bites, then what is left of the others'. So a thread whose core is busy elsewhere
// holds up nobody, and while none is, each finds the rows of the step before in its own cache.
#ifndef __wasm__
#include "Pool.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

// About 20 microseconds: longer than the time between two runs of a training loop, and shorter than
// anybody notices who shares the machine.
#define SPINS_BEFORE_SLEEP 1000

// Units of a step that one thread should do, in a cache line of its own.
typedef struct Share {
  _Alignas(64) atomic_ullong next;  // the number of the part in the upper half, the next unit below
  atomic_uint end;
} Share;

struct Pool {
  int32_t threads;
  atomic_bool ends;
  // The current part: steps that are done unit by unit without waiting in between.
  const Step *steps;
  ptrdiff_t count;
  const Context *contexts;
  atomic_bool isChain;
  uint32_t units;
  _Alignas(64) atomic_uint part;  // counts the parts; what the workers wait for
  atomic_int sleepers;
  _Alignas(64) atomic_uint finished;  // units of the current part
  atomic_bool callerSleeps;
  _Alignas(64) pthread_mutex_t mutex;  // for those who sleep
  pthread_cond_t wake, done;
  pthread_t *workers;
  Share shares[];
};

typedef struct Worker {
  Pool *pool;
  int32_t thread;
} Worker;

static inline void relax(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

// MARK: - Taking units

typedef struct Bite { uint32_t first, last; } Bite;

// Most of what is left, so that there is something to take over from a slow thread, and yet enough at
// a time for a product to pack; of a chain all, as it runs through the same weights for each bite.
static inline uint32_t bite_size(const Pool *pool, uint32_t left) {
  return atomic_load_explicit(&pool->isChain, memory_order_relaxed) ? left : left - left / 4;
}

// Takes units of part `part` from a share. Once that has succeeded, the part cannot end before they
// are done, and what the pool says about it stays.
static bool take(Pool *pool, Share *share, uint32_t part, Bite *bite) {
  unsigned long long next = atomic_load_explicit(&share->next, memory_order_acquire);
  while ((uint32_t)(next >> 32) == part) {
    const uint32_t first = (uint32_t)next;
    const uint32_t end = atomic_load_explicit(&share->end, memory_order_acquire);
    if (first >= end) return false;
    const uint32_t size = bite_size(pool, end - first);
    if (atomic_compare_exchange_weak_explicit(&share->next, &next, next + size,
                                              memory_order_acq_rel, memory_order_acquire)) {
      *bite = (Bite){first, first + size};
      return true;
    }
  }
  return false;
}

static void finish(Pool *pool, uint32_t units) {
  const uint32_t all = pool->units;
  if (atomic_fetch_add(&pool->finished, units) + units < all) return;
  if (!atomic_load(&pool->callerSleeps)) return;
  pthread_mutex_lock(&pool->mutex);
  pthread_cond_signal(&pool->done);
  pthread_mutex_unlock(&pool->mutex);
}

static void take_part(Pool *pool, int32_t thread, uint32_t part) {
  Bite bite;
  for (int32_t i = 0; i < pool->threads; i++) {
    Share *share = &pool->shares[(thread + i) % pool->threads];
    while (take(pool, share, part, &bite)) {
      for (const Step *step = pool->steps; step < pool->steps + pool->count; step++)
        step->run(step, pool->contexts + thread, bite.first, bite.last);
      finish(pool, bite.last - bite.first);
    }
  }
}

// MARK: - The workers

// The number of the part that is on, if it is not `seen`.
static uint32_t wait_for_part(Pool *pool, uint32_t seen) {
  uint32_t part;
  for (int32_t spins = 0; spins < SPINS_BEFORE_SLEEP; spins++) {
    if ((part = atomic_load_explicit(&pool->part, memory_order_acquire)) != seen) return part;
    relax();
  }
  pthread_mutex_lock(&pool->mutex);
  atomic_fetch_add(&pool->sleepers, 1);
  while ((part = atomic_load(&pool->part)) == seen) pthread_cond_wait(&pool->wake, &pool->mutex);
  atomic_fetch_sub(&pool->sleepers, 1);
  pthread_mutex_unlock(&pool->mutex);
  return part;
}

static void *work(void *argument) {
  const Worker worker = *(Worker *)argument;
  free(argument);
  Pool *pool = worker.pool;
  for (uint32_t part = 0;;) {
    part = wait_for_part(pool, part);
    if (atomic_load(&pool->ends)) return NULL;
    take_part(pool, worker.thread, part);
  }
}

static void call_workers(Pool *pool, uint32_t part) {
  atomic_store(&pool->part, part);
  if (!atomic_load(&pool->sleepers)) return;
  pthread_mutex_lock(&pool->mutex);
  pthread_cond_broadcast(&pool->wake);
  pthread_mutex_unlock(&pool->mutex);
}

static bool start_worker(Pool *pool, int32_t thread) {
  Worker *worker = malloc(sizeof *worker);
  if (!worker) return false;
  *worker = (Worker){pool, thread};
  if (pthread_create(&pool->workers[thread - 1], NULL, work, worker) == 0) return true;
  free(worker);
  return false;
}

Pool *pool_create(int32_t threads) {
  if (threads < 1) return NULL;
  Pool *pool = NULL;
  const size_t size = sizeof *pool + (size_t)threads * sizeof(Share);
  if (posix_memalign((void **)&pool, _Alignof(Pool), size)) return NULL;
  memset(pool, 0, size);
  pool->workers = calloc((size_t)threads, sizeof *pool->workers);
  pthread_mutex_init(&pool->mutex, NULL);
  pthread_cond_init(&pool->wake, NULL);
  pthread_cond_init(&pool->done, NULL);
  pool->threads = 1;
  for (int32_t i = 1; pool->workers && i < threads && start_worker(pool, i); i++)
    pool->threads++;
  if (pool->threads == threads) return pool;
  pool_destroy(pool);
  return NULL;
}

void pool_destroy(Pool *pool) {
  atomic_store(&pool->ends, true);
  call_workers(pool, atomic_load(&pool->part) + 1);
  for (int32_t i = 1; i < pool->threads; i++) pthread_join(pool->workers[i - 1], NULL);
  pthread_cond_destroy(&pool->wake);
  pthread_cond_destroy(&pool->done);
  pthread_mutex_destroy(&pool->mutex);
  free(pool->workers);
  free(pool);
}

// MARK: - The caller

// A worker that was put aside in the middle of its bite gets this core, which then is free.
static void wait_for_units(Pool *pool) {
  for (int32_t spins = 0; spins < SPINS_BEFORE_SLEEP; spins++) {
    if (atomic_load_explicit(&pool->finished, memory_order_acquire) == pool->units) return;
    relax();
  }
  pthread_mutex_lock(&pool->mutex);
  atomic_store(&pool->callerSleeps, true);
  while (atomic_load(&pool->finished) != pool->units)
    pthread_cond_wait(&pool->done, &pool->mutex);
  atomic_store(&pool->callerSleeps, false);
  pthread_mutex_unlock(&pool->mutex);
}

static void run_on_all(Pool *pool, const Step *steps, ptrdiff_t count) {
  const uint32_t units = (uint32_t)steps->units, threads = (uint32_t)pool->threads;
  const uint32_t part = atomic_load_explicit(&pool->part, memory_order_relaxed) + 1;
  pool->steps = steps;
  pool->count = count;
  atomic_store_explicit(&pool->isChain, count > 1, memory_order_relaxed);
  pool->units = units;
  atomic_store_explicit(&pool->finished, 0, memory_order_relaxed);
  for (uint32_t i = 0; i < threads; i++) {
    Share *share = &pool->shares[i];
    const uint32_t first = (uint32_t)((uint64_t)units * i / threads);
    const uint32_t end = (uint32_t)((uint64_t)units * (i + 1) / threads);
    // Closed until its end is known: a thread that comes late and sees the new end with what it read
    // of the old part fails to exchange it.
    atomic_store_explicit(&share->next, (unsigned long long)part << 32 | UINT32_MAX,
                          memory_order_relaxed);
    atomic_store_explicit(&share->end, end, memory_order_release);
    atomic_store_explicit(&share->next, (unsigned long long)part << 32 | first,
                          memory_order_release);
  }
  call_workers(pool, part);
  take_part(pool, 0, part);
  wait_for_units(pool);
}

void pool_run_steps(Pool *pool, const Step *steps, ptrdiff_t count, const Context *contexts) {
  pool->contexts = contexts;
  for (ptrdiff_t i = 0; i < count;) {
    ptrdiff_t end = i + 1;
    while (end < count && steps[end].sharesRows) end++;
    if (steps[i].units > 1) run_on_all(pool, steps + i, end - i);
    else for (ptrdiff_t j = i; j < end; j++) steps[j].run(steps + j, contexts, 0, 1);
    i = end;
  }
}

// MARK: - Loops over what is independent

typedef struct Loop {
  int32_t count;
  atomic_int next;
  void (*body)(void *argument, int32_t index);
  void *argument;
} Loop;

static void *run_indices(void *argument) {
  Loop *loop = argument;
  for (;;) {
    const int32_t index = atomic_fetch_add_explicit(&loop->next, 1, memory_order_relaxed);
    if (index >= loop->count) return NULL;
    loop->body(loop->argument, index);
  }
}

void parallel_for(int32_t count, int32_t threads, void (*body)(void *argument, int32_t index),
                  void *argument) {
  Loop loop = {.count = count, .body = body, .argument = argument};
  const int32_t most = threads < count ? threads : count;
  pthread_t *others = most > 1 ? malloc((size_t)(most - 1) * sizeof *others) : NULL;
  int32_t started = 0;  // fewer threads than wished for only make it slower
  while (others && started < most - 1
         && pthread_create(&others[started], NULL, run_indices, &loop) == 0)
    started++;
  run_indices(&loop);
  for (int32_t i = 0; i < started; i++) pthread_join(others[i], NULL);
  free(others);
}
#endif
