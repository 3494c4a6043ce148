// Mean losses. Each makes its gradient for the predictions in the same pass, if somebody reads it.

typedef struct NAME(LossAndGradient) { V loss, gradient; } NAME(LossAndGradient);
#define LossPair NAME(LossAndGradient)

INLINE LossPair NAME(squared_pair)(V p, V t, V s) {
  (void)s;
  const V e = p - t;
  return (LossPair){e * e, e + e};
}

INLINE LossPair NAME(absolute_pair)(V p, V t, V s) {
  (void)s;
  const V e = p - t;
  return (LossPair){NAME(magnitude)(e), NAME(sign)(e)};
}

// Half the square up to delta, a straight line from there on.
INLINE LossPair NAME(huber_pair)(V p, V t, V delta) {
  const V e = p - t, size = NAME(magnitude)(e);
  const VI far = size > delta;
  return (LossPair){SELECT(far, delta * (size - SPLAT(0.5f) * delta), SPLAT(0.5f) * e * e),
                    SELECT(far, delta * NAME(sign)(e), e)};
}

// max(z, 0) - z t + log(1 + exp(-|z|)), which overflows nowhere; gradient sigmoid(z) - t.
INLINE LossPair NAME(logit_pair)(V z, V t, V s) {
  (void)s;
  const V e = NAME(exp_v)(-NAME(magnitude)(z));
  const V share = SELECT(z > SPLAT(0), SPLAT(1), e) / (SPLAT(1) + e);
  return (LossPair){NAME(relu_v)(z) - z * t + NAME(log1p_v)(e), share - t};
}

#define MEAN_LOSS(name, pair)                                                                   \
  static void NAME(name)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) { \
    (void)context, (void)first, (void)last;                                                     \
    const ptrdiff_t n = (ptrdiff_t)s->rows * s->columns;                                        \
    const V share = SPLAT(1) / (V)((float)n);                                                   \
    Lanes sums = NAME(lanes_of)(0);                                                             \
    FOR_VECTORS(i, lanes, 0, n) {                                                               \
      const LossPair both =                                                                     \
          NAME(pair)(NAME(load)(s->a + i, lanes), NAME(load)(s->b + i, lanes), (V)(s->s0));     \
      NAME(add_to_lanes)(&sums, i / VW, both.loss, lanes);                                      \
      if (s->extra) NAME(store)(s->extra + i, both.gradient * share, lanes);                    \
    }                                                                                           \
    s->out[0] = NAME(sum_of_lanes)(&sums) / (float)n;                                           \
  }
MEAN_LOSS(mean_squared_error, squared_pair)
MEAN_LOSS(mean_absolute_error, absolute_pair)
MEAN_LOSS(huber, huber_pair)
MEAN_LOSS(binary_cross_entropy, logit_pair)

// One row: log(sum of exp(z - largest)) - (z[class] - largest); gradient softmax(z) - onehot.
// A class that does not exist makes both NaN; it must not reach memory that is not ours.
INLINE float NAME(cross_entropy_row)(const float *z, float target, ptrdiff_t n, float share,
                                     float *exps, float *gradient) {
  const float largest = NAME(largest)(z, n), sum = NAME(exp_row)(z, exps, n);
  const int known = target >= 0 && target < (float)n;
  const float factor = known ? share / sum : __builtin_nanf("");
  if (gradient) {
    FOR_VECTORS(i, lanes, 0, n)
      NAME(store)(gradient + i, NAME(load)(exps + i, lanes) * (V)(factor), lanes);
    if (known) gradient[(ptrdiff_t)target] -= share;
  }
  if (!known) return __builtin_nanf("");
  const V logSum = NAME(log_v)((V)(sum));
  return logSum[0] - (z[(ptrdiff_t)target] - largest);
}

static void NAME(cross_entropy)(const Step *s, const Context *context, ptrdiff_t first,
                                ptrdiff_t last) {
  (void)first, (void)last;
  const ptrdiff_t rows = s->rows, n = s->columns;
  float sums[LANES] = {0};
  for (ptrdiff_t r = 0; r < rows; r++) {
    float *gradient = s->extra ? s->extra + r * n : 0;
    sums[r % LANES] += NAME(cross_entropy_row)(s->a + r * n, s->b[r], n, 1 / (float)rows,
                                               gradient ? gradient : context->scratch, gradient);
  }
  for (int width = LANES / 2; width; width /= 2)
    for (int q = 0; q < width; q++) sums[q] += sums[q + width];
  s->out[0] = sums[0] / (float)rows;
}
