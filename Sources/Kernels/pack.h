// Copies of operands in the order in which tiles read them.

#if VW == 16
#define SWAP_1(x, y) \
  __builtin_shufflevector(x, y, 0, 16, 2, 18, 4, 20, 6, 22, 8, 24, 10, 26, 12, 28, 14, 30), \
  __builtin_shufflevector(x, y, 1, 17, 3, 19, 5, 21, 7, 23, 9, 25, 11, 27, 13, 29, 15, 31)
#define SWAP_2(x, y) \
  __builtin_shufflevector(x, y, 0, 1, 16, 17, 4, 5, 20, 21, 8, 9, 24, 25, 12, 13, 28, 29), \
  __builtin_shufflevector(x, y, 2, 3, 18, 19, 6, 7, 22, 23, 10, 11, 26, 27, 14, 15, 30, 31)
#define SWAP_4(x, y) \
  __builtin_shufflevector(x, y, 0, 1, 2, 3, 16, 17, 18, 19, 8, 9, 10, 11, 24, 25, 26, 27), \
  __builtin_shufflevector(x, y, 4, 5, 6, 7, 20, 21, 22, 23, 12, 13, 14, 15, 28, 29, 30, 31)
#define SWAP_8(x, y) \
  __builtin_shufflevector(x, y, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23), \
  __builtin_shufflevector(x, y, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31)
#elif VW == 8
#define SWAP_1(x, y) \
  __builtin_shufflevector(x, y, 0, 8, 2, 10, 4, 12, 6, 14), \
  __builtin_shufflevector(x, y, 1, 9, 3, 11, 5, 13, 7, 15)
#define SWAP_2(x, y) \
  __builtin_shufflevector(x, y, 0, 1, 8, 9, 4, 5, 12, 13), \
  __builtin_shufflevector(x, y, 2, 3, 10, 11, 6, 7, 14, 15)
#define SWAP_4(x, y) \
  __builtin_shufflevector(x, y, 0, 1, 2, 3, 8, 9, 10, 11), \
  __builtin_shufflevector(x, y, 4, 5, 6, 7, 12, 13, 14, 15)
#else
#define SWAP_1(x, y) \
  __builtin_shufflevector(x, y, 0, 4, 2, 6), \
  __builtin_shufflevector(x, y, 1, 5, 3, 7)
#define SWAP_2(x, y) \
  __builtin_shufflevector(x, y, 0, 1, 4, 5), \
  __builtin_shufflevector(x, y, 2, 3, 6, 7)
#endif

// Swaps the blocks of `size` lanes across the diagonal, for rows `size` apart.
#define SWAP_BLOCKS(size)                              \
  UNROLL for (int i = 0; i < VW; i++) if (!(i & size)) { \
    V both[2] = {SWAP_##size(rows[i], rows[i + size])}; \
    rows[i] = both[0];                                 \
    rows[i + size] = both[1];                          \
  }

// Transposes VW x VW.
INLINE void NAME(turn)(V rows[VW]) {
  SWAP_BLOCKS(1)
  SWAP_BLOCKS(2)
#if VW >= 8
  SWAP_BLOCKS(4)
#endif
#if VW == 16
  SWAP_BLOCKS(8)
#endif
}

// From `count` rows with `lanes` elements each, zeros elsewhere, to `lanes` rows.
INLINE void NAME(transpose)(const float *from, ptrdiff_t fromRow, ptrdiff_t count, ptrdiff_t lanes,
                            float *to, ptrdiff_t toRow) {
  V rows[VW];
  if (count == VW && lanes == VW) {
    UNROLL for (int i = 0; i < VW; i++) rows[i] = LOAD(from + i * fromRow);
  } else {
    UNROLL for (int i = 0; i < VW; i++)
      rows[i] = i < count ? NAME(load_first)(from + i * fromRow, lanes) : SPLAT(0);
  }
  NAME(turn)(rows);
  if (lanes == VW) {
    UNROLL for (int i = 0; i < VW; i++) STORE(to + i * toRow, rows[i]);
  } else {
    UNROLL for (int i = 0; i < VW; i++) if (i < lanes) STORE(to + i * toRow, rows[i]);
  }
}

// A panel of B: `depth` rows of `vectors` vectors, padded with zeros beyond `columns`.
static __attribute__((noinline)) void NAME(pack_columns)(
    ptrdiff_t depth, ptrdiff_t columns, ptrdiff_t vectors, const float *b, ptrdiff_t bRow,
    ptrdiff_t bColumn, float *to) {
  const ptrdiff_t width = vectors * VW;
  for (ptrdiff_t v = 0; v < width; v += VW) {
    const ptrdiff_t lanes = LANES_LEFT(v, columns);
    if (bColumn == 1) {
      for (ptrdiff_t k = 0; k < depth; k++) {
        const float *row = b + k * bRow + v;
        __builtin_prefetch(row + width, 0, 2);  // of the next panel
        STORE(to + k * width + v, NAME(load)(row, lanes));
      }
    } else {
      FOR_VECTORS(k, steps, 0, depth)
        NAME(transpose)(b + v * bColumn + k, bColumn, lanes, steps, to + k * width + v, width);
    }
  }
}

// Rows of A side by side: element (r, k) goes to to[k * rows + r]. A vector's worth of rows and steps
// at a time, the last rows first: what is written beyond them is overwritten later. So `to` must have
// room for a vector more.
static __attribute__((noinline)) void NAME(pack_rows)(ptrdiff_t depth, ptrdiff_t rows,
                                                      const float *a, ptrdiff_t aRow,
                                                      ptrdiff_t aColumn, float *to) {
  for (ptrdiff_t first = (rows - 1) / VW * VW; first >= 0; first -= VW) {
    const ptrdiff_t count = LANES_LEFT(first, rows);
    if (aRow == 1) {
      for (ptrdiff_t k = 0; k < depth; k++)
        NAME(store)(to + k * rows + first, NAME(load)(a + k * aColumn + first, count), count);
    } else {
      FOR_VECTORS(k, steps, 0, depth)
        NAME(transpose)(a + first * aRow + k, aRow, count, steps, to + k * rows + first, rows);
    }
  }
}
