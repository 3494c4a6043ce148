// Loops over elements: functions, and the plain arithmetic of two buffers.

INLINE void NAME(apply_loop)(const ElementFunction function, const float *x, float *y,
                             const float *other, ptrdiff_t n, float s) {
  if (!other) other = x;
  ptrdiff_t at = 0;
  FOR_WIDE(at, n)
    WIDE_STORE(y + at, WIDE(apply)(function, WIDE_LOAD(x + at), WIDE_LOAD(other + at),
                                   WIDE_SPLAT(s)));
  FOR_VECTORS(i, lanes, at, n)
    NAME(store)(y + i, NAME(apply)(function, NAME(load)(x + i, lanes),
                                   NAME(load)(other + i, lanes), SPLAT(s)), lanes);
}

// One loop for each function; the functions stay in line.
static __attribute__((noinline)) void NAME(apply_elements)(
    ElementFunction function, const float *x, float *y, const float *other, ptrdiff_t n, float s) {
  switch (function) {
#define LOOP(f) case f: NAME(apply_loop)(f, x, y, other, n, s); break;
    LOOP(functionTanh) LOOP(functionTanhGradient) LOOP(functionSigmoid)
    LOOP(functionSigmoidGradient) LOOP(functionRelu) LOOP(functionReluGradient)
    LOOP(functionLeakyRelu) LOOP(functionLeakyReluGradient) LOOP(functionElu)
    LOOP(functionEluGradient) LOOP(functionSelu) LOOP(functionSeluGradient) LOOP(functionGelu)
    LOOP(functionGeluGradient) LOOP(functionSilu) LOOP(functionSiluGradient)
    LOOP(functionSoftplus) LOOP(functionSoftplusGradient) LOOP(functionExp)
    LOOP(functionExpGradient) LOOP(functionLog) LOOP(functionLogGradient)
    LOOP(functionSquareRoot) LOOP(functionSquareRootGradient) LOOP(functionSquare)
    LOOP(functionSquareGradient) LOOP(functionReciprocal) LOOP(functionReciprocalGradient)
    LOOP(functionMagnitude) LOOP(functionMagnitudeGradient) LOOP(functionAtLeast)
    LOOP(functionAtLeastGradient) LOOP(functionAtMost) LOOP(functionAtMostGradient)
    LOOP(functionScale) LOOP(functionQuotient) LOOP(functionShift)
#undef LOOP
    case functionNone: case functionCount: break;
  }
}

// The same for part of a matrix whose rows lie `stride` apart.
INLINE void NAME(apply_rows)(ElementFunction function, const float *x, float *y, const float *other,
                             ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t stride, float s) {
  if (columns == stride) {
    columns *= rows;
    rows = 1;
  }
  for (ptrdiff_t r = 0; r < rows; r++) {
    const ptrdiff_t at = r * stride;
    NAME(apply_elements)(function, x + at, y + at, other ? other + at : 0, columns, s);
  }
}

// The elements of the units [first, last) of an elementwise step: [from, to). A single unit is all.
#define ELEMENTS_OF_UNITS(s)                                                        \
  const ptrdiff_t from = first * ELEMENTS_PER_UNIT, end = last * ELEMENTS_PER_UNIT, \
                  to = s->units > 1 && end < s->rows ? end : s->rows

static void NAME(map)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) {
  (void)context;
  ELEMENTS_OF_UNITS(s);
  NAME(apply_elements)(s->function, s->a + from, s->out + from, s->other ? s->other + from : 0,
                       to - from, s->s0);
}

#define ARITHMETIC(name, expression)                                                            \
  static void NAME(name)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) { \
    (void)context;                                                                              \
    ELEMENTS_OF_UNITS(s);                                                                 \
    FOR_VECTORS(i, lanes, from, to) {                                                           \
      const V a = NAME(load)(s->a + i, lanes), b = expression;                                  \
      NAME(store)(s->out + i, b, lanes);                                                        \
    }                                                                                           \
  }
ARITHMETIC(add, a + NAME(load)(s->b + i, lanes))
ARITHMETIC(multiply, a * NAME(load)(s->b + i, lanes))
ARITHMETIC(scale, a * (V)(s->b[0]))
ARITHMETIC(copy, a)

static void NAME(fill)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) {
  (void)context;
  ELEMENTS_OF_UNITS(s);
  FOR_VECTORS(i, lanes, from, to) NAME(store)(s->out + i, SPLAT(s->s0), lanes);
}

#define VECTOR_FUNCTION(name)                                                        \
  static void NAME(name##_all)(const float *x, float *y, ptrdiff_t n) {       \
    ptrdiff_t at = 0;                                                         \
    FOR_WIDE(at, n) WIDE_STORE(y + at, WIDE(name##_v)(WIDE_LOAD(x + at)));    \
    FOR_VECTORS(i, lanes, at, n)                                              \
      NAME(store)(y + i, NAME(name##_v)(NAME(load)(x + i, lanes)), lanes);    \
  }
VECTOR_FUNCTION(exp) VECTOR_FUNCTION(log) VECTOR_FUNCTION(log1p) VECTOR_FUNCTION(tanh)
VECTOR_FUNCTION(sigmoid) VECTOR_FUNCTION(sin) VECTOR_FUNCTION(cos) VECTOR_FUNCTION(erf)
VECTOR_FUNCTION(softplus)
