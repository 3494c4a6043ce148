// What is done with gradients before an update, and with parameters after it.

// out = out + a, or a for the first part; after the last of `parts`, extra = out / parts.
static void NAME(gather_gradients)(const Step *s, const Context *context, ptrdiff_t first,
                                   ptrdiff_t last) {
  ELEMENTS_OF_UNITS(s);
  const int isFirst = context->part == 0, isLast = context->part + 1 == context->parts;
  const V parts = SPLAT(context->parts);
  FOR_VECTORS(i, lanes, from, to) {
    const V g = NAME(load)(s->a + i, lanes);
    const V sum = isFirst ? g : NAME(load)(s->out + i, lanes) + g;
    NAME(store)(s->out + i, sum, lanes);
    if (isLast) NAME(store)(s->extra + i, sum / parts, lanes);
  }
}

// out[u] = the sum of squares of unit u.
static void NAME(sum_squares)(const Step *s, const Context *context, ptrdiff_t first,
                              ptrdiff_t last) {
  (void)context;
  ELEMENTS_OF_UNITS(s);
  for (ptrdiff_t start = from; start < to; start += ELEMENTS_PER_UNIT) {
    const ptrdiff_t n = to - start < ELEMENTS_PER_UNIT ? to - start : ELEMENTS_PER_UNIT;
    Lanes sums = NAME(lanes_of)(0);
    FOR_VECTORS(i, lanes, 0, n) {
      const V g = NAME(load)(s->a + start + i, lanes);
      NAME(add_to_lanes)(&sums, i / VW, g * g, lanes);
    }
    s->out[start / ELEMENTS_PER_UNIT] = NAME(sum_of_lanes)(&sums);
  }
}

// out[0] = the root of the sum of a, out[1] = min(1, s0 / (out[0] + 1e-6)).
static void NAME(clip_factor)(const Step *s, const Context *context, ptrdiff_t first,
                              ptrdiff_t last) {
  (void)context, (void)first, (void)last;
  Lanes sums = NAME(lanes_of)(0);
  FOR_VECTORS(i, lanes, 0, s->rows)
    NAME(add_to_lanes)(&sums, i / VW, NAME(load)(s->a + i, lanes), lanes);
  // Of a vector, as the square root of a float is a call of the C library on some targets.
  const float norm = __builtin_elementwise_sqrt(SPLAT(NAME(sum_of_lanes)(&sums)))[0];
  const float factor = s->s0 / (norm + 1e-6f);
  s->out[0] = norm;
  s->out[1] = factor > 1 ? 1 : factor;
}

// out = a, or its sign times s0 where it is farther from zero.
static void NAME(clip_values)(const Step *s, const Context *context, ptrdiff_t first,
                              ptrdiff_t last) {
  (void)context;
  ELEMENTS_OF_UNITS(s);
  const V limit = SPLAT(s->s0);
  FOR_VECTORS(i, lanes, from, to) {
    const V g = NAME(load)(s->a + i, lanes);
    NAME(store)(s->out + i, SELECT(g > limit, limit, SELECT(g < -limit, -limit, g)), lanes);
  }
}

// out = a + s0 sign(b)
static void NAME(add_sign)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) {
  (void)context;
  ELEMENTS_OF_UNITS(s);
  const V weight = SPLAT(s->s0);
  FOR_VECTORS(i, lanes, from, to) {
    const V sign = NAME(sign)(NAME(load)(s->b + i, lanes));
    NAME(store)(s->out + i, NAME(load)(s->a + i, lanes) + weight * sign, lanes);
  }
}

// out is brought closer to zero by (learningRate s1) s0, and no farther.
static void NAME(shrink)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) {
  ELEMENTS_OF_UNITS(s);
  if (__atomic_load_n(context->nonFinite, __ATOMIC_RELAXED)) return;
  const V by = SPLAT((context->learningRate * s->s1) * s->s0), zero = SPLAT(0);
  FOR_VECTORS(i, lanes, from, to) {
    const V p = NAME(load)(s->out + i, lanes), nearer = SELECT(p > zero, p - by, p + by);
    NAME(store)(s->out + i, SELECT(NAME(magnitude)(p) <= by, zero, nearer), lanes);
  }
}

// out = out + fresh (a - out)
static void NAME(average)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) {
  ELEMENTS_OF_UNITS(s);
  if (__atomic_load_n(context->nonFinite, __ATOMIC_RELAXED)) return;
  const V fresh = SPLAT(context->fresh);
  FOR_VECTORS(i, lanes, from, to) {
    const V mean = NAME(load)(s->out + i, lanes), p = NAME(load)(s->a + i, lanes);
    NAME(store)(s->out + i, mean + fresh * (p - mean), lanes);
  }
}
