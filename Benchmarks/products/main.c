// Products of matrices on one core: GFLOP/s beside the peak of multiplications and additions.
//
//     products 64x784x256:NN 784x64x256:TN ...
//
// A shape is rows x depth x columns, with A or B read transposed (T). Each line has the shape and
// the best and the median of the rounds, in GFLOP/s; the first line is the peak. Time is that of
// the thread alone, so a busy machine spoils less.
#include "Kernels.h"
#include "peak.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#pragma clang fp contract(off)

#ifndef ROUNDS
#define ROUNDS 15
#endif
#ifndef SECONDS_PER_ROUND
#define SECONDS_PER_ROUND 0.002
#endif

#if defined(__x86_64__)
PEAK(peak_16, 16, __attribute__((target("avx512f,avx512vl"), min_vector_width(512))))
PEAK(peak_8, 8, __attribute__((target("avx2"))))
#endif
PEAK(peak_4, 4, )

static int lanes(const KernelTable *table) {
  return !strcmp(table->name, "AVX-512") ? 16 : !strcmp(table->name, "AVX2") ? 8 : 4;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

// What is measured: called over and over.
typedef struct Work {
  const KernelTable *table;
  Step step;
  Context context;
  double operations;  // of one call
} Work;

static volatile float sink;

static void run_peak(const Work *work) {
  const int64_t rounds = 2000;
#if defined(__x86_64__)
  if (lanes(work->table) == 16) sink = peak_16(rounds);
  else if (lanes(work->table) == 8) sink = peak_8(rounds);
  else
#endif
  sink = peak_4(rounds);
}

static void run_product(const Work *work) {
  work->table->matmul(&work->step, &work->context, 0, 1);
}

static int ascending(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void report(const char *name, const Work *work, void (*run)(const Work *)) {
  double rates[ROUNDS];
  int64_t calls = 1;
  for (int round = -1; round < ROUNDS; round++) {  // the first finds out how many calls to do
    const double start = now();
    for (int64_t i = 0; i < calls; i++) run(work);
    const double seconds = now() - start;
    if (round >= 0) rates[round] = work->operations * (double)calls / seconds * 1e-9;
    else if (seconds < SECONDS_PER_ROUND && calls < 1 << 20) calls *= 2, round--;
  }
  qsort(rates, ROUNDS, sizeof *rates, ascending);
  printf("%s %.1f %.1f\n", name, rates[ROUNDS - 1], rates[ROUNDS / 2]);
  fflush(stdout);
}

static float *matrix(int64_t count) {
  float *all = aligned_alloc(64, (size_t)(count + 31) / 16 * 64);
  for (int64_t i = 0; all && i < count; i++) all[i] = (float)(i % 17) * 0.125f - 1;
  return all;
}

static int measure(const KernelTable *table, const char *shape, float *scratch) {
  int rows, depth, columns;
  char a, b;
  if (sscanf(shape, "%dx%dx%d:%c%c", &rows, &depth, &columns, &a, &b) != 5) return 0;
  float *left = matrix((int64_t)rows * depth), *right = matrix((int64_t)depth * columns);
  float *bias = matrix(columns), *out = matrix((int64_t)rows * columns);
  int32_t nonFinite = 0;
  const Work work = {
      .table = table,
      .step = {.out = out, .a = left, .b = right, .start = bias, .rows = rows, .columns = columns,
               .depth = depth, .units = 1, .transposeA = a == 'T', .transposeB = b == 'T',
               .sumStart = startZero},
      .context = {.scratch = scratch, .nonFinite = &nonFinite},
      .operations = 2.0 * rows * depth * columns};
  report(shape, &work, run_product);
  free(left), free(right), free(bias), free(out);
  return 1;
}

int main(int count, char **arguments) {
  const KernelTable *table = kernel_table_best();
  float *scratch = matrix(SCRATCH_COUNT);
  const Work peak = {.table = table, .operations = 2.0 * 2000 * CHAIN_COUNT * lanes(table)};
  printf("kernels %s\n", table->name);
  report("peak", &peak, run_peak);
  for (int i = 1; i < count; i++) {
    if (measure(table, arguments[i], scratch)) continue;
    fprintf(stderr, "products: '%s' is no shape such as 64x784x256:NN\n", arguments[i]);
    return 1;
  }
  report("peak", &peak, run_peak);
}
