// Reductions of rows and columns: sums over the batch, softmax.

// Sums of one or two vectors of columns: 4 chains by row mod 4.
INLINE void NAME(sum_vectors)(const int vectors, const float *a, ptrdiff_t rows, ptrdiff_t lanes,
                              ptrdiff_t stride, float *out) {
  V sums[4][2];
  UNROLL for (int q = 0; q < 4; q++) sums[q][0] = sums[q][1] = SPLAT(0);
  ptrdiff_t i = 0;
  for (; i + 4 <= rows; i += 4, a += 4 * stride)
    UNROLL for (int q = 0; q < 4; q++)
      UNROLL for (int v = 0; v < vectors; v++)
        sums[q][v] += NAME(load)(a + q * stride + v * VW, lanes);
  for (int q = 0; i < rows; i++, q++, a += stride)
    UNROLL for (int v = 0; v < vectors; v++) sums[q][v] += NAME(load)(a + v * VW, lanes);
  UNROLL for (int v = 0; v < vectors; v++)
    NAME(store)(out + v * VW, (sums[0][v] + sums[2][v]) + (sums[1][v] + sums[3][v]), lanes);
}

// Sums of `columns` columns whose rows lie `stride` apart; two vectors of 8 are a line of the cache.
INLINE void NAME(sum_columns)(const float *a, ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t stride,
                              float *out) {
  ptrdiff_t i = 0;
  for (; i + 2 * VW <= columns; i += 2 * VW)
    NAME(sum_vectors)(2, a + i, rows, VW, stride, out + i);
  FOR_VECTORS(j, lanes, i, columns) NAME(sum_vectors)(1, a + j, rows, lanes, stride, out + j);
}

// A single column is a row of numbers: the chains are the lanes of one short vector.
INLINE float NAME(sum_column)(const float *a, ptrdiff_t rows) {
  float sums[4] = {0, 0, 0, 0};
  ptrdiff_t i = 0;
  for (; i + 4 <= rows; i += 4)
    UNROLL for (int q = 0; q < 4; q++) sums[q] += a[i + q];
  for (int q = 0; i < rows; i++, q++) sums[q] += a[i];
  return (sums[0] + sums[2]) + (sums[1] + sums[3]);
}

static void NAME(sum_rows)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) {
  (void)context;
  const ptrdiff_t from = first * COLUMNS_PER_UNIT, end = last * COLUMNS_PER_UNIT,
                  to = s->units > 1 && end < s->columns ? end : s->columns;
  if (s->columns == 1) s->out[0] = NAME(sum_column)(s->a, s->rows);
  else NAME(sum_columns)(s->a + from, s->rows, to - from, s->columns, s->out + from);
}

// The units are rows, a single unit is all of them.
static void NAME(copy_rows)(const Step *s, const Context *context, ptrdiff_t first,
                            ptrdiff_t last) {
  (void)context;
  const ptrdiff_t end = s->units > 1 ? last : s->rows;
  for (ptrdiff_t r = first; r < end; r++) {
    const float *a = s->a + r * s->strides.a;
    float *out = s->out + r * s->strides.out;
    FOR_VECTORS(i, lanes, 0, s->columns) NAME(store)(out + i, NAME(load)(a + i, lanes), lanes);
  }
}

INLINE float NAME(sum_row)(const float *row, ptrdiff_t n) {
  Lanes sums = NAME(lanes_of)(0);
  FOR_VECTORS(i, count, 0, n) NAME(add_to_lanes)(&sums, i / VW, NAME(load)(row + i, count), count);
  return NAME(sum_of_lanes)(&sums);
}

// [rows, depth, columns] summed over depth and divided by s0; the units are rows.
static void NAME(sum_axis)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) {
  (void)context;
  const ptrdiff_t n = s->columns, depth = s->depth, end = s->units > 1 ? last : s->rows;
  for (ptrdiff_t r = first; r < end; r++) {
    const float *a = s->a + r * depth * n;
    float *out = s->out + r * n;
    if (n == 1) out[0] = NAME(sum_row)(a, depth);
    else NAME(sum_columns)(a, depth, n, n, out);
    FOR_VECTORS(j, lanes, 0, n)
      NAME(store)(out + j, NAME(load)(out + j, lanes) / SPLAT(s->s0), lanes);
  }
}

INLINE float NAME(largest)(const float *row, ptrdiff_t n) {
  Lanes lanes = NAME(lanes_of)(-__builtin_inff());
  FOR_VECTORS(i, count, 0, n) {
    V *part = &lanes.part[i / VW % LANE_VECTORS];
    const V x = NAME(load)(row + i, count);
    *part = NAME(maximum)(count == VW ? x : NAME(keep_first)(x, count, -__builtin_inff()), *part);
  }
  return NAME(maximum_of_lanes)(&lanes);
}

// y = exp((x - largest) factor / divisor), and the sum of them; a constant 1 costs nothing.
INLINE float NAME(exp_row_scaled)(const float *x, float *y, ptrdiff_t n, V factor, V divisor) {
  const V largest = (V)(NAME(largest)(x, n));
  Lanes sums = NAME(lanes_of)(0);
  FOR_VECTORS(i, count, 0, n) {
    const V e = NAME(exp_v)((NAME(load)(x + i, count) - largest) * factor / divisor);
    NAME(store)(y + i, e, count);
    NAME(add_to_lanes)(&sums, i / VW, e, count);
  }
  return NAME(sum_of_lanes)(&sums);
}

// y = exp(x - largest), and the sum of them.
INLINE float NAME(exp_row)(const float *x, float *y, ptrdiff_t n) {
  return NAME(exp_row_scaled)(x, y, n, SPLAT(1), SPLAT(1));
}

// y = exp((x - largest) / temperature) / sum; the units are rows, a single unit is all of them.
static void NAME(softmax)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) {
  (void)context;
  const ptrdiff_t n = s->columns, end = s->units > 1 ? last : s->rows;
  for (ptrdiff_t r = first; r < end; r++) {
    float *y = s->out + r * n;
    const float *x = s->a + r * n;
    const V sum = (V)(s->s0 == 1 ? NAME(exp_row)(x, y, n)
                                 : NAME(exp_row_scaled)(x, y, n, SPLAT(1), (V)(s->s0)));
    FOR_VECTORS(i, lanes, 0, n) NAME(store)(y + i, NAME(load)(y + i, lanes) / sum, lanes);
  }
}

// dx = y (dy - sum of dy y) / temperature
static void NAME(softmax_gradient)(const Step *s, const Context *context, ptrdiff_t first,
                                   ptrdiff_t last) {
  (void)context;
  const ptrdiff_t n = s->columns, end = s->units > 1 ? last : s->rows;
  for (ptrdiff_t r = first; r < end; r++) {
    const float *dy = s->a + r * n, *y = s->b + r * n;
    Lanes sums = NAME(lanes_of)(0);
    FOR_VECTORS(i, count, 0, n)
      NAME(add_to_lanes)(&sums, i / VW, NAME(load)(dy + i, count) * NAME(load)(y + i, count),
                         count);
    const V sum = (V)(NAME(sum_of_lanes)(&sums));
    FOR_VECTORS(i, lanes, 0, n)
      NAME(store)(s->out + r * n + i,
                  NAME(load)(y + i, lanes) * (NAME(load)(dy + i, lanes) - sum) / (V)(s->s0), lanes);
  }
}
