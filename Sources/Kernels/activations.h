// Activations, their gradients and other functions of an element, for one vector.

// lambda and lambda alpha of SELU: Self-Normalizing Neural Networks, Klambauer et al. 2017.
#ifndef KERNELS_ACTIVATIONS
#define KERNELS_ACTIVATIONS
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
