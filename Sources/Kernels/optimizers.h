// Updates of all parameters in one pass: p in out, gradients in a, what is remembered in extra, one
// plane of `rows` elements after the other.

// What is the same for all elements of an update; loaded once, as a store might change a step.
typedef struct NAME(UpdateNumbers) {
  V decay, kept, rate, s3, s4, s5, factor, momentum, rest, ahead;
} NAME(UpdateNumbers);
#define Numbers NAME(UpdateNumbers)

// s0 is the decay within the gradient, s1 the block's share of the learning rate, s2 the decay apart
// from the gradient.
INLINE Numbers NAME(update_numbers)(const Step *s, const Context *c) {
  return (Numbers){SPLAT(s->s0), SPLAT(1 - (c->learningRate * s->s1) * s->s2),
                   SPLAT(c->rate * s->s1), SPLAT(s->s3), SPLAT(s->s4), SPLAT(s->s5),
                   SPLAT(c->factor), SPLAT(c->momentum), SPLAT(c->rest), SPLAT(c->ahead * s->s1)};
}

#define UPDATE_PART(name)                                                               \
  INLINE void NAME(name)(const Numbers *c, float *parameters, const float *gradients,   \
                         float *first, ptrdiff_t plane, ptrdiff_t lanes, const int form)

// What every update begins with: p, and h = g + decay p.
#define PARAMETER_AND_GRADIENT                      \
  (void)first, (void)plane, (void)form;             \
  const V p = NAME(load)(parameters, lanes);        \
  const V h = NAME(load)(gradients, lanes) + c->decay * p

// p = kept p - rate h
UPDATE_PART(sgd_part) {
  PARAMETER_AND_GRADIENT;
  NAME(store)(parameters, c->kept * p - c->rate * h, lanes);
}

// v = momentum v + factor h;  p = kept p - rate (v, or h + momentum v with Nesterov)
UPDATE_PART(momentum_part) {
  PARAMETER_AND_GRADIENT;
  const V v = c->momentum * NAME(load)(first, lanes) + c->factor * h;
  NAME(store)(first, v, lanes);
  const V direction = form & updateNesterov ? h + c->momentum * v : v;
  NAME(store)(parameters, c->kept * p - c->rate * direction, lanes);
}

// m = momentum m + rest h;  v = s3 v + s4 h h;  u = v, or the largest v so far;
// p = kept p - rate m / (factor sqrt(u) + s5)
UPDATE_PART(adam_part) {
  PARAMETER_AND_GRADIENT;
  float *second = first + plane, *third = second + plane;
  const V m = c->momentum * NAME(load)(first, lanes) + c->rest * h;
  const V v = c->s3 * NAME(load)(second, lanes) + c->s4 * h * h;
  NAME(store)(first, m, lanes);
  NAME(store)(second, v, lanes);
  V u = v;
  if (form & updateLargest) {
    const V before = NAME(load)(third, lanes);
    u = SELECT(before > v, before, v);
    NAME(store)(third, u, lanes);
  }
  const V size = c->factor * __builtin_elementwise_sqrt(u) + c->s5;
  NAME(store)(parameters, c->kept * p - c->rate * m / size, lanes);
}

// m and v as above;  p = kept p - rate h / size - ahead m / size, size = factor sqrt(v) + s5
UPDATE_PART(nadam_part) {
  PARAMETER_AND_GRADIENT;
  float *second = first + plane;
  const V m = c->momentum * NAME(load)(first, lanes) + c->rest * h;
  const V v = c->s3 * NAME(load)(second, lanes) + c->s4 * h * h;
  NAME(store)(first, m, lanes);
  NAME(store)(second, v, lanes);
  const V size = c->factor * __builtin_elementwise_sqrt(v) + c->s5;
  NAME(store)(parameters, c->kept * p - c->rate * h / size - c->ahead * m / size, lanes);
}

// v = s3 v + s4 h h;  if centred m = s3 m + s4 h and u = v - m m, otherwise u = v;
// d = h / (sqrt(u) + s5);  with momentum b = momentum b + d and d = b;  p = kept p - rate d
UPDATE_PART(rmsprop_part) {
  PARAMETER_AND_GRADIENT;
  const V v = c->s3 * NAME(load)(first, lanes) + c->s4 * h * h;
  NAME(store)(first, v, lanes);
  V u = v;
  if (form & updateCentred) {
    float *mean = first + plane;
    const V m = c->s3 * NAME(load)(mean, lanes) + c->s4 * h;
    NAME(store)(mean, m, lanes);
    u = NAME(relu_v)(v - m * m);  // rounding can take it below zero
  }
  V direction = h / (__builtin_elementwise_sqrt(u) + c->s5);
  if (form & updateVelocity) {
    float *velocity = first + (form & updateCentred ? 2 * plane : plane);
    direction = c->momentum * NAME(load)(velocity, lanes) + direction;
    NAME(store)(velocity, direction, lanes);
  }
  NAME(store)(parameters, c->kept * p - c->rate * direction, lanes);
}

// v = v + h h;  p = kept p - rate h / (sqrt(s3 + v) + s5)
UPDATE_PART(adagrad_part) {
  PARAMETER_AND_GRADIENT;
  const V v = NAME(load)(first, lanes) + h * h;
  NAME(store)(first, v, lanes);
  const V size = __builtin_elementwise_sqrt(c->s3 + v) + c->s5;
  NAME(store)(parameters, c->kept * p - c->rate * h / size, lanes);
}

// p = kept p - rate sign(momentum m + rest h);  m = s3 m + s4 h
UPDATE_PART(lion_part) {
  PARAMETER_AND_GRADIENT;
  const V m = NAME(load)(first, lanes);
  const V direction = NAME(sign)(c->momentum * m + c->rest * h);
  NAME(store)(first, c->s3 * m + c->s4 * h, lanes);
  NAME(store)(parameters, c->kept * p - c->rate * direction, lanes);
}

// One loop for each form that an update has.
#define FORM(name, f)                                                                       \
  case f:                                                                                   \
    EACH_VECTOR(i, lanes, from, to,                                                         \
                NAME(name##_part)(&c, p + i, g + i, moments + i, plane, lanes, f))          \
    break;
#define UPDATE(name, forms)                                                                     \
  static void NAME(name)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) { \
    ELEMENTS_OF_UNITS(s);                                                                       \
    if (__atomic_load_n(context->nonFinite, __ATOMIC_RELAXED)) return;                          \
    const Numbers c = NAME(update_numbers)(s, context);                                         \
    float *p = s->out, *moments = s->extra;                                                     \
    const float *g = s->a;                                                                      \
    const ptrdiff_t plane = s->rows;                                                            \
    switch (s->form) { forms }                                                                  \
  }
UPDATE(sgd, FORM(sgd, 0))
UPDATE(momentum, FORM(momentum, 0) FORM(momentum, updateNesterov))
UPDATE(adam, FORM(adam, 0) FORM(adam, updateLargest))
UPDATE(nadam, FORM(nadam, 0))
UPDATE(rmsprop, FORM(rmsprop, 0) FORM(rmsprop, updateCentred) FORM(rmsprop, updateVelocity)
                    FORM(rmsprop, updateCentred | updateVelocity))
UPDATE(adagrad, FORM(adagrad, 0))
UPDATE(lion, FORM(lion, 0))

static void NAME(clip)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) {
  ELEMENTS_OF_UNITS(s);
  if (__atomic_load_n(context->nonFinite, __ATOMIC_RELAXED)) return;
  const V bound = SPLAT(s->s0);
  FOR_VECTORS(i, lanes, from, to) {
    const V p = NAME(load)(s->out + i, lanes), below = SELECT(p > bound, bound, p);
    NAME(store)(s->out + i, SELECT(below < -bound, -bound, below), lanes);
  }
}

// x is not finite exactly when all bits of its exponent are set.
static void NAME(check_finite)(const Step *s, const Context *context, ptrdiff_t first,
                               ptrdiff_t last) {
  ELEMENTS_OF_UNITS(s);
  WIDE(IntegerVector) wide = 0;
  VI bad = 0;
  ptrdiff_t at = from;
  FOR_WIDE(at, to)
    wide |= ((WIDE(IntegerVector))WIDE_LOAD(s->a + at) & 0x7f800000) == 0x7f800000;
  FOR_VECTORS(i, lanes, at, to)
    bad |= ((VI)NAME(load)(s->a + i, lanes) & 0x7f800000) == 0x7f800000;
  const int32_t any = __builtin_reduce_or(wide) | __builtin_reduce_or(bad);
  if (any) __atomic_store_n(context->nonFinite, 1, __ATOMIC_RELAXED);
}
