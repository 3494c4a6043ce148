// Two operands combined element by element, each repeated along the axes that it does not have.

// A vector of an operand whose neighbours lie `stride`, 0 or 1, apart.
INLINE V NAME(operand)(const float *p, ptrdiff_t stride, ptrdiff_t i, ptrdiff_t lanes) {
  return stride ? NAME(load)(p + i, lanes) : (V)(p[0]);
}

INLINE V NAME(combined)(const Combination combination, V a, V b) {
  switch (combination) {
    case combineFirst: return a;
    case combineAdd: return a + b;
    case combineSubtract: return a - b;
    case combineMultiply: return a * b;
    case combineDivide: return a / b;
    case combineMaximum: return SELECT((a < b) | (b != b), b, a);
    case combineMinimum: return SELECT((a > b) | (b != b), b, a);
    case combineShare:
      return SELECT(a < b, SPLAT(0), SELECT(a == b, SPLAT(0.5f), SPLAT(1)));
  }
}

INLINE void NAME(combine_loop)(const Combination combination, const float *a, ptrdiff_t strideA,
                               const float *b, ptrdiff_t strideB, float *out, ptrdiff_t n) {
  FOR_VECTORS(i, lanes, 0, n)
    NAME(store)(out + i, NAME(combined)(combination, NAME(operand)(a, strideA, i, lanes),
                                        NAME(operand)(b, strideB, i, lanes)), lanes);
}

// Only operands that stand alone have neighbours further apart: those of a permutation of axes.
static __attribute__((noinline)) void NAME(combine_row)(
    Combination combination, const float *a, ptrdiff_t strideA, const float *b, ptrdiff_t strideB,
    float *out, ptrdiff_t n) {
  if (strideA > 1) {
    for (ptrdiff_t i = 0; i < n; i++) out[i] = a[i * strideA];
    return;
  }
  switch (combination) {
#define LOOP(c) case c: NAME(combine_loop)(c, a, strideA, b, strideB, out, n); break;
    case combineFirst: NAME(combine_loop)(combineFirst, a, strideA, a, strideA, out, n); break;
    LOOP(combineAdd) LOOP(combineSubtract) LOOP(combineMultiply) LOOP(combineDivide)
    LOOP(combineMaximum) LOOP(combineMinimum) LOOP(combineShare)
#undef LOOP
  }
}

static void NAME(combine)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) {
  (void)context;
  const Walk *w = &s->walk;
  const WalkAxis outer = w->outer, middle = w->middle, inner = w->inner, line = w->last;
  if (s->rows == 1) {
    const ptrdiff_t from = first * ELEMENTS_PER_UNIT, end = last * ELEMENTS_PER_UNIT,
                    to = s->units > 1 && end < s->columns ? end : s->columns;
    NAME(combine_row)(w->combination, s->a + from * line.a, line.a,
                      s->b ? s->b + from * line.b : 0, line.b, s->out + from, to - from);
    return;
  }
  const ptrdiff_t end = s->units > 1 ? last : s->rows;
  for (ptrdiff_t r = first; r < end; r++) {
    const ptrdiff_t k = r % inner.extent, rest = r / inner.extent, j = rest % middle.extent,
                    i = rest / middle.extent;
    const float *a = s->a + i * outer.a + j * middle.a + k * inner.a;
    const float *b = s->b ? s->b + i * outer.b + j * middle.b + k * inner.b : 0;
    NAME(combine_row)(w->combination, a, line.a, b, line.b, s->out + r * s->columns, s->columns);
  }
}
