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
        sums[r][v] = NAME(load)(t->start + r * t->startRow + v * VW,
                                LANES_LEFT(v * VW, t->columns));
  }
}

INLINE void NAME(end_tile)(const int rows, const int vectors, const Tile *t,
                           V sums[TILE_ROWS][TILE_VECTORS]) {
  if (t->columns == vectors * VW) {
    UNROLL for (int r = 0; r < rows; r++)
      UNROLL for (int v = 0; v < vectors; v++) STORE(t->out + r * t->outRow + v * VW, sums[r][v]);
  } else {
    UNROLL for (int r = 0; r < rows; r++)
      UNROLL for (int v = 0; v < vectors; v++)
        NAME(store)(t->out + r * t->outRow + v * VW, sums[r][v], LANES_LEFT(v * VW, t->columns));
  }
}

// `aRow` is an argument of its own, since it is mostly known here: with rows side by side the
// loads of A need one address register.
INLINE void NAME(tile)(const int rows, const int vectors, const ptrdiff_t aRow, const Tile *t) {
  V sums[TILE_ROWS][TILE_VECTORS];
  NAME(start_tile)(rows, vectors, t, sums);
  const float *a = t->a, *b = t->b;
  const ptrdiff_t aStep = t->aStep, bStep = t->bStep;
  for (ptrdiff_t k = t->depth; k > 0; k--) {
    V column[TILE_VECTORS];
    UNROLL for (int v = 0; v < vectors; v++) column[v] = LOAD(b + v * VW);
    UNROLL for (int r = 0; r < rows; r++) {
      V element = (V)(a[r * aRow]);
      UNROLL for (int v = 0; v < vectors; v++) sums[r][v] = element * column[v] + sums[r][v];
    }
    a += aStep;
    b += bStep;
  }
  NAME(end_tile)(rows, vectors, t, sums);
}

// One function for each size, with A's rows apart (`tile_…`) or side by side (`adjacent_…`).
#define TILE(rows, vectors)                                                           \
  static __attribute__((noinline)) void NAME(tile_##rows##_##vectors)(const Tile *t) { \
    NAME(tile)(rows, vectors, t->aRow, t);                                            \
  }                                                                                   \
  static __attribute__((noinline)) void NAME(adjacent_##rows##_##vectors)(const Tile *t) { \
    NAME(tile)(rows, vectors, 1, t);                                                  \
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
