// Losses of rows of logits against the number of a class.

// The class of a row, -1 if it does not count, -2 if there is no such class: then its loss and its
// gradient are NaN, and it must not reach memory that is not ours.
INLINE ptrdiff_t NAME(class_of)(const Step *s, float target) {
  if (target == s->loss.ignored) return -1;
  return target >= 0 && target < (float)s->columns ? (ptrdiff_t)target : -2;
}

INLINE float NAME(weight_of)(const Step *s, ptrdiff_t class) {
  return s->loss.weights ? s->loss.weights[class] : 1;
}

// What the sum over rows is divided by: the weights of their classes.
INLINE float NAME(weight_of_rows)(const Step *s, const float *targets) {
  float sums[LANES] = {0};
  for (ptrdiff_t r = 0; r < s->rows; r++) {
    const ptrdiff_t class = NAME(class_of)(s, targets[r]);
    sums[r % LANES] += class >= 0 ? NAME(weight_of)(s, class) : class == -1 ? 0 : 1;
  }
  return NAME(tree)(sums);
}

static void NAME(weigh_classes)(const Step *s, const Context *context, ptrdiff_t first,
                                ptrdiff_t last) {
  (void)context, (void)first, (void)last;
  s->out[s->rows] = NAME(weight_of_rows)(s, s->b);
}

INLINE void NAME(fill_row)(float *row, ptrdiff_t n, float value) {
  if (row) FOR_VECTORS(i, lanes, 0, n) NAME(store)(row + i, (V)(value), lanes);
}

// log(sum of exp(z - largest)) - (z[class] - largest); gradient softmax(z) - onehot.
INLINE float NAME(cross_entropy_row)(const float *z, ptrdiff_t class, ptrdiff_t n, float share,
                                     float *exps, float *gradient) {
  const float largest = NAME(largest)(z, n), sum = NAME(exp_row)(z, exps, n);
  if (gradient) {
    const V factor = (V)(share / sum);
    FOR_VECTORS(i, lanes, 0, n)
      NAME(store)(gradient + i, NAME(load)(exps + i, lanes) * factor, lanes);
    gradient[class] -= share;
  }
  const V logSum = NAME(log_v)((V)(sum));
  return logSum[0] - (z[class] - largest);
}

// The sum over all classes of w, or of w (z - largest).
INLINE float NAME(weighted_sum)(const float *w, const float *z, ptrdiff_t n, float largest) {
  Lanes sums = NAME(lanes_of)(0);
  FOR_VECTORS(i, lanes, 0, n) {
    const V weight = w ? NAME(load)(w + i, lanes) : SPLAT(1);
    const V term = z ? weight * (NAME(load)(z + i, lanes) - (V)(largest)) : weight;
    NAME(add_to_lanes)(&sums, i / VW, term, lanes);
  }
  return NAME(sum_of_lanes)(&sums);
}

// The same with weights and smoothing:
//   all log(sum) - own (z[class] - largest) - even * sum of w (z - largest),
// own = (1 - smoothing) w[class], even = smoothing / n, all = own + even * sum of w; gradient
//   all softmax(z) - own onehot - even w.
INLINE float NAME(smooth_cross_entropy_row)(const Step *s, const float *z, ptrdiff_t class,
                                            float share, float *exps, float *gradient) {
  const ptrdiff_t n = s->columns;
  const float *w = s->loss.weights;
  const float largest = NAME(largest)(z, n), sum = NAME(exp_row)(z, exps, n);
  const float own = (1 - s->loss.smoothing) * NAME(weight_of)(s, class);
  const float even = s->loss.smoothing / (float)n;
  const float all = own + even * NAME(weighted_sum)(w, 0, n, 0);
  if (gradient) {
    const V factor = (V)(share * all / sum), spread = (V)(share * even);
    FOR_VECTORS(i, lanes, 0, n) {
      const V weight = w ? NAME(load)(w + i, lanes) : SPLAT(1);
      NAME(store)(gradient + i, NAME(load)(exps + i, lanes) * factor - spread * weight, lanes);
    }
    gradient[class] -= share * own;
  }
  const V logSum = NAME(log_v)((V)(sum));
  const float target = all * logSum[0] - own * (z[class] - largest);
  return even == 0 ? target : target - even * NAME(weighted_sum)(w, z, n, largest);
}

// w[class] / n times the sum over the other classes of max(margin - z[class] + z, 0).
INLINE float NAME(multi_class_hinge_row)(const Step *s, const float *z, ptrdiff_t class,
                                         float share, float *gradient) {
  const ptrdiff_t n = s->columns;
  const float weight = NAME(weight_of)(s, class) / (float)n;
  const V slope = (V)(share * weight), base = (V)(s->s0 - z[class]);
  Lanes sums = NAME(lanes_of)(0), slopes = NAME(lanes_of)(0);
  VI index;
  UNROLL for (int i = 0; i < VW; i++) index[i] = i;
  FOR_VECTORS(i, lanes, 0, n) {
    const V missing = base + NAME(load)(z + i, lanes);
    const VI enough = (missing <= SPLAT(0)) | (index + (VI)(int32_t)i == (VI)(int32_t)class);
    const V part = SELECT(enough, SPLAT(0), slope);
    NAME(add_to_lanes)(&sums, i / VW, SELECT(enough, SPLAT(0), missing), lanes);
    NAME(add_to_lanes)(&slopes, i / VW, part, lanes);
    if (gradient) NAME(store)(gradient + i, part, lanes);
  }
  if (gradient) gradient[class] = -NAME(sum_of_lanes)(&slopes);
  return NAME(sum_of_lanes)(&sums) * weight;
}

#define CLASS_LOSS(name, divisor, row)                                                          \
  static void NAME(name)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) { \
    (void)context;                                                                              \
    const ptrdiff_t n = s->columns, end = s->units > 1 ? last : s->rows;                        \
    float *losses = s->loss.losses, sums[LANES] = {0};                                          \
    const float count = s->loss.isMean ? divisor : 1;                                           \
    const float share = 1 / count;                                                              \
    for (ptrdiff_t r = first; r < end; r++) {                                                   \
      const float *z = s->a + r * n;                                                            \
      float *gradient = s->extra ? s->extra + r * n : 0, value = 0;                             \
      const ptrdiff_t class = NAME(class_of)(s, s->b[r]);                                       \
      if (class >= 0) value = row;                                                              \
      else NAME(fill_row)(gradient, n, value = class == -1 ? 0 : __builtin_nanf(""));           \
      if (losses) losses[r] = value;                                                            \
      else sums[r % LANES] += value;                                                            \
    }                                                                                           \
    if (!losses) s->out[0] = NAME(tree)(sums) / count;                                          \
  }
#define IS_SMOOTH (s->loss.weights || s->loss.smoothing != 0)
#define EXPS (gradient ? gradient : context->scratch)
CLASS_LOSS(cross_entropy, losses ? losses[s->rows] : NAME(weight_of_rows)(s, s->b),
           IS_SMOOTH ? NAME(smooth_cross_entropy_row)(s, z, class, share, EXPS, gradient)
                     : NAME(cross_entropy_row)(z, class, n, share, EXPS, gradient))
CLASS_LOSS(multi_class_hinge, (float)s->rows,
           NAME(multi_class_hinge_row)(s, z, class, share, gradient))
#undef IS_SMOOTH
#undef EXPS
