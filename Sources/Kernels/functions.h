// exp, log, log1p, tanh, sigmoid, sin, cos, erf and softplus of a vector of floats.
//
// Included by kernel_source.h once per instruction set, after the vector types. Every function is
// multiplications, additions, divisions and bit patterns in one fixed order, so each width gives
// the same bits, and so does the scalar twin in Sources/NeuralNet/Math. Within 2 ulp of the exact
// value for all 2³² arguments; NaN gives the canonical NaN. The coefficients are those of
// Tests/NeuralNetTests/References/polynomials.py.

#define VD NAME(doubles)
#define SPLAT_D(c) ((VD)(double)(c))
#define SIGN_OF(x) ((VI)(x) & (int)0x80000000)
#define WITH_SIGN(y, sign) ((V)((VI)(y) | (sign)))
#define POWER_OF_TWO(k) ((V)(((k) + 127) << 23))
#define NOT_A_NUMBER ((V)((VI)(0x7FC00000)))
#define INFINITE SPLAT(__builtin_inff())

typedef double VD __attribute__((ext_vector_type(VW)));

// MARK: - exp

// x + 1.5·2^23 is x rounded to a whole number, in the low bits of the sum.
#define ROUNDING SPLAT(12582912.0f)
#define ROUNDING_BITS 0x4B400000

/// `e^r = 1 + r + r² q(r)` with |r| <= ln 2 / 2 and `r = x - k ln 2`, `shifted` being k + ROUNDING.
INLINE V NAME(exp_rest)(V x, V shifted) {
  V n = shifted - ROUNDING;
  V high = x - n * SPLAT(0.693359375f);  // exact, as this part of ln 2 has 9 bits
  V low = n * SPLAT(-2.12194440e-4f);
  V r = high - low;
  V q = SPLAT(0.0013950476f);
  q = q * r + SPLAT(0.008368882f);
  q = q * r + SPLAT(0.041666206f);
  q = q * r + SPLAT(0.1666652f);
  q = q * r + SPLAT(0.5f);
  V one = high + SPLAT(1.0f);
  V lost = high - (one - SPLAT(1.0f));  // in the sum before
  return one + (lost - low + q * (r * r));
}

/// `e^x = 2^k e^r`; a NaN keeps its payload.
INLINE V NAME(exp_any)(V x) {
  V above = SELECT(x < SPLAT(-104.0f), SPLAT(-104.0f), x);  // where the result is 0
  V bounded = SELECT(above > SPLAT(89.0f), SPLAT(89.0f), above);  // and ∞
  V shifted = bounded * SPLAT(1.44269504f) + ROUNDING;
  VI k = (VI)shifted - ROUNDING_BITS;
  VI half = k >> 1;  // two factors, so that subnormal results are rounded once and 2^128 is ∞
  return NAME(exp_rest)(bounded, shifted) * POWER_OF_TWO(half) * POWER_OF_TWO(k - half);
}

/// The same bits for x <= 1, sooner: 2^(k + 64) is no subnormal, and 2^-64 rounds once.
INLINE V NAME(exp_down)(V x) {
  V bounded = SELECT(x < SPLAT(-104.0f), SPLAT(-104.0f), x);
  V shifted = bounded * SPLAT(1.44269504f) + ROUNDING;
  V power = (V)(((VI)shifted << 23) + ((127 + 64) << 23));  // all but k is shifted out
  return NAME(exp_rest)(bounded, shifted) * power * SPLAT(0x1p-64f);
}

/// `e^x`.
INLINE V NAME(exp_v)(V x) { return SELECT(x == x, NAME(exp_any)(x), NOT_A_NUMBER); }

// MARK: - log, log1p

/// `log(1 + f) = f - (f²/2 - s (f²/2 + R(s²)))` with `s = f / (2 + f)`, plus `n ln 2 + c`;
/// for f in [√½ - 1, √2 - 1] and a small correction c.
INLINE V NAME(log_sum)(V f, V n, V c) {
  V s = f / (f + SPLAT(2.0f));
  V z = s * s;
  V p = SPLAT(0.23668788f);
  p = p * z + SPLAT(0.28532067f);
  p = p * z + SPLAT(0.40000433f);
  p = p * z + SPLAT(0.6666666f);
  V h = f * f * SPLAT(0.5f);
  V tail = s * (p * z + h) + (n * SPLAT(-2.12194440e-4f) + c);
  return n * SPLAT(0.693359375f) - ((h - tail) - f);
}

/// `log x`; -∞ at 0, NaN below.
INLINE V NAME(log_v)(V x) {
  VI tiny = x < SPLAT(0x1p-126f);
  VI bits = (VI)SELECT(tiny, x * SPLAT(0x1p23f), x) - 0x3F3504F3;  // √½
  VI k = (bits >> 23) - (tiny & 23);
  V m = (V)((bits & 0x007FFFFF) + 0x3F3504F3);
  V n = (V)(k + ROUNDING_BITS) - ROUNDING;
  V y = NAME(log_sum)(m - SPLAT(1.0f), n, SPLAT(0.0f));
  y = SELECT(x < INFINITE, y, x);
  y = SELECT(x == SPLAT(0.0f), -INFINITE, y);
  return SELECT(x >= SPLAT(0.0f), y, NOT_A_NUMBER);
}

/// `log(1 + x)` without the rounding of `1 + x`; -∞ at -1, NaN below.
INLINE V NAME(log1p_v)(V x) {
  V u = x + SPLAT(1.0f);
  VI bits = (VI)u - 0x3F3504F3;
  VI k = bits >> 23;
  V m = (V)((bits & 0x007FFFFF) + 0x3F3504F3);
  V lost = SELECT(x < SPLAT(2.0f), x - (u - SPLAT(1.0f)), SPLAT(1.0f) - (u - x));
  VI direct = k == 0;  // 1 + x needs no scaling: take x itself
  V f = SELECT(direct, x, m - SPLAT(1.0f));
  V c = SELECT(direct, SPLAT(0.0f), lost / u);
  V n = (V)(k + ROUNDING_BITS) - ROUNDING;
  V y = NAME(log_sum)(f, n, c);
  y = SELECT(x < INFINITE, y, x);
  y = SELECT(x == SPLAT(0.0f), x, y);
  y = SELECT(x == SPLAT(-1.0f), -INFINITE, y);
  return SELECT(x >= SPLAT(-1.0f), y, NOT_A_NUMBER);
}

// MARK: - tanh, sigmoid, softplus

/// `tanh x`: `x + x z P(z)` with `z = x²` up to 0.3, where the quotient would lose a bit; beyond it
/// `E / (E + 2)` with `E = e^(2|x|) - 1 = 2^k m + (2^k - 1)`, `m = e^r - 1`.
INLINE V NAME(tanh_v)(V x) {
  V a = NAME(magnitude)(x);
  V bounded = SELECT(a > SPLAT(8.66f), SPLAT(8.66f), a);  // E + 2 is exact up to 2^25
  V shifted = bounded * SPLAT(2.88539008f) + ROUNDING;
  V power = (V)(((VI)shifted << 23) + 0x3F800000);  // 2^k: all but k is shifted out
  V r = (bounded + bounded) - (shifted - ROUNDING) * SPLAT(0.69314718f);
  V q = SPLAT(0.0013950476f);
  q = q * r + SPLAT(0.008368882f);
  q = q * r + SPLAT(0.041666206f);
  q = q * r + SPLAT(0.1666652f);
  q = q * r + SPLAT(0.5f);
  V m = q * (r * r) + r;
  V e = power * m + (power - SPLAT(1.0f));
  V far = SELECT(a > SPLAT(9.0109f), SPLAT(1.0f), e / (e + SPLAT(2.0f)));
  V z = x * x;
  V p = SPLAT(-0.050372306f);
  p = p * z + SPLAT(0.13314909f);
  p = p * z + SPLAT(-0.33333063f);
  V near = a * (p * z) + a;
  V y = WITH_SIGN(SELECT(a < SPLAT(0.3f), near, far), SIGN_OF(x));
  return SELECT(x == x, y, NOT_A_NUMBER);
}

/// `1 / (1 + e^-x)`, from `e = e^-|x|`; for x < 0 it is `e - e / (1 + e) e`, whose rounding is small.
INLINE V NAME(sigmoid_v)(V x) {
  V e = NAME(exp_down)(-NAME(magnitude)(x));
  VI negative = x < SPLAT(0.0f);
  V y = SELECT(negative, e, SPLAT(1.0f)) / (e + SPLAT(1.0f));
  return SELECT(x == x, SELECT(negative, e - e * y, y), NOT_A_NUMBER);
}

/// `log(1 + e^x) = max(x, 0) + log1p(e^-|x|)`.
INLINE V NAME(softplus_v)(V x) {
  V positive = SELECT(x > SPLAT(0.0f), x, SPLAT(0.0f));
  V y = positive + NAME(log1p_v)(NAME(exp_down)(-NAME(magnitude)(x)));
  return SELECT(x == x, y, NOT_A_NUMBER);
}

// MARK: - erf

/// `erf x`: `x + x P(x²)` up to 7/8, beyond it `1 - e^Q(|x|)` with `Q = log erfc`.
INLINE V NAME(erf_v)(V x) {
  V z = x * x;
  V p = SPLAT(-0.0006222423f);
  p = p * z + SPLAT(0.005035872f);
  p = p * z + SPLAT(-0.026793955f);
  p = p * z + SPLAT(0.112825245f);
  p = p * z + SPLAT(-0.37612557f);
  p = p * z + SPLAT(0.12837915f);
  V near = x * p + x;
  V a = NAME(magnitude)(x);
  a = SELECT(a > SPLAT(4.0f), SPLAT(4.0f), a);  // where erf is 1 to the last bit
  V q = SPLAT(-2.0556614e-05f);
  q = q * a + SPLAT(0.00042825288f);
  q = q * a + SPLAT(-0.0041410713f);
  q = q * a + SPLAT(0.025040764f);
  q = q * a + SPLAT(-0.10815903f);
  q = q * a + SPLAT(-0.6334563f);
  q = q * a + SPLAT(-1.1294612f);
  q = q * a + SPLAT(0.00016358831f);
  V far = WITH_SIGN(SPLAT(1.0f) - NAME(exp_down)(q), SIGN_OF(x));
  return SELECT(x == x, SELECT(a < SPLAT(0.875f), near, far), NOT_A_NUMBER);
}

// MARK: - sin, cos

/// x modulo π/2 for finite |x| >= 2^20, and the quadrant: 24 bits times a window of 2/π (Payne and
/// Hanek 1983). The top 64 bits of the product are the quadrant (2 bits) and its fraction.
static inline double NAME(reduce_far)(float x, int *quadrant) {
  static const uint32_t twoOverPi[8] = {0,          0xA2F9836E, 0x4E441529, 0xFC2757D1,
                                        0xF534DDC0, 0xDB629599, 0x3C439041, 0xFE5163AB};
  union { float number; uint32_t bits; } parts = {x};
  uint64_t mantissa = (parts.bits & 0x007FFFFF) | 0x00800000;
  uint32_t first = ((parts.bits >> 23) & 0xFF) - 150 + 30;  // the first bit that is no multiple of 4
  const uint32_t *w = twoOverPi + (first >> 5);
  uint32_t shift = first & 31;
  uint64_t a = ((uint64_t)w[0] << 32 | w[1]) << shift | ((uint64_t)w[2] << shift) >> 32;
  uint64_t b = (((uint64_t)w[2] << 32 | w[3]) << shift) >> 32;
  uint64_t product = mantissa * a + (mantissa * b >> 32);
  uint64_t n = (product + ((uint64_t)1 << 61)) >> 62;
  double r = (double)(int64_t)(product - (n << 62)) * 0x1.921fb54442d18p-62;
  int negative = (int)(parts.bits >> 31);
  *quadrant = negative ? -(int)n : (int)n;
  return negative ? -r : r;
}

/// `sin(x + quarters π/2)`, in double precision inside, so that the reduction costs no digits.
INLINE V NAME(sine)(V x, int quarters) {
  V a = NAME(magnitude)(x);
  VI inside = a < SPLAT(0x1p20f);
  VD d = __builtin_convertvector(SELECT(inside, x, SPLAT(0.0f)), VD);
  VD n = d * SPLAT_D(0x1.45f306dc9c883p-1) + SPLAT_D(0x1.8p52) - SPLAT_D(0x1.8p52);
  VD r = (d - n * SPLAT_D(0x1.921fb544p0)) - n * SPLAT_D(0x1.0b4611a626331p-34);  // π/2, 33 bits first
  VI q = __builtin_convertvector(n, VI);
  VI outside = ~inside & (a < INFINITE);
  if (__builtin_reduce_or(outside))
    for (int i = 0; i < VW; i++)
      if (outside[i]) {
        int quadrant;
        r[i] = NAME(reduce_far)(x[i], &quadrant);
        q[i] = quadrant;
      }
  q += quarters;
  VD z = r * r;
  VD s = SPLAT_D(2.7183116324152407e-06);
  s = s * z + SPLAT_D(-0.00019839334850339454);
  s = s * z + SPLAT_D(0.008333329385932392);
  s = s * z + SPLAT_D(-0.16666666641626873);
  s = (s * z + SPLAT_D(1.0)) * r;  // a product, which keeps the sign of zero
  VD c = SPLAT_D(-2.721023800833464e-07);
  c = c * z + SPLAT_D(2.4799520011249807e-05);
  c = c * z + SPLAT_D(-0.0013888883753416972);
  c = c * z + SPLAT_D(0.04166666662282809);
  c = c * (z * z) + (SPLAT_D(1.0) - z * SPLAT_D(0.5));
  V sine = __builtin_convertvector(s, V);
  V cosine = __builtin_convertvector(c, V);
  V y = SELECT((q & 1) == 0, sine, cosine);
  y = (V)((VI)y ^ ((q & 2) << 30));
  return SELECT(a < INFINITE, y, NOT_A_NUMBER);
}

/// `sin x`, x in radians; NaN at ±∞.
INLINE V NAME(sin_v)(V x) { return NAME(sine)(x, 0); }

/// `cos x`, x in radians; NaN at ±∞.
INLINE V NAME(cos_v)(V x) { return NAME(sine)(x, 1); }

#undef VD
#undef SPLAT_D
#undef SIGN_OF
#undef WITH_SIGN
#undef POWER_OF_TWO
#undef NOT_A_NUMBER
#undef INFINITE
#undef ROUNDING
#undef ROUNDING_BITS
