// Sums over elements: 16 lanes whatever the vector width, then a fixed tree.
#define LANES 16
#define LANE_VECTORS (LANES / VW)

typedef struct NAME(SixteenLanes) { V part[LANE_VECTORS]; } NAME(SixteenLanes);
#define Lanes NAME(SixteenLanes)

INLINE Lanes NAME(lanes_of)(float value) {
  Lanes lanes;
  UNROLL for (int v = 0; v < LANE_VECTORS; v++) lanes.part[v] = SPLAT(value);
  return lanes;
}

// A vector whose first `lanes` lanes are those of v, the others those of `rest`.
INLINE V NAME(keep_first)(V v, ptrdiff_t lanes, float rest) {
  VI index;
  UNROLL for (int i = 0; i < VW; i++) index[i] = i;
  return SELECT(index < (VI)(int32_t)lanes, v, SPLAT(rest));
}

// Adding +0 for the lanes that have no element changes no bit: a sum that began as +0 is never -0.
INLINE void NAME(add_to_lanes)(Lanes *lanes, ptrdiff_t vector, V value, ptrdiff_t count) {
  V *part = &lanes->part[vector % LANE_VECTORS];
  *part += count == VW ? value : NAME(keep_first)(value, count, 0);
}

// Adds WIDE_LANES elements, of which the first belongs to the first lane.
INLINE void NAME(add_wide_to_lanes)(Lanes *lanes, const float *values) {
  UNROLL for (int v = 0; v < WIDE_LANES / VW; v++)
    lanes->part[v % LANE_VECTORS] += LOAD(values + v * VW);
}

INLINE float NAME(sum_of_lanes)(const Lanes *lanes) {
  float s[LANES];
  UNROLL for (int v = 0; v < LANE_VECTORS; v++) STORE(s + v * VW, lanes->part[v]);
  UNROLL for (int width = LANES / 2; width; width /= 2)
    UNROLL for (int q = 0; q < width; q++) s[q] += s[q + width];
  return s[0];
}

// The tree alone.
INLINE float NAME(tree)(float sums[LANES]) {
  UNROLL for (int width = LANES / 2; width; width /= 2)
    UNROLL for (int q = 0; q < width; q++) sums[q] += sums[q + width];
  return sums[0];
}

INLINE float NAME(maximum_of_lanes)(const Lanes *lanes) {
  float s[LANES];
  UNROLL for (int v = 0; v < LANE_VECTORS; v++) STORE(s + v * VW, lanes->part[v]);
  UNROLL for (int width = LANES / 2; width; width /= 2)
    UNROLL for (int q = 0; q < width; q++) s[q] = s[q] > s[q + width] ? s[q] : s[q + width];
  return s[0];
}
