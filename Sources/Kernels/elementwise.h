// Activations, their gradients, and the plain arithmetic of two buffers.

// lambda and lambda alpha of SELU: Self-Normalizing Neural Networks, Klambauer et al. 2017.
#ifndef KERNELS_ELEMENTWISE
#define KERNELS_ELEMENTWISE
#define SELU_SCALE 1.0507009873554804934193349852946f
#define SELU_SCALE_ALPHA 1.7580993408473768599402175208123f
#define ROOT_OF_HALF 0.70710678118654752440f
#define ONE_OVER_ROOT_OF_2_PI 0.39894228040143267794f
#endif

// Comparisons are turned so that NaN passes through: a network that diverged must show it.
INLINE V NAME(relu_v)(V x) { return SELECT(x <= SPLAT(0), SPLAT(0), x); }
INLINE V NAME(leaky_v)(V x, V slope) { return SELECT(x > SPLAT(0), x, slope * x); }
INLINE V NAME(elu_v)(V x, V alpha) {
  return SELECT(x > SPLAT(0), x, alpha * (NAME(exp_v)(x) - SPLAT(1)));
}
INLINE V NAME(selu_v)(V x) {
  return SELECT(x > SPLAT(0), SPLAT(SELU_SCALE) * x,
                SPLAT(SELU_SCALE_ALPHA) * (NAME(exp_v)(x) - SPLAT(1)));
}
// The share of a normal distribution below x.
INLINE V NAME(normal_share)(V x) {
  return SPLAT(0.5f) * (SPLAT(1) + NAME(erf_v)(x * SPLAT(ROOT_OF_HALF)));
}
INLINE V NAME(gelu_slope)(V x) {
  const V density = SPLAT(ONE_OVER_ROOT_OF_2_PI) * NAME(exp_v)(SPLAT(-0.5f) * x * x);
  return NAME(normal_share)(x) + x * density;
}
INLINE V NAME(silu_slope)(V x) {
  const V share = NAME(sigmoid_v)(x);
  return share * (SPLAT(1) + x * (SPLAT(1) - share));
}

// The sign of zero is zero, of NaN is NaN.
INLINE V NAME(sign)(V x) {
  return SELECT(x > SPLAT(0), SPLAT(1), SELECT(x < SPLAT(0), SPLAT(-1), x));
}

// y = f(x; s), or dx = f(dy, z; s). `function` is a constant where this is called.
INLINE V NAME(apply)(const ElementFunction function, V x, V z, V s) {
  const V one = SPLAT(1), zero = SPLAT(0);
  switch (function) {
    case functionTanh: return NAME(tanh_v)(x);
    case functionTanhGradient: return x * (one - z * z);
    case functionSigmoid: return NAME(sigmoid_v)(x);
    case functionSigmoidGradient: return x * (z * (one - z));
    case functionRelu: return NAME(relu_v)(x);
    case functionReluGradient: return SELECT(z <= zero, zero, x);
    case functionLeakyRelu: return NAME(leaky_v)(x, s);
    case functionLeakyReluGradient: return SELECT(z > zero, x, s * x);
    case functionElu: return NAME(elu_v)(x, s);
    case functionEluGradient: return SELECT(z > zero, x, x * (z + s));
    case functionSelu: return NAME(selu_v)(x);
    case functionSeluGradient:
      return x * SELECT(z > zero, SPLAT(SELU_SCALE), z + SPLAT(SELU_SCALE_ALPHA));
    case functionGelu: return x * NAME(normal_share)(x);
    case functionGeluGradient: return x * NAME(gelu_slope)(z);
    case functionSilu: return x * NAME(sigmoid_v)(x);
    case functionSiluGradient: return x * NAME(silu_slope)(z);
    case functionSoftplus: return NAME(softplus_v)(x);
    case functionSoftplusGradient: return x * NAME(sigmoid_v)(z);
    case functionExp: return NAME(exp_v)(x);
    case functionExpGradient: return x * z;
    case functionLog: return NAME(log_v)(x);
    case functionLogGradient: return x / z;
    case functionSquareRoot: return __builtin_elementwise_sqrt(x);
    case functionSquareRootGradient: return x / (z + z);
    case functionSquare: return x * x;
    case functionSquareGradient: return x * (z + z);
    case functionReciprocal: return one / x;
    case functionReciprocalGradient: return -(x * (z * z));
    case functionMagnitude: return NAME(magnitude)(x);
    case functionMagnitudeGradient: return x * NAME(sign)(z);
    case functionAtLeast: return SELECT(x < s, s, x);
    case functionAtLeastGradient: return SELECT(z < s, zero, x);
    case functionAtMost: return SELECT(x > s, s, x);
    case functionAtMostGradient: return SELECT(z > s, zero, x);
    case functionScale: return x * s;
    case functionQuotient: return x / s;
    case functionShift: return x + s;
    default: return x;
  }
}

INLINE void NAME(apply_loop)(const ElementFunction function, const float *x, float *y,
                             const float *other, ptrdiff_t n, float s) {
  if (!other) other = x;
  FOR_VECTORS(i, lanes, 0, n)
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
    FOR_VECTORS(i, lanes, 0, n)                                               \
      NAME(store)(y + i, NAME(name##_v)(NAME(load)(x + i, lanes)), lanes);    \
  }
VECTOR_FUNCTION(exp) VECTOR_FUNCTION(log) VECTOR_FUNCTION(log1p) VECTOR_FUNCTION(tanh)
VECTOR_FUNCTION(sigmoid) VECTOR_FUNCTION(sin) VECTOR_FUNCTION(cos) VECTOR_FUNCTION(erf)
VECTOR_FUNCTION(softplus)
