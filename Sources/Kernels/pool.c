// Threads that wait for the steps of programs: started once, they spin shortly and then sleep.
#ifndef __wasm__
#include "Pool.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>

// About 20 microseconds: longer than the time between two runs of a training loop, and shorter than
// anybody notices who shares the machine.
#define SPINS_BEFORE_SLEEP 1000
// Within a run the others are at work; if they do not come, their cores are taken by others.
#define SPINS_BEFORE_YIELD 500

struct Pool {
  int32_t threads;
  void (*body)(void *argument, int32_t thread);
  void *argument;
  bool ends;
  atomic_uint generation;  // counts the calls of pool_run; what sleepers wait for
  atomic_int unfinished;   // workers that have not ended this call
  atomic_uint arrived;     // threads at the barrier
  atomic_uint barriers;    // barriers passed
  pthread_mutex_t mutex;   // for the sleepers
  pthread_cond_t wake;
  pthread_t workers[];
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

static inline void wait_a_little(int32_t *spins) {
  if (++*spins < SPINS_BEFORE_YIELD) relax();
  else sched_yield();
}

// The number of the next call after `seen`.
static unsigned wait_for_call(Pool *pool, unsigned seen) {
  for (int32_t spins = 0; spins < SPINS_BEFORE_SLEEP; spins++) {
    if (atomic_load_explicit(&pool->generation, memory_order_acquire) != seen) return seen + 1;
    relax();
  }
  pthread_mutex_lock(&pool->mutex);
  while (atomic_load_explicit(&pool->generation, memory_order_acquire) == seen)
    pthread_cond_wait(&pool->wake, &pool->mutex);
  pthread_mutex_unlock(&pool->mutex);
  return seen + 1;
}

static void *work(void *argument) {
  Worker worker = *(Worker *)argument;
  free(argument);
  Pool *pool = worker.pool;
  for (unsigned seen = 0;;) {
    seen = wait_for_call(pool, seen);
    if (pool->ends) return NULL;
    pool->body(pool->argument, worker.thread);
    atomic_fetch_sub_explicit(&pool->unfinished, 1, memory_order_release);
  }
}

static void call_workers(Pool *pool) {
  pthread_mutex_lock(&pool->mutex);
  atomic_fetch_add_explicit(&pool->generation, 1, memory_order_release);
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
  Pool *pool = calloc(1, sizeof *pool + (size_t)threads * sizeof(pthread_t));
  if (!pool) return NULL;
  pthread_mutex_init(&pool->mutex, NULL);
  pthread_cond_init(&pool->wake, NULL);
  for (pool->threads = 1; pool->threads < threads; pool->threads++) {
    if (start_worker(pool, pool->threads)) continue;
    pool_destroy(pool);
    return NULL;
  }
  return pool;
}

void pool_destroy(Pool *pool) {
  pool->ends = true;
  call_workers(pool);
  for (int32_t i = 1; i < pool->threads; i++) pthread_join(pool->workers[i - 1], NULL);
  pthread_cond_destroy(&pool->wake);
  pthread_mutex_destroy(&pool->mutex);
  free(pool);
}

void pool_run(Pool *pool, void (*body)(void *argument, int32_t thread), void *argument) {
  pool->body = body;
  pool->argument = argument;
  atomic_store_explicit(&pool->unfinished, pool->threads - 1, memory_order_relaxed);
  call_workers(pool);
  body(argument, 0);
  int32_t spins = 0;
  while (atomic_load_explicit(&pool->unfinished, memory_order_acquire) > 0) wait_a_little(&spins);
}

static void wait_for_all(Pool *pool) {
  const unsigned passed = atomic_load_explicit(&pool->barriers, memory_order_acquire);
  const unsigned all = (unsigned)pool->threads;
  if (atomic_fetch_add_explicit(&pool->arrived, 1, memory_order_acq_rel) == all - 1) {
    atomic_store_explicit(&pool->arrived, 0, memory_order_relaxed);
    atomic_fetch_add_explicit(&pool->barriers, 1, memory_order_release);
    return;
  }
  int32_t spins = 0;
  while (atomic_load_explicit(&pool->barriers, memory_order_acquire) == passed)
    wait_a_little(&spins);
}

typedef struct StepList {
  Pool *pool;
  const Step *steps;
  ptrdiff_t count;
  const Context *contexts;
} StepList;

// Steps of one unit follow each other on thread 0 without a barrier between them.
static void run_part(void *argument, int32_t thread) {
  const StepList *list = argument;
  const Context *context = list->contexts + thread;
  const ptrdiff_t threads = list->pool->threads;
  bool wasSplit = false;
  for (ptrdiff_t i = 0; i < list->count; i++) {
    const Step *step = list->steps + i;
    const bool isSplit = step->units > 1;
    if (i > 0 && (isSplit || wasSplit)) wait_for_all(list->pool);
    wasSplit = isSplit;
    if (isSplit) {
      const ptrdiff_t first = step->units * thread / threads;
      const ptrdiff_t last = step->units * (thread + 1) / threads;
      if (first < last) step->run(step, context, first, last);
    } else if (thread == 0) {
      step->run(step, context, 0, 1);
    }
  }
}

void pool_run_steps(Pool *pool, const Step *steps, ptrdiff_t count, const Context *contexts) {
  StepList list = {pool, steps, count, contexts};
  pool_run(pool, run_part, &list);
}

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
