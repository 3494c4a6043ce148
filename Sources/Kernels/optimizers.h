// Updates of all parameters in one pass: p in out, gradients in a, moments in extra.

#define UPDATE(name)                                                                            \
  static void NAME(name)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) { \
    ELEMENTS_OF_UNITS(s);                                                                 \
    if (__atomic_load_n(context->nonFinite, __ATOMIC_RELAXED)) return;                          \
    FOR_VECTORS(i, lanes, from, to) NAME(name##_part)(s, context, i, lanes);                    \
  }

// p = p - rate (g + s0 p)
INLINE void NAME(sgd_part)(const Step *s, const Context *context, ptrdiff_t i, ptrdiff_t lanes) {
  const V p = NAME(load)(s->out + i, lanes);
  const V g = NAME(load)(s->a + i, lanes) + SPLAT(s->s0) * p;
  NAME(store)(s->out + i, p - SPLAT(context->rate) * g, lanes);
}

// h = g + s0 p;  v = s1 v + factor h;  p = p - rate (v, or h + s1 v with Nesterov: s2 = 1)
INLINE void NAME(momentum_part)(const Step *s, const Context *context, ptrdiff_t i,
                                ptrdiff_t lanes) {
  const V p = NAME(load)(s->out + i, lanes), momentum = SPLAT(s->s1);
  const V g = NAME(load)(s->a + i, lanes) + SPLAT(s->s0) * p;
  const V v = momentum * NAME(load)(s->extra + i, lanes) + SPLAT(context->factor) * g;
  NAME(store)(s->extra + i, v, lanes);
  const V direction = s->s2 != 0 ? g + momentum * v : v;
  NAME(store)(s->out + i, p - SPLAT(context->rate) * direction, lanes);
}

// h = g + s0 p;  m = s1 m + s2 h;  v = s3 v + s4 h h;
// p = decay p - rate m / (factor sqrt(v) + s5)
INLINE void NAME(adam_part)(const Step *s, const Context *context, ptrdiff_t i, ptrdiff_t lanes) {
  float *first = s->extra + i, *second = first + s->rows;
  const V p = NAME(load)(s->out + i, lanes);
  const V g = NAME(load)(s->a + i, lanes) + SPLAT(s->s0) * p;
  const V m = SPLAT(s->s1) * NAME(load)(first, lanes) + SPLAT(s->s2) * g;
  const V v = SPLAT(s->s3) * NAME(load)(second, lanes) + SPLAT(s->s4) * g * g;
  NAME(store)(first, m, lanes);
  NAME(store)(second, v, lanes);
  const V size = SPLAT(context->factor) * __builtin_elementwise_sqrt(v) + SPLAT(s->s5);
  NAME(store)(s->out + i, SPLAT(context->decay) * p - SPLAT(context->rate) * m / size, lanes);
}

UPDATE(sgd)
UPDATE(momentum)
UPDATE(adam)

// x is not finite exactly when all bits of its exponent are set.
static void NAME(check_finite)(const Step *s, const Context *context, ptrdiff_t first,
                               ptrdiff_t last) {
  ELEMENTS_OF_UNITS(s);
  VI bad = (VI)SPLAT(0);
  FOR_VECTORS(i, lanes, from, to)
    bad |= ((VI)NAME(load)(s->a + i, lanes) & 0x7f800000) == 0x7f800000;
  int32_t any = 0;
  UNROLL for (int i = 0; i < VW; i++) any |= bad[i];
  if (any) __atomic_store_n(context->nonFinite, 1, __ATOMIC_RELAXED);
}
