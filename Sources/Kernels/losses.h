// Losses of elements. Each makes its gradient for the predictions in the same pass, if somebody reads
// it. A loss that is split into units writes what each element loses, and a second step sums that in
// the order in which a single unit would have.

#define ELEMENT_LOSS(name, pair)                                                                \
  static void NAME(name)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) { \
    (void)context;                                                                              \
    ELEMENTS_OF_UNITS(s);                                                                       \
    float *losses = s->loss.losses;                                                             \
    const float count = s->loss.isMean ? (float)s->rows : 1;                                    \
    const V share = SPLAT(1) / (V)(count);                                                      \
    Lanes sums = NAME(lanes_of)(0);                                                             \
    ptrdiff_t at = from;                                                                        \
    FOR_WIDE(at, to) {                                                                          \
      float each[WIDE_LANES];                                                                   \
      const WIDE(LossAndGradient) both =                                                        \
          WIDE(pair)(WIDE_LOAD(s->a + at), WIDE_LOAD(s->b + at), WIDE_SPLAT(s->s0));            \
      WIDE_STORE(losses ? losses + at : each, both.loss);                                       \
      if (!losses) NAME(add_wide_to_lanes)(&sums, each);                                        \
      if (s->extra) WIDE_STORE(s->extra + at, both.gradient * WIDE_SPLAT(share[0]));            \
    }                                                                                           \
    FOR_VECTORS(i, lanes, at, to) {                                                             \
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
