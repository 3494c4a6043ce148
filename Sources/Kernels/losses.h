// Losses of elements. Each makes its gradient for the predictions in the same pass, if somebody reads
// it. A loss that is split into units writes what each element loses, and a second step sums that in
// the order in which a single unit would have.

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

// The square divided by 2 beta up to beta, a straight line of slope 1 from there on.
INLINE LossPair NAME(smooth_pair)(V p, V t, V beta) {
  const V e = p - t, size = NAME(magnitude)(e);
  const VI far = size >= beta;
  return (LossPair){SELECT(far, size - SPLAT(0.5f) * beta, SPLAT(0.5f) * e * e / beta),
                    SELECT(far, NAME(sign)(e), e / beta)};
}

// max(margin - t p, 0), t being 1 or -1.
INLINE LossPair NAME(hinge_pair)(V p, V t, V margin) {
  const V missing = margin - t * p;
  const VI enough = missing <= SPLAT(0);
  return (LossPair){SELECT(enough, SPLAT(0), missing), SELECT(enough, SPLAT(0), -t)};
}

#define ELEMENT_LOSS(name, pair)                                                                \
  static void NAME(name)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) { \
    (void)context;                                                                              \
    ELEMENTS_OF_UNITS(s);                                                                       \
    float *losses = s->loss.losses;                                                             \
    const float count = s->loss.isMean ? (float)s->rows : 1;                                    \
    const V share = SPLAT(1) / (V)(count);                                                      \
    Lanes sums = NAME(lanes_of)(0);                                                             \
    FOR_VECTORS(i, lanes, from, to) {                                                           \
      const LossPair both =                                                                     \
          NAME(pair)(NAME(load)(s->a + i, lanes), NAME(load)(s->b + i, lanes), (V)(s->s0));     \
      if (losses) NAME(store)(losses + i, both.loss, lanes);                                    \
      else NAME(add_to_lanes)(&sums, i / VW, both.loss, lanes);                                 \
      if (s->extra) NAME(store)(s->extra + i, both.gradient * share, lanes);                    \
    }                                                                                           \
    if (!losses) s->out[0] = NAME(sum_of_lanes)(&sums) / count;                                 \
  }
ELEMENT_LOSS(mean_squared_error, squared_pair)
ELEMENT_LOSS(mean_absolute_error, absolute_pair)
ELEMENT_LOSS(huber, huber_pair)
ELEMENT_LOSS(smooth_l1, smooth_pair)
ELEMENT_LOSS(hinge, hinge_pair)
ELEMENT_LOSS(binary_cross_entropy, logit_pair)

// weight ((1 - t) z + (1 + (positive - 1) t) (log(1 + exp(-|z|)) + max(-z, 0)))
INLINE LossPair NAME(weighted_logit_pair)(V z, V t, V weight, V positive) {
  const V one = SPLAT(1), factor = one + (positive - one) * t, rest = one - t;
  const V e = NAME(exp_v)(-NAME(magnitude)(z));
  const V missing = SELECT(z > SPLAT(0), e, one) / (one + e);
  return (LossPair){weight * (rest * z + factor * (NAME(log1p_v)(e) + NAME(relu_v)(-z))),
                    weight * (rest - factor * missing)};
}

// A single column is one row, of elements that all have the same weights.
static void NAME(weighted_binary_cross_entropy)(const Step *s, const Context *context,
                                                ptrdiff_t first, ptrdiff_t last) {
  (void)context;
  const int isColumn = s->columns == 1;
  const ptrdiff_t n = isColumn ? s->rows : s->columns,
                  end = isColumn ? 1 : s->units > 1 ? last : s->rows;
  const float *weights = s->loss.weights, *positives = weights + s->columns;
  const V share = SPLAT(1) / (V)(s->loss.isMean ? (float)(s->rows * s->columns) : 1.0f);
  for (ptrdiff_t r = first; r < end; r++) {
    FOR_VECTORS(i, lanes, 0, n) {
      const ptrdiff_t at = r * n + i;
      const LossPair both = NAME(weighted_logit_pair)(
          NAME(load)(s->a + at, lanes), NAME(load)(s->b + at, lanes),
          NAME(operand)(weights, !isColumn, i, lanes), NAME(operand)(positives, !isColumn, i, lanes));
      NAME(store)(s->loss.losses + at, both.loss, lanes);
      if (s->extra) NAME(store)(s->extra + at, both.gradient * share, lanes);
    }
  }
}

static void NAME(sum_losses)(const Step *s, const Context *context, ptrdiff_t first,
                             ptrdiff_t last) {
  (void)context, (void)first, (void)last;
  s->out[0] = NAME(sum_row)(s->a, s->rows) / (s->s0 == 0 ? s->a[s->rows] : s->s0);
}
