// Convolutions without copies of patches: a window's elements are read where they lie.
//
// Filters are [kernel rows, kernel columns, channels of a group, filters]. With the image padded
// beforehand, an output is one chain over (row, column, channel) of the window, from its bias; the
// gradient of a filter one chain over (image, place). The gradient for the images is a sum over the
// windows that a pixel lies in, in the order of their places, each term being a chain over filters.

#ifndef KERNELS_CONVOLUTION
#define KERNELS_CONVOLUTION
// Some windows side by side by one or two vectors of filters.
typedef struct WindowTile {
  const float *a;
  ptrdiff_t aRow;                         // to the next window
  ptrdiff_t rows, rowStep;                // of the window
  ptrdiff_t runs, runStep, run;           // pieces of a row that lie together, and their length
  const float *b;
  ptrdiff_t bStep;
  const float *start;                     // one vector for all windows
  float *out;
  ptrdiff_t outRow, columns;
} WindowTile;

// Some elements of the filters by one or two vectors of them: sums over all places.
typedef struct FilterTile {
  const float *a;
  const ptrdiff_t *offsets;               // of the elements, in the first window
  ptrdiff_t images, imageStep, rows, rowStep, places, placeStep;
  const float *b, *bEnd;
  ptrdiff_t bStep;
  const float *start;
  float *out;
  ptrdiff_t outRow, columns;
} FilterTile;
typedef void (*WindowTileKernel)(const WindowTile *);
typedef void (*FilterTileKernel)(const FilterTile *);

// Floats of images and gradients that stay in the second-level cache while their filters' gradient
// is summed.
#define FILTER_BLOCK (1 << 16)

// The pieces of a window that lie together in memory.
static inline void set_runs(const Window *w, WindowTile *t) {
  const ptrdiff_t channels = w->channels / w->groups;
  const int joined = w->groups == 1 && w->dilation.width == 1;
  t->rows = w->kernel.height;
  t->rowStep = (ptrdiff_t)w->dilation.height * w->image.width * w->channels;
  t->runs = joined ? 1 : w->kernel.width;
  t->runStep = (ptrdiff_t)w->dilation.width * w->channels;
  t->run = joined ? w->kernel.width * channels : channels;
}
#endif

// A tile with one vector of filters has as many rows as the registers hold.
#define WINDOW_ROWS (TILE_ROWS * TILE_VECTORS)
#define TILES_OF_8(X, v) TILES_OF_6(X, v) X(7, v) X(8, v)
#define TILES_OF_12(X, v) TILES_OF_8(X, v) X(9, v) X(10, v) X(11, v) X(12, v)
#if TILE_ROWS == 14
#define ALL_ROWS(X) TILES_OF_14(X, 1)
#elif TILE_ROWS == 6
#define ALL_ROWS(X) TILES_OF_12(X, 1)
#else
#define ALL_ROWS(X) TILES_OF_8(X, 1)
#endif

// MARK: - Forward

INLINE void NAME(window_tile)(const int count, const int vectors, const WindowTile *t) {
  V sums[WINDOW_ROWS][TILE_VECTORS];
  UNROLL for (int v = 0; v < vectors; v++) {
    const V start = t->start ? NAME(load)(t->start + v * VW, LANES_LEFT(v * VW, t->columns))
                             : SPLAT(0);
    UNROLL for (int r = 0; r < count; r++) sums[r][v] = start;
  }
  const float *b = t->b;
  const ptrdiff_t aRow = t->aRow, bStep = t->bStep;
  for (ptrdiff_t row = 0; row < t->rows; row++)
    for (ptrdiff_t run = 0; run < t->runs; run++) {
      const float *a = t->a + row * t->rowStep + run * t->runStep;
      for (ptrdiff_t k = t->run; k > 0; k--, a++, b += bStep) {
        V column[TILE_VECTORS];
        UNROLL for (int v = 0; v < vectors; v++) column[v] = LOAD(b + v * VW);
        UNROLL for (int r = 0; r < count; r++) {
          const V element = (V)(a[r * aRow]);
          UNROLL for (int v = 0; v < vectors; v++) sums[r][v] = element * column[v] + sums[r][v];
        }
      }
    }
  UNROLL for (int v = 0; v < vectors; v++)
    UNROLL for (int r = 0; r < count; r++)
      NAME(store)(t->out + r * t->outRow + v * VW, sums[r][v], LANES_LEFT(v * VW, t->columns));
}

#define WINDOW_TILE(count, v)                                                                  \
  static __attribute__((noinline)) void NAME(window_tile_##count##_##v)(const WindowTile *t) { \
    NAME(window_tile)(count, v, t);                                                            \
  }
ALL_ROWS(WINDOW_TILE)
#if TILE_VECTORS == 2
ALL_TILES(WINDOW_TILE, 2)
#endif
#define WINDOW_ENTRY(count, v) NAME(window_tile_##count##_##v),
static const WindowTileKernel NAME(window_tiles)[TILE_VECTORS][WINDOW_ROWS] = {
    {ALL_ROWS(WINDOW_ENTRY)},
#if TILE_VECTORS == 2
    {ALL_TILES(WINDOW_ENTRY, 2)},
#endif
};

// All windows of one row of places.
INLINE void NAME(window_row)(WindowTile t, ptrdiff_t vectors, ptrdiff_t places) {
  const ptrdiff_t most = vectors == 2 ? TILE_ROWS : WINDOW_ROWS, count = (places + most - 1) / most;
  const WindowTile whole = t;
  for (ptrdiff_t i = 0, first = 0; i < count; i++) {
    const ptrdiff_t last = places * (i + 1) / count;
    t.a = whole.a + first * t.aRow;
    t.out = whole.out + first * t.outRow;
    NAME(window_tiles)[vectors - 1][last - first - 1](&t);
    first = last;
  }
}

// Some vectors of filters, side by side for a tile if they fit.
INLINE void NAME(set_filters)(const Step *s, ptrdiff_t column, ptrdiff_t vectors, ptrdiff_t depth,
                              float *scratch, WindowTile *t) {
  const ptrdiff_t width = vectors * VW;
  t->b = s->b + column;
  t->bStep = s->columns;
  t->start = s->start ? s->start + column : 0;
  if (depth * width > SCRATCH_COUNT) return;
  for (ptrdiff_t k = 0; k < depth; k++)
    for (ptrdiff_t v = 0; v < width; v += VW)
      STORE(scratch + k * width + v,
            NAME(load)(t->b + k * t->bStep + v, LANES_LEFT(v, t->columns)));
  t->b = scratch;
  t->bStep = width;
}

static void NAME(convolve)(const Step *s, float *scratch, ptrdiff_t first, ptrdiff_t last) {
  const Window *w = &s->window;
  const ptrdiff_t filters = s->columns, perGroup = filters / w->groups, places = w->places.width;
  const ptrdiff_t channels = w->channels / w->groups;
  const ptrdiff_t depth = (ptrdiff_t)w->kernel.height * w->kernel.width * channels;
  WindowTile t = {.aRow = (ptrdiff_t)w->stride.width * w->channels, .outRow = filters};
  set_runs(w, &t);
  for (ptrdiff_t j = 0; j < filters;) {
    const ptrdiff_t group = j / perGroup, left = (group + 1) * perGroup - j;
    const ptrdiff_t vectors = TILE_VECTORS == 2 && left > VW ? 2 : 1;
    t.columns = left < vectors * VW ? left : vectors * VW;
    NAME(set_filters)(s, j, vectors, depth, scratch, &t);
    for (ptrdiff_t row = first; row < last; row++) {
      const ptrdiff_t image = row / w->places.height, y = row % w->places.height;
      t.a = s->a + ((image * w->image.height + y * w->stride.height) * w->image.width)
                * w->channels + group * channels;
      t.out = s->out + row * places * filters + j;
      NAME(window_row)(t, vectors, places);
      if (s->function != functionNone)
        NAME(apply_rows)(s->function, t.out, t.out, s->other ? s->other + (t.out - s->out) : 0,
                         places, t.columns, filters, s->s0);
    }
    j += t.columns;
  }
}

// The units are rows of places.
static void NAME(convolution)(const Step *s, const Context *context, ptrdiff_t first,
                              ptrdiff_t last) {
  const ptrdiff_t end = s->units > 1 ? last : (ptrdiff_t)s->window.images * s->window.places.height;
#ifdef NARROW_SUFFIX
  if (s->columns / s->window.groups <= VW / 2) {
    JOIN(convolve, NARROW_SUFFIX)(s, context->scratch, first, end);
    return;
  }
#endif
  NAME(convolve)(s, context->scratch, first, end);
}

// MARK: - Gradient for the filters

INLINE void NAME(filter_tile)(const int count, const int vectors, const int isAdjacent,
                              const FilterTile *t) {
  V sums[WINDOW_ROWS][TILE_VECTORS];
  UNROLL for (int v = 0; v < vectors; v++)
    UNROLL for (int r = 0; r < count; r++)
      sums[r][v] = t->start ? NAME(load)(t->start + r * t->outRow + v * VW,
                                         LANES_LEFT(v * VW, t->columns)) : SPLAT(0);
  const float *b = t->b;
  const ptrdiff_t *offsets = t->offsets;
  for (ptrdiff_t image = 0; image < t->images; image++)
    for (ptrdiff_t row = 0; row < t->rows; row++) {
      const float *a = t->a + image * t->imageStep + row * t->rowStep;
      if (isAdjacent) a += offsets[0];
      for (ptrdiff_t i = t->places; i > 0; i--, a += t->placeStep, b += t->bStep) {
        // Lanes beyond the filters are not stored; only memory beyond the end must not be read.
        V slope[TILE_VECTORS];
        if (t->bEnd - b >= vectors * VW) {
          UNROLL for (int v = 0; v < vectors; v++) slope[v] = LOAD(b + v * VW);
        } else {
          UNROLL for (int v = 0; v < vectors; v++)
            slope[v] = NAME(load)(b + v * VW, LANES_LEFT(v * VW, t->columns));
        }
        UNROLL for (int r = 0; r < count; r++) {
          const V element = (V)(isAdjacent ? a[r] : a[offsets[r]]);
          UNROLL for (int v = 0; v < vectors; v++) sums[r][v] = element * slope[v] + sums[r][v];
        }
      }
    }
  UNROLL for (int v = 0; v < vectors; v++)
    UNROLL for (int r = 0; r < count; r++)
      NAME(store)(t->out + r * t->outRow + v * VW, sums[r][v], LANES_LEFT(v * VW, t->columns));
}

// One function for each number of elements, which lie anywhere or side by side.
#define FILTER_TILE(count, v)                                                                  \
  static __attribute__((noinline)) void NAME(filter_tile_##count##_##v)(const FilterTile *t) { \
    NAME(filter_tile)(count, v, 0, t);                                                         \
  }                                                                                            \
  static __attribute__((noinline)) void NAME(filter_beside_##count##_##v)(                     \
      const FilterTile *t) {                                                                   \
    NAME(filter_tile)(count, v, 1, t);                                                         \
  }
ALL_ROWS(FILTER_TILE)
#if TILE_VECTORS == 2
ALL_TILES(FILTER_TILE, 2)
#endif
#define FILTER_ENTRY(count, v) NAME(filter_tile_##count##_##v),
#define FILTER_BESIDE_ENTRY(count, v) NAME(filter_beside_##count##_##v),
// [side by side][vectors - 1][elements - 1]
static const FilterTileKernel NAME(filter_tiles)[2][TILE_VECTORS][WINDOW_ROWS] = {
#if TILE_VECTORS == 2
    {{ALL_ROWS(FILTER_ENTRY)}, {ALL_TILES(FILTER_ENTRY, 2)}},
    {{ALL_ROWS(FILTER_BESIDE_ENTRY)}, {ALL_TILES(FILTER_BESIDE_ENTRY, 2)}},
#else
    {{ALL_ROWS(FILTER_ENTRY)}},
    {{ALL_ROWS(FILTER_BESIDE_ENTRY)}},
#endif
};

// The elements [first, last) of the filters, for some of the images.
INLINE void NAME(filter_block)(const Step *s, FilterTile t, ptrdiff_t first, ptrdiff_t last) {
  const Window *w = &s->window;
  const ptrdiff_t filters = s->columns, channels = w->channels / w->groups;
  const ptrdiff_t perGroup = filters / w->groups;
  const FilterTile whole = t;
  ptrdiff_t offsets[WINDOW_ROWS];
  t.offsets = offsets;
  for (ptrdiff_t j = 0; j < filters; j += t.columns) {
    const ptrdiff_t group = j / perGroup, left = (group + 1) * perGroup - j;
    const ptrdiff_t vectors = TILE_VECTORS == 2 && left > VW ? 2 : 1;
    const ptrdiff_t most = vectors == 2 ? TILE_ROWS : WINDOW_ROWS;
    const ptrdiff_t count = (last - first + most - 1) / most;
    t.columns = left < vectors * VW ? left : vectors * VW;
    t.a = whole.a + group * channels;
    t.b = whole.b + j;
    for (ptrdiff_t i = 0, from = first; i < count; i++) {
      const ptrdiff_t to = first + (last - first) * (i + 1) / count;
      for (ptrdiff_t k = from; k < to; k++) {
        const ptrdiff_t element = k / channels;
        offsets[k - from] = (element / w->kernel.width * w->dilation.height * w->image.width
                             + element % w->kernel.width * w->dilation.width) * w->channels
                            + k % channels;
      }
      t.start = whole.start ? whole.start + from * filters + j : 0;
      t.out = whole.out + from * filters + j;
      const int isAdjacent = offsets[to - from - 1] - offsets[0] == to - from - 1;
      NAME(filter_tiles)[isAdjacent][vectors - 1][to - from - 1](&t);
      from = to;
    }
  }
}

static void NAME(filter_gradient)(const Step *s, ptrdiff_t first, ptrdiff_t last) {
  const Window *w = &s->window;
  const ptrdiff_t size = PIXELS(w->image) * w->channels, slopes = PIXELS(w->places) * s->columns;
  const ptrdiff_t most = FILTER_BLOCK / (size + slopes) > 0 ? FILTER_BLOCK / (size + slopes) : 1;
  FilterTile t = {.imageStep = size, .rows = w->places.height,
                  .rowStep = (ptrdiff_t)w->stride.height * w->image.width * w->channels,
                  .places = w->places.width, .placeStep = (ptrdiff_t)w->stride.width * w->channels,
                  .bEnd = s->b + w->images * slopes, .bStep = s->columns,
                  .start = s->sumStart == startMatrix ? s->start : 0,
                  .out = s->out, .outRow = s->columns};
  for (ptrdiff_t image = 0; image < w->images; image += most) {
    t.images = w->images - image < most ? w->images - image : most;
    t.a = s->a + image * size;
    t.b = s->b + image * slopes;
    NAME(filter_block)(s, t, first, last);
    t.start = s->out;
  }
}

// The units are `depth` elements of the filters.
static void NAME(convolution_filters)(const Step *s, const Context *context, ptrdiff_t first,
                                      ptrdiff_t last) {
  (void)context;
  const ptrdiff_t from = first * s->depth, end = last * s->depth,
                  to = s->units > 1 && end < s->rows ? end : s->rows;
#ifdef NARROW_SUFFIX
  if (s->columns / s->window.groups <= VW / 2) {
    JOIN(filter_gradient, NARROW_SUFFIX)(s, from, to);
    return;
  }
#endif
  NAME(filter_gradient)(s, from, to);
}

// MARK: - Gradient for the images

// Adds the patches of the places [from, to) to the pixels they come from.
static void NAME(add_patches)(const Window *window, const float *patches, ptrdiff_t from,
                              ptrdiff_t to, float *image) {
  const Window own = *window, *w = &own;  // vectors stored may be anywhere but in this copy
  const ptrdiff_t channels = w->channels / w->groups;
  ptrdiff_t y = from / w->places.width, x = from % w->places.width;
  for (ptrdiff_t place = from; place < to; place++) {
    const Valid rows = VALID_ROWS(w, y), columns = VALID_COLUMNS(w, x);
    for (ptrdiff_t ky = rows.first; ky < rows.last; ky++)
      for (ptrdiff_t kx = columns.first; kx < columns.last; kx++) {
        float *pixel = image + PIXEL(w, y, x, ky, kx) * w->channels;
        const float *patch = patches + (ky * w->kernel.width + kx) * channels;
        if (channels == 1) *pixel += *patch;
        else FOR_VECTORS(c, lanes, 0, channels)
          NAME(store)(pixel + c, NAME(load)(pixel + c, lanes) + NAME(load)(patch + c, lanes), lanes);
      }
    patches += channels * w->kernel.height * w->kernel.width;
    if (++x == w->places.width) x = 0, y++;
  }
}

// What the sums of one image begin with.
INLINE void NAME(start_image)(const Step *s, ptrdiff_t image, ptrdiff_t pixels, float *out) {
  const ptrdiff_t channels = s->window.channels;
  if (s->sumStart == startMatrix) {
    NAME(copy_floats)(s->start + image * pixels * channels, out, pixels * channels);
  } else if (s->sumStart == startZero) {
    NAME(fill_floats)(out, pixels * channels);
  } else {
    for (ptrdiff_t i = 0; i < pixels; i++) NAME(copy_floats)(s->start, out + i * channels, channels);
  }
}

// One group of one image: products for as many places as there is room for patches.
INLINE void NAME(image_group)(const Step *s, ptrdiff_t image, ptrdiff_t group, float *out,
                              float *scratch) {
  const Window *w = &s->window;
  const ptrdiff_t channels = w->channels / w->groups, filters = s->depth;
  const ptrdiff_t perGroup = filters / w->groups, places = PIXELS(w->places);
  const ptrdiff_t patch = (ptrdiff_t)w->kernel.height * w->kernel.width * channels;
  const ptrdiff_t most = PATCH_COUNT / patch;
  float *patches = scratch + SCRATCH_COUNT - PATCH_COUNT;
  for (ptrdiff_t from = 0; from < places; from += most) {
    const ptrdiff_t to = places - from < most ? places : from + most;
    const Product p = {.rows = to - from, .columns = patch, .depth = perGroup,
                       .a = s->a + (image * places + from) * filters + group * perGroup,
                       .aRow = filters, .aColumn = 1, .b = s->b + group * perGroup, .bRow = 1,
                       .bColumn = filters, .out = patches, .outRow = patch,
                       .function = functionNone};
    NAME(multiply_matrices)(&p, scratch);
    float *target = out + group * channels;
#ifdef NARROW_SUFFIX
    if (channels == VW / 2) {
      JOIN(add_patches, NARROW_SUFFIX)(w, patches, from, to, target);
      continue;
    }
#endif
    NAME(add_patches)(w, patches, from, to, target);
  }
}

// The units are images.
static void NAME(convolution_images)(const Step *s, const Context *context, ptrdiff_t first,
                                     ptrdiff_t last) {
  const Window *w = &s->window;
  const ptrdiff_t end = s->units > 1 ? last : w->images, pixels = PIXELS(w->image);
  const ptrdiff_t size = pixels * w->channels;
  for (ptrdiff_t image = first; image < end; image++) {
    float *out = s->out + image * size;
    NAME(start_image)(s, image, pixels, out);
    for (ptrdiff_t group = 0; group < w->groups; group++)
      NAME(image_group)(s, image, group, out, context->scratch);
    if (s->function != functionNone)
      NAME(apply_elements)(s->function, out, out, s->other ? s->other + image * size : 0, size,
                           s->s0);
  }
}
#undef ALL_ROWS
