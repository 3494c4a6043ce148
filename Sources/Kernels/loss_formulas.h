// What an element loses and the gradient for its prediction, for one vector.

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

// weight ((1 - t) z + (1 + (positive - 1) t) (log(1 + exp(-|z|)) + max(-z, 0)))
INLINE LossPair NAME(weighted_logit_pair)(V z, V t, V weight, V positive) {
  const V one = SPLAT(1), factor = one + (positive - one) * t, rest = one - t;
  const V e = NAME(exp_v)(-NAME(magnitude)(z));
  const V missing = SELECT(z > SPLAT(0), e, one) / (one + e);
  return (LossPair){weight * (rest * z + factor * (NAME(log1p_v)(e) + NAME(relu_v)(-z))),
                    weight * (rest - factor * missing)};
}
