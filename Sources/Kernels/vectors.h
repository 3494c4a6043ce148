// The instance's vector types and the few things done with them.
//
// The including file defines SUFFIX (of all names of the instance) and VW (floats in a vector).
#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)
#define NAME(x) JOIN(x, SUFFIX)
#define INLINE static inline __attribute__((always_inline))
#define UNROLL _Pragma("clang loop unroll(full)")

#define V NAME(Vector)
#define VU NAME(UnalignedVector)
#define VI NAME(IntegerVector)
#define VECTOR_TYPES                                                 \
  typedef float V __attribute__((ext_vector_type(VW)));              \
  typedef float VU __attribute__((ext_vector_type(VW), aligned(4))); \
  typedef int32_t VI __attribute__((ext_vector_type(VW)));
VECTOR_TYPES

#define SPLAT(c) ((V)(float)(c))
#define LOAD(p) (*(const VU *)(p))
#define STORE(p, v) (*(VU *)(p) = (v))

// `mask` is a VI of all ones or zeros, the result of a comparison. Bitwise, so that no compiler
// turns it into a minimum or maximum with other rules for NaN and signed zero.
#define SELECT(mask, a, b) ((V)(((VI)(a) & (VI)(mask)) | ((VI)(b) & ~(VI)(mask))))

// The first `lanes` lanes of a vector in memory, zeros in the others; and the way back.
#if defined(__x86_64__) && VW == 16
INLINE V NAME(load_first)(const float *p, ptrdiff_t lanes) {
  return (V)_mm512_maskz_loadu_ps((__mmask16)((1u << lanes) - 1), p);
}
INLINE void NAME(store_first)(float *p, V v, ptrdiff_t lanes) {
  _mm512_mask_storeu_ps(p, (__mmask16)((1u << lanes) - 1), (__m512)v);
}
#else
#if defined(__x86_64__) && VW == 8
INLINE V NAME(load_first)(const float *p, ptrdiff_t lanes) {
  const VI number = {0, 1, 2, 3, 4, 5, 6, 7};
  return (V)_mm256_maskload_ps(p, (__m256i)(number < (VI)(int32_t)lanes));
}
#else
INLINE V NAME(load_first)(const float *p, ptrdiff_t lanes) {
  V v = SPLAT(0);
  UNROLL for (int i = 0; i < VW; i++) if (i < lanes) v[i] = p[i];
  return v;
}
#endif
// Masked stores are slow where vectors have 8 lanes: four, two and one at a time instead.
INLINE void NAME(store_first)(float *p, V v, ptrdiff_t lanes) {
#if VW == 8
  typedef float Four __attribute__((ext_vector_type(4), aligned(4)));
  if (lanes & 8) {
    STORE(p, v);
    return;
  }
  if (lanes & 4) {
    *(Four *)p = v.lo;
    p += 4;
    v.lo = v.hi;
  }
#else
  if (lanes & 4) {
    STORE(p, v);
    return;
  }
#endif
  typedef float Two __attribute__((ext_vector_type(2), aligned(4)));
  if (lanes & 2) {
    *(Two *)p = v.s01;
    p += 2;
    v.s0 = v.s2;
  }
  if (lanes & 1) *p = v.s0;
}
#endif

// Keeps a compiler from working out a pointer in another way; only where registers are few.
#undef OPAQUE
#if defined(__x86_64__)
#define OPAQUE(pointer) __asm__("" : "+r"(pointer))
#else
#define OPAQUE(pointer)
#endif

INLINE V NAME(load)(const float *p, ptrdiff_t lanes) {
  return lanes == VW ? LOAD(p) : NAME(load_first)(p, lanes);
}
INLINE void NAME(store)(float *p, V v, ptrdiff_t lanes) {
  if (lanes == VW) STORE(p, v);
  else NAME(store_first)(p, v, lanes);
}

// Walks [first, last) a vector at a time; `lanes` is VW but for the last one, which does the same
// operations on what is left. So there is no scalar tail that could round otherwise.
#define LANES_LEFT(i, last) ((last) - (i) < VW ? (last) - (i) : VW)
#define FOR_VECTORS(i, lanes, first, last) \
  for (ptrdiff_t i = (first), lanes; i < (last) && (lanes = LANES_LEFT(i, last), 1); i += VW)
// The same for one statement, which is there twice, so that the vectors before the last are never
// asked how many lanes they have.
#define EACH_VECTOR(i, lanes, first, last, statement)  \
  {                                                    \
    ptrdiff_t i = (first);                             \
    for (; i + VW <= (last); i += VW) {                \
      const ptrdiff_t lanes = VW;                      \
      statement;                                       \
    }                                                  \
    if (i < (last)) {                                  \
      const ptrdiff_t lanes = (last) - i;              \
      statement;                                       \
    }                                                  \
  }

INLINE V NAME(maximum)(V a, V b) { return SELECT(a > b, a, b); }
INLINE V NAME(magnitude)(V x) { return (V)((VI)x & 0x7fffffff); }
