// Rows brought to mean 0 and variance 1 (s1 is 1), or to a mean square of 1 (s1 is 0).
//
// `extra` holds what the gradient needs of each row: its mean, or 0, and the factor 1 / deviation.

INLINE float NAME(sum_of_row)(const float *x, ptrdiff_t n) {
  Lanes sums = NAME(lanes_of)(0);
  FOR_VECTORS(i, lanes, 0, n) NAME(add_to_lanes)(&sums, i / VW, NAME(load)(x + i, lanes), lanes);
  return NAME(sum_of_lanes)(&sums);
}

// 1 / sqrt(mean of (x - mean)^2 + epsilon)
INLINE float NAME(row_factor)(const float *x, ptrdiff_t n, float mean, float epsilon) {
  Lanes sums = NAME(lanes_of)(0);
  FOR_VECTORS(i, lanes, 0, n) {
    const V away = NAME(load)(x + i, lanes) - (V)(mean);
    NAME(add_to_lanes)(&sums, i / VW, away * away, lanes);
  }
  const V spread = (V)(NAME(sum_of_lanes)(&sums) / (float)n + epsilon);
  return (SPLAT(1) / __builtin_elementwise_sqrt(spread))[0];
}

// y = (x - mean) factor weight + bias: weight in b, bias in start; the units are rows.
static void NAME(normalize_rows)(const Step *s, const Context *context, ptrdiff_t first,
                                 ptrdiff_t last) {
  (void)context;
  const ptrdiff_t n = s->columns, end = s->units > 1 ? last : s->rows;
  for (ptrdiff_t r = first; r < end; r++) {
    const float *x = s->a + r * n;
    const float mean = s->s1 != 0 ? NAME(sum_of_row)(x, n) / (float)n : 0;
    const float factor = NAME(row_factor)(x, n, mean, s->s0);
    FOR_VECTORS(i, lanes, 0, n) {
      V y = (NAME(load)(x + i, lanes) - (V)(mean)) * (V)(factor);
      if (s->b) y *= NAME(load)(s->b + i, lanes);
      if (s->start) y += NAME(load)(s->start + i, lanes);
      NAME(store)(s->out + r * n + i, y, lanes);
    }
    if (s->extra) {
      s->extra[2 * r] = mean;
      s->extra[2 * r + 1] = factor;
    }
  }
}

// With g = dy weight and z = (x - mean) factor: dx = factor (g - mean of g - z mean of g z); without
// the mean of g where no mean was taken off. a = dy, b = x, start = weight, other = the kept pairs.
static void NAME(normalize_rows_gradient)(const Step *s, const Context *context, ptrdiff_t first,
                                          ptrdiff_t last) {
  (void)context;
  const ptrdiff_t n = s->columns, end = s->units > 1 ? last : s->rows;
  for (ptrdiff_t r = first; r < end; r++) {
    const float *dy = s->a + r * n, *x = s->b + r * n;
    const V mean = (V)(s->other[2 * r]), factor = (V)(s->other[2 * r + 1]);
    float *dx = s->out + r * n;
    Lanes sums = NAME(lanes_of)(0), products = NAME(lanes_of)(0);
    FOR_VECTORS(i, lanes, 0, n) {
      V g = NAME(load)(dy + i, lanes);
      if (s->start) g *= NAME(load)(s->start + i, lanes);
      const V z = (NAME(load)(x + i, lanes) - mean) * factor;
      NAME(add_to_lanes)(&sums, i / VW, g, lanes);
      NAME(add_to_lanes)(&products, i / VW, g * z, lanes);
    }
    const V shift = (V)(s->s1 != 0 ? NAME(sum_of_lanes)(&sums) / (float)n : 0);
    const V slope = (V)(NAME(sum_of_lanes)(&products) / (float)n);
    FOR_VECTORS(i, lanes, 0, n) {
      V g = NAME(load)(dy + i, lanes);
      if (s->start) g *= NAME(load)(s->start + i, lanes);
      const V z = (NAME(load)(x + i, lanes) - mean) * factor;
      NAME(store)(dx + i, factor * (g - shift - z * slope), lanes);
    }
  }
}

// out[j] = sum over rows of dy z, extra[j] = sum of dy, in 4 chains by row mod 4; the units are
// columns. a = dy, b = x, other = the kept pairs.
static void NAME(normalize_scale_gradient)(const Step *s, const Context *context, ptrdiff_t first,
                                           ptrdiff_t last) {
  (void)context;
  const ptrdiff_t n = s->columns, from = first * COLUMNS_PER_UNIT, end = last * COLUMNS_PER_UNIT,
                  to = s->units > 1 && end < n ? end : n;
  FOR_VECTORS(j, lanes, from, to) {
    V sums[4] = {SPLAT(0), SPLAT(0), SPLAT(0), SPLAT(0)};
    V products[4] = {SPLAT(0), SPLAT(0), SPLAT(0), SPLAT(0)};
    for (ptrdiff_t r = 0; r < s->rows; r += 4) {
      const ptrdiff_t left = s->rows - r;
      UNROLL for (int q = 0; q < 4; q++) if (q < left) {
        const V dy = NAME(load)(s->a + (r + q) * n + j, lanes);
        const V x = NAME(load)(s->b + (r + q) * n + j, lanes);
        const float *pair = s->other + 2 * (r + q);
        sums[q] += dy;
        products[q] += dy * ((x - (V)(pair[0])) * (V)(pair[1]));
      }
    }
    NAME(store)(s->out + j, (products[0] + products[2]) + (products[1] + products[3]), lanes);
    if (s->extra) NAME(store)(s->extra + j, (sums[0] + sums[2]) + (sums[1] + sums[3]), lanes);
  }
}
