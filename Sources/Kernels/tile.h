// The innermost part of a product: a few rows by one or two vectors of columns, in registers.
//
// Each lane of an accumulator is one chain over the depth, ascending: the order never depends on
// the tile's size, and so neither do the bits.

// Shared by the instances; strides are in elements, so that an operand may be read transposed.
#ifndef KERNELS_TILE
#define KERNELS_TILE
typedef struct Tile {
  ptrdiff_t depth;
  const float *a;
  ptrdiff_t aRow, aStep;  // to the next row, and to the next k
  const float *b;
  ptrdiff_t bStep;  // to the next k; columns lie side by side
  const float *start;
  ptrdiff_t startRow;  // 0 for a bias, which is the same in each row; no `start` means zeros
  float *out;
  ptrdiff_t outRow;
  ptrdiff_t columns;  // that exist; b is padded to whole vectors
} Tile;
typedef void (*TileKernel)(const Tile *);
#endif

INLINE void NAME(start_tile)(const int rows, const int vectors, const Tile *t,
                             V sums[TILE_ROWS][TILE_VECTORS]) {
  if (!t->start) {
    UNROLL for (int r = 0; r < rows; r++)
      UNROLL for (int v = 0; v < vectors; v++) sums[r][v] = SPLAT(0);
  } else if (t->columns == vectors * VW) {
    UNROLL for (int r = 0; r < rows; r++)
      UNROLL for (int v = 0; v < vectors; v++)
        sums[r][v] = LOAD(t->start + r * t->startRow + v * VW);
  } else {
    UNROLL for (int r = 0; r < rows; r++)
      UNROLL for (int v = 0; v < vectors; v++)
        sums[r][v] = v < vectors - 1
                         ? LOAD(t->start + r * t->startRow + v * VW)
                         : NAME(load_first)(t->start + r * t->startRow + v * VW,
                                            t->columns - v * VW);
  }
}

INLINE void NAME(end_tile)(const int rows, const int vectors, const Tile *t,
                           V sums[TILE_ROWS][TILE_VECTORS]) {
  float *out = t->out;
  const ptrdiff_t outRow = t->outRow, columns = t->columns;
  if (columns == vectors * VW) {
    UNROLL for (int r = 0; r < rows; r++, out += outRow)
      UNROLL for (int v = 0; v < vectors; v++) STORE(out + v * VW, sums[r][v]);
  } else {
    UNROLL for (int r = 0; r < rows; r++, out += outRow) {
      UNROLL for (int v = 0; v < vectors - 1; v++) STORE(out + v * VW, sums[r][v]);
      NAME(store_first)(out + (vectors - 1) * VW, sums[r][vectors - 1],
                        columns - (vectors - 1) * VW);
    }
  }
}

// The rows of A are `aRow` apart, or side by side if that is 1; then the steps are `aStep` apart,
// otherwise 1. A pointer for each three rows is what addresses of x86 make the most of; the compiler
// would rather add the stride to one pointer over and over, in a loop that has no cycle to spare.
INLINE void NAME(tile)(const int rows, const int vectors, const int areAdjacent,
                       const ptrdiff_t aRow, const ptrdiff_t aStep, const Tile *t) {
  V sums[TILE_ROWS][TILE_VECTORS];
  NAME(start_tile)(rows, vectors, t, sums);
  const float *threes[(TILE_ROWS + 2) / 3], *b = t->b;
  const int count = areAdjacent ? 1 : (rows + 2) / 3;
  const ptrdiff_t bStep = t->bStep;
  UNROLL for (int i = 0; i < count; i++) threes[i] = t->a + 3 * i * aRow;
  for (ptrdiff_t k = t->depth; k > 0; k--) {
    V column[TILE_VECTORS];
    UNROLL for (int v = 0; v < vectors; v++) column[v] = LOAD(b + v * VW);
    UNROLL for (int i = 0; i < count; i++) OPAQUE(threes[i]);
    UNROLL for (int r = 0; r < rows; r++) {
      const V element = (V)(areAdjacent ? threes[0][r] : threes[r / 3][r % 3 * aRow]);
      UNROLL for (int v = 0; v < vectors; v++) sums[r][v] = element * column[v] + sums[r][v];
    }
    UNROLL for (int i = 0; i < count; i++) threes[i] += aStep;
    b += bStep;
  }
  NAME(end_tile)(rows, vectors, t, sums);
}

// One function for each size, with A's rows apart (`tile_…`) or side by side (`adjacent_…`).
#define TILE(rows, vectors)                                                           \
  static __attribute__((noinline)) void NAME(tile_##rows##_##vectors)(const Tile *t) { \
    NAME(tile)(rows, vectors, 0, t->aRow, 1, t);                                      \
  }                                                                                   \
  static __attribute__((noinline)) void NAME(adjacent_##rows##_##vectors)(const Tile *t) { \
    NAME(tile)(rows, vectors, 1, 1, t->aStep, t);                                     \
  }
#define TILES_OF_4(X, v) X(1, v) X(2, v) X(3, v) X(4, v)
#define TILES_OF_6(X, v) TILES_OF_4(X, v) X(5, v) X(6, v)
#define TILES_OF_14(X, v) \
  TILES_OF_6(X, v) X(7, v) X(8, v) X(9, v) X(10, v) X(11, v) X(12, v) X(13, v) X(14, v)
#define ALL_TILES(X, v) JOIN(TILES_OF_, TILE_ROWS)(X, v)

ALL_TILES(TILE, 1)
#if TILE_VECTORS == 2
ALL_TILES(TILE, 2)
#endif

// [adjacent rows][vectors - 1][rows - 1]
#define TILE_ENTRY(rows, vectors) NAME(tile_##rows##_##vectors),
#define ADJACENT_ENTRY(rows, vectors) NAME(adjacent_##rows##_##vectors),
static const TileKernel NAME(tiles)[2][TILE_VECTORS][TILE_ROWS] = {
#if TILE_VECTORS == 2
    {{ALL_TILES(TILE_ENTRY, 1)}, {ALL_TILES(TILE_ENTRY, 2)}},
    {{ALL_TILES(ADJACENT_ENTRY, 1)}, {ALL_TILES(ADJACENT_ENTRY, 2)}},
#else
    {{ALL_TILES(TILE_ENTRY, 1)}},
    {{ALL_TILES(ADJACENT_ENTRY, 1)}},
#endif
};
