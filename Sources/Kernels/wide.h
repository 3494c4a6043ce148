// The functions of loops over elements once more, for WIDE_LANES lanes: several vectors at a time.
//
// A function of one vector is a chain of operations, each of which waits for the one before, and no
// core looks far enough ahead to fill the time with the vectors that follow. The chains of several
// vectors side by side do. Each lane computes what it would alone.
#define WIDE(x) JOIN(x, JOIN(_wide, SUFFIX))
#pragma push_macro("NAME")
#pragma push_macro("VW")
#undef NAME
#undef VW
#define NAME(x) WIDE(x)
#define VW WIDE_LANES

VECTOR_TYPES
INLINE V NAME(magnitude)(V x) { return (V)((VI)x & 0x7fffffff); }
#include "functions.h"
#include "activations.h"
#include "loss_formulas.h"

#pragma pop_macro("VW")
#pragma pop_macro("NAME")

#define WIDE_SPLAT(c) ((WIDE(Vector))(float)(c))
#define WIDE_LOAD(p) (*(const WIDE(UnalignedVector) *)(p))
#define WIDE_STORE(p, v) (*(WIDE(UnalignedVector) *)(p) = (v))

// Goes on from i as long as all lanes have elements; what is left is for FOR_VECTORS.
#define FOR_WIDE(i, last) \
  for (; WIDE_LANES > VW && i + WIDE_LANES <= (last); i += WIDE_LANES)
