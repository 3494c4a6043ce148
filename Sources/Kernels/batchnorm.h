// Batch normalisation: each column of [rows, columns] by its own mean and variance.
//
// A sum over rows is summed in blocks of ROWS_PER_BLOCK, each in 4 lanes by row mod 4, then
// (0 + 2) + (1 + 3); the sums of the blocks are one chain, ascending.

INLINE V NAME(inverse_deviation)(V variance, float epsilon) {
  return SPLAT(1) / __builtin_elementwise_sqrt(variance + SPLAT(epsilon));
}

// The function that goes with the step, on the rows just stored.
INLINE void NAME(apply_block)(const Step *s, ptrdiff_t from, ptrdiff_t to) {
  const ptrdiff_t at = from * s->columns;
  if (s->function != functionNone)
    NAME(apply_elements)(s->function, s->out + at, s->out + at, s->other ? s->other + at : 0,
                         (to - from) * s->columns, s->s0);
}

// x, or the square of its distance from the mean if there is one; units are blocks.
static void NAME(moment_units)(const Step *s, ptrdiff_t first, ptrdiff_t last) {
  const ptrdiff_t columns = s->columns;
  for (ptrdiff_t block = first; block < last; block++) {
    const ptrdiff_t from = block * ROWS_PER_BLOCK, end = from + ROWS_PER_BLOCK;
    const ptrdiff_t to = end < s->rows ? end : s->rows;
    FOR_VECTORS(j, lanes, 0, columns) {
      const V mean = s->start ? NAME(load)(s->start + j, lanes) : SPLAT(0);
      V sums[4] = {SPLAT(0), SPLAT(0), SPLAT(0), SPLAT(0)};
#define ADD_MOMENT(q, i)                                                          \
  {                                                                               \
    const V x = NAME(load)(s->a + (i) * columns + j, lanes), distance = x - mean; \
    sums[q] += s->start ? distance * distance : x;                                \
  }
      ptrdiff_t i = from;
      for (; i + 4 <= to; i += 4) UNROLL for (int q = 0; q < 4; q++) ADD_MOMENT(q, i + q)
      for (int q = 0; i < to; i++, q++) ADD_MOMENT(q, i)
      NAME(store)(s->out + block * columns + j, (sums[0] + sums[2]) + (sums[1] + sums[3]), lanes);
    }
  }
}

// Sums of dy, and of dy times the normalised x, [blocks, 2, columns]; `start` is mean and variance.
static void NAME(slope_units)(const Step *s, ptrdiff_t first, ptrdiff_t last) {
  const ptrdiff_t columns = s->columns;
  for (ptrdiff_t block = first; block < last; block++) {
    const ptrdiff_t from = block * ROWS_PER_BLOCK, end = from + ROWS_PER_BLOCK;
    const ptrdiff_t to = end < s->rows ? end : s->rows;
    float *out = s->out + block * 2 * columns;
    FOR_VECTORS(j, lanes, 0, columns) {
      const V mean = NAME(load)(s->start + j, lanes);
      const V share = NAME(inverse_deviation)(NAME(load)(s->start + columns + j, lanes), s->s1);
      V sums[4] = {SPLAT(0), SPLAT(0), SPLAT(0), SPLAT(0)};
      V products[4] = {SPLAT(0), SPLAT(0), SPLAT(0), SPLAT(0)};
#define ADD_SLOPE(q, i)                                               \
  {                                                                   \
    const V dy = NAME(load)(s->a + (i) * columns + j, lanes);         \
    const V x = NAME(load)(s->b + (i) * columns + j, lanes);          \
    sums[q] += dy;                                                    \
    products[q] += dy * ((x - mean) * share);                         \
  }
      ptrdiff_t i = from;
      for (; i + 4 <= to; i += 4) UNROLL for (int q = 0; q < 4; q++) ADD_SLOPE(q, i + q)
      for (int q = 0; i < to; i++, q++) ADD_SLOPE(q, i)
      NAME(store)(out + j, (sums[0] + sums[2]) + (sums[1] + sums[3]), lanes);
      NAME(store)(out + columns + j, (products[0] + products[2]) + (products[1] + products[3]),
                  lanes);
    }
  }
}

// y = (x - mean) * (scale / deviation) + shift
static void NAME(normalize_units)(const Step *s, ptrdiff_t first, ptrdiff_t last) {
  const ptrdiff_t columns = s->columns, from = first * ROWS_PER_BLOCK, end = last * ROWS_PER_BLOCK;
  const ptrdiff_t to = end < s->rows ? end : s->rows;
  FOR_VECTORS(j, lanes, 0, columns) {
    const V mean = NAME(load)(s->extra + j, lanes), shift = NAME(load)(s->start + j, lanes);
    const V share = NAME(inverse_deviation)(NAME(load)(s->extra + columns + j, lanes), s->s1);
    const V scale = NAME(load)(s->b + j, lanes) * share;
    for (ptrdiff_t i = from; i < to; i++) {
      const V x = NAME(load)(s->a + i * columns + j, lanes);
      NAME(store)(s->out + i * columns + j, (x - mean) * scale + shift, lanes);
    }
  }
  NAME(apply_block)(s, from, to);
}

// dx = (dy - mean of dy - x^ * mean of dy x^) * (scale / deviation); `extra` is the two sums and the
// scale, `start` mean and variance, and s2 the number of rows.
static void NAME(normalize_gradient_units)(const Step *s, ptrdiff_t first, ptrdiff_t last) {
  const ptrdiff_t columns = s->columns, from = first * ROWS_PER_BLOCK, end = last * ROWS_PER_BLOCK;
  const ptrdiff_t to = end < s->rows ? end : s->rows;
  FOR_VECTORS(j, lanes, 0, columns) {
    const V mean = NAME(load)(s->start + j, lanes), count = SPLAT(s->s2);
    const V share = NAME(inverse_deviation)(NAME(load)(s->start + columns + j, lanes), s->s1);
    const V slope = NAME(load)(s->extra + j, lanes) / count;
    const V product = NAME(load)(s->extra + columns + j, lanes) / count;
    const V scale = NAME(load)(s->extra + 2 * columns + j, lanes) * share;
    for (ptrdiff_t i = from; i < to; i++) {
      const V dy = NAME(load)(s->a + i * columns + j, lanes);
      const V x = NAME(load)(s->b + i * columns + j, lanes);
      const V rest = (dy - slope) - ((x - mean) * share) * product;
      NAME(store)(s->out + i * columns + j, rest * scale, lanes);
    }
  }
  NAME(apply_block)(s, from, to);
}

// Half a vector of columns is a whole one of the narrow instance.
#ifdef NARROW_SUFFIX
#define COLUMN_UNITS(name) \
  if (s->columns == VW / 2) { JOIN(name, NARROW_SUFFIX)(s, first, end); return; }
#else
#define COLUMN_UNITS(name)
#endif

// The units are blocks of rows.
#define COLUMN_KERNEL(kernel, name)                                                       \
  static void NAME(kernel)(const Step *s, const Context *context, ptrdiff_t first,        \
                           ptrdiff_t last) {                                              \
    (void)context;                                                                        \
    const ptrdiff_t all = (s->rows + ROWS_PER_BLOCK - 1) / ROWS_PER_BLOCK;                \
    const ptrdiff_t end = s->units > 1 ? last : all;                                      \
    COLUMN_UNITS(name)                                                                    \
    NAME(name)(s, first, end);                                                            \
  }
COLUMN_KERNEL(column_moments, moment_units)
COLUMN_KERNEL(column_slopes, slope_units)
COLUMN_KERNEL(normalize_columns, normalize_units)
COLUMN_KERNEL(normalize_columns_gradient, normalize_gradient_units)
#undef COLUMN_UNITS

// out[j] = sum over i of a[i, j], one chain, divided by s1.
static void NAME(add_blocks)(const Step *s, const Context *context, ptrdiff_t first,
                             ptrdiff_t last) {
  (void)context, (void)first, (void)last;
  FOR_VECTORS(j, lanes, 0, s->columns) {
    V sum = SPLAT(0);
    for (ptrdiff_t i = 0; i < s->rows; i++) sum += NAME(load)(s->a + i * s->columns + j, lanes);
    NAME(store)(s->out + j, sum / SPLAT(s->s1), lanes);
  }
}

// out = s1 out + s2 a, unless this run updates nothing.
static void NAME(approach)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) {
  (void)first, (void)last;
  if (*context->nonFinite) return;
  FOR_VECTORS(i, lanes, 0, s->rows)
    NAME(store)(s->out + i, SPLAT(s->s1) * NAME(load)(s->out + i, lanes)
                                + SPLAT(s->s2) * NAME(load)(s->a + i, lanes), lanes);
}
