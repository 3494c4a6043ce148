// The product of two matrices: panels of columns, blocks of the depth, tiles of rows.

#ifndef KERNELS_PRODUCT
#define KERNELS_PRODUCT
// out = function(start + A B, other; s); strides in elements.
typedef struct Product {
  ptrdiff_t rows, columns, depth;
  const float *a;
  ptrdiff_t aRow, aColumn;
  const float *b;
  ptrdiff_t bRow, bColumn;  // one of the two is 1
  const float *packed;      // B panel by panel, as pack_weights leaves it, or null
  const float *start;
  ptrdiff_t startRow;
  float *out;
  ptrdiff_t outRow;
  ElementFunction function;
  const float *other;  // lies as `out` does
  float s;
} Product;

// A block of the depth is what a packed panel of B holds: half of the first-level cache, at two
// vectors of 8. Sums are stored and loaded again between two blocks, which is exact.
#define DEPTH_BLOCK 256
// Floats in the first-level cache.
#define FIRST_LEVEL (1 << 13)
// Columns from which on packing A pays.
#define PACKING_COLUMNS 128
// Floats of packed A, about what stays in the second-level cache.
#define PACKED_ROWS (1 << 16)
#endif

// Rows of A that lie together tile by tile are read fastest: copying them pays where there are enough
// columns, or, if they lie side by side in a wide matrix, where that leaves the first-level cache.
INLINE int NAME(packs_rows)(const Product *p) {
  if (p->rows < 8 || p->columns < PACKING_COLUMNS) return 0;
  const ptrdiff_t depth = p->depth < DEPTH_BLOCK ? p->depth : DEPTH_BLOCK;
  return p->aRow != 1 || depth * p->aColumn > FIRST_LEVEL;
}

// B may be read in place if whole vectors lie side by side, and it is as a copy would be or is read
// only once or twice.
INLINE int NAME(reads_in_place)(const Product *p, ptrdiff_t columns, ptrdiff_t width,
                                ptrdiff_t rows) {
  if (p->bColumn != 1 || columns != width) return 0;
  return p->bRow == width || rows <= TILE_ROWS || (rows <= 2 * TILE_ROWS && p->bRow % 512 != 0);
}

// All rows of one panel of columns within one block of the depth: tiles of about equal height.
INLINE void NAME(panel)(Tile t, ptrdiff_t vectors, ptrdiff_t rows, float *packed, int isPacked) {
  const uint32_t count = (uint32_t)(rows + TILE_ROWS - 1) / TILE_ROWS;
  const uint32_t least = count <= 2 ? (uint32_t)rows >> (count - 1) : (uint32_t)rows / count,
                 higher = (uint32_t)rows - least * count;
  const ptrdiff_t aRow = t.aRow, aStep = t.aStep;
  for (uint32_t i = 0; i < count; i++) {
    const ptrdiff_t height = least + (i < higher);
    const float *a = t.a;
    if (packed) {
      if (!isPacked) NAME(pack_rows)(t.depth, height, a, aRow, aStep, packed);
      t.a = packed;
      t.aRow = 1;
      t.aStep = height;
      packed += height * t.depth;
    }
    NAME(tiles)[t.aRow == 1][vectors - 1][height - 1](&t);
    t.a = a + height * aRow;
    t.out += height * t.outRow;
    if (t.start) t.start += height * t.startRow;
  }
}

// Rows [row, row + rows) and the terms [k, k + depth) of the sums.
INLINE void NAME(product_block)(const Product *p, ptrdiff_t row, ptrdiff_t rows, ptrdiff_t k,
                                ptrdiff_t depth, float *scratch) {
  float *panelOfB = scratch, *rowsOfA = scratch + DEPTH_BLOCK * TILE_VECTORS * VW;
  const int packs = NAME(packs_rows)(p);
  for (ptrdiff_t j = 0; j < p->columns;) {
    const ptrdiff_t left = p->columns - j, vectors = TILE_VECTORS == 2 && left > VW ? 2 : 1;
    const ptrdiff_t width = vectors * VW, columns = left < width ? left : width;
    Tile t = {.depth = depth, .a = p->a + row * p->aRow + k * p->aColumn, .aRow = p->aRow,
              .aStep = p->aColumn, .b = p->b + k * p->bRow + j * p->bColumn, .bStep = p->bRow,
              .out = p->out + row * p->outRow + j, .outRow = p->outRow, .columns = columns};
    if (p->packed) {
      t.b = p->packed + j * p->depth + k * width;
      t.bStep = width;
    } else if (!NAME(reads_in_place)(p, columns, width, rows)) {
      NAME(pack_columns)(depth, columns, vectors, t.b, p->bRow, p->bColumn, panelOfB);
      t.b = panelOfB;
      t.bStep = width;
    }
    if (k > 0) {
      t.start = t.out;
      t.startRow = p->outRow;
    } else if (p->start) {
      t.start = p->start + row * p->startRow + j;
      t.startRow = p->startRow;
    }
    NAME(panel)(t, vectors, rows, packs ? rowsOfA : 0, j > 0);
    if (p->function != functionNone && k + depth == p->depth)
      NAME(apply_rows)(p->function, t.out, t.out, p->other ? p->other + row * p->outRow + j : 0,
                       rows, columns, p->outRow, p->s);
    j += width;
  }
}

// One panel of columns that is read in place.
static void NAME(one_panel)(const Product *p) {
  const Tile t = {.depth = p->depth, .a = p->a, .aRow = p->aRow, .aStep = p->aColumn, .b = p->b,
                  .bStep = p->bRow, .start = p->start, .startRow = p->startRow, .out = p->out,
                  .outRow = p->outRow, .columns = p->columns};
  NAME(panel)(t, p->columns / VW, p->rows, 0, 0);
  if (p->function != functionNone)
    NAME(apply_rows)(p->function, p->out, p->out, p->other, p->rows, p->columns, p->outRow, p->s);
}

static void NAME(product)(const Product *p, float *scratch) {
  if ((p->columns == VW || p->columns == TILE_VECTORS * VW) && p->depth <= DEPTH_BLOCK && !p->packed
      && NAME(reads_in_place)(p, p->columns, p->columns, p->rows)) {
    NAME(one_panel)(p);
    return;
  }
  const int packs = NAME(packs_rows)(p);
  for (ptrdiff_t k = 0; k < p->depth; k += DEPTH_BLOCK) {
    const ptrdiff_t depth = p->depth - k < DEPTH_BLOCK ? p->depth - k : DEPTH_BLOCK;
    const ptrdiff_t most = packs ? PACKED_ROWS / depth / 4 * 4 : p->rows;
    for (ptrdiff_t row = 0; row < p->rows; row += most)
      NAME(product_block)(p, row, p->rows - row < most ? p->rows - row : most, k, depth, scratch);
  }
}

// A single column of columns of A: the roles of A and B are swapped, so that vectors run along the
// rows of the result, which lie side by side.
INLINE Product NAME(single_column)(const Product *p) {
  Product q = *p;
  q.rows = 1;
  q.columns = p->rows;
  q.a = p->b;
  q.aRow = 1;
  q.aColumn = p->bRow;
  q.b = p->a;
  q.bRow = p->aColumn;
  q.bColumn = p->aRow;
  q.packed = 0;
  if (p->start && p->startRow != 1) {  // rows lie apart, or all are one bias
    for (ptrdiff_t i = 0; i < p->rows; i++) p->out[i] = p->start[i * p->startRow];
    q.start = p->out;
  }
  q.startRow = q.outRow = p->rows;
  return q;
}

// What the sums of `count` rows of a single column begin with.
INLINE V NAME(start_of_column)(const Product *p, ptrdiff_t row, ptrdiff_t count) {
  if (!p->start) return SPLAT(0);
  if (p->startRow == 0) return (V)(p->start[0]);
  if (p->startRow == 1) return NAME(load)(p->start + row, count);
  float starts[VW] = {0};
  for (ptrdiff_t i = 0; i < count; i++) starts[i] = p->start[(row + i) * p->startRow];
  return LOAD(starts);
}

// A single column of rows of A, with B side by side: the products of a block of rows are turned in
// registers, so that vectors of sums run along the rows of the result.
static void NAME(column_of_rows)(const Product *p) {
  const ptrdiff_t aRow = p->aRow, depth = p->depth;
  FOR_VECTORS(row, count, 0, p->rows) {
    const float *a = p->a + row * aRow;
    V sum = NAME(start_of_column)(p, row, count);
    FOR_VECTORS(k, steps, 0, depth) {
      V products[VW];
      const V factors = NAME(load)(p->b + k, steps);
      if (count == VW && steps == VW) {
        UNROLL for (int i = 0; i < VW; i++) products[i] = LOAD(a + i * aRow + k) * factors;
        NAME(turn)(products);
        UNROLL for (int i = 0; i < VW; i++) sum += products[i];
      } else {
        UNROLL for (int i = 0; i < VW; i++)
          products[i] = i < count ? NAME(load_first)(a + i * aRow + k, steps) * factors : SPLAT(0);
        NAME(turn)(products);
        UNROLL for (int i = 0; i < VW; i++) if (i < steps) sum += products[i];
      }
    }
    NAME(store)(p->out + row, sum, count);
  }
  NAME(apply_elements)(p->function, p->out, p->out, p->other, p->rows, p->s);
}

INLINE void NAME(multiply_matrices)(const Product *p, float *scratch) {
  if (p->columns == 1 && p->outRow == 1 && p->aColumn == 1 && p->bRow == 1) {
    NAME(column_of_rows)(p);
  } else if (p->columns == 1 && p->outRow == 1) {
    const Product q = NAME(single_column)(p);
    NAME(product)(&q, scratch);
#ifdef NARROW_SUFFIX
  } else if (p->columns <= VW / 2) {
    JOIN(product, NARROW_SUFFIX)(p, scratch);
#endif
  } else {
    NAME(product)(p, scratch);
  }
}

// The units are columns or rows, whichever there are more of.
static void NAME(matmul)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) {
  const ptrdiff_t m = s->rows, n = s->columns, depth = s->depth;
  Product p = {.rows = m, .columns = n, .depth = depth,
               .a = s->a, .aRow = s->transposeA ? 1 : depth, .aColumn = s->transposeA ? m : 1,
               .b = s->b, .bRow = s->transposeB ? 1 : n, .bColumn = s->transposeB ? depth : 1,
               .start = s->sumStart == startZero ? 0 : s->start,
               .startRow = s->sumStart == startMatrix ? n : 0,
               .out = s->out, .outRow = n, .function = s->function, .other = s->other, .s = s->s0};
  const ptrdiff_t perUnit = rows_per_unit(s->rows, s->columns);
  if (s->units > 1 && !perUnit) {
    const ptrdiff_t from = first * COLUMNS_PER_UNIT, to = last * COLUMNS_PER_UNIT;
    p.columns = (to < n ? to : n) - from;
    p.b += from * p.bColumn;
    if (p.start) p.start += from;
    if (p.other) p.other += from;
    p.out += from;
  } else if (s->units > 1) {
    const ptrdiff_t from = first * perUnit, to = last * perUnit;
    p.rows = (to < m ? to : m) - from;
    p.a += from * p.aRow;
    if (p.start) p.start += from * p.startRow;
    if (p.other) p.other += from * n;
    p.out += from * n;
  }
  NAME(multiply_matrices)(&p, context->scratch);
}
