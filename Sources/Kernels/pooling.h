// Pooling: the largest element or the mean of each window, channel by channel.
//
// A mean is one chain over (row, column) of the window, from 0, times a constant; a gradient for the
// image one chain over the windows that a pixel lies in, in the order of their places. Elements
// beyond the border are left out.

#ifndef KERNELS_POOLING
#define KERNELS_POOLING
// The part of a window that is on the image: its extent, where it begins in the image, in pixels, and
// which element of the window that is.
typedef struct Patch {
  ptrdiff_t rows, columns, pixel, element;
} Patch;

static inline Patch patch_at(const Window *w, Valid rows, ptrdiff_t y, ptrdiff_t x) {
  const Valid columns = VALID_COLUMNS(w, x);
  return (Patch){rows.last - rows.first, columns.last - columns.first,
                 PIXEL(w, y, x, rows.first, columns.first),
                 rows.first * w->kernel.width + columns.first};
}
#endif

// For the elements of a patch: `at` counts floats from its first pixel, `element` is its number.
#define FOR_PATCH(rows, columns)                                                           \
  for (ptrdiff_t ky = 0, at, element; ky < (rows); ky++)                                   \
    for (ptrdiff_t kx = 0; kx < (columns)                                                  \
         && (at = (ky * w->dilation.height * w->image.width + kx * w->dilation.width)      \
                  * w->channels + c, element = p.element + ky * w->kernel.width + kx, 1);  \
         kx++)

// A later element takes the place of the largest only if it is larger, or not a number.
INLINE void NAME(max_patch)(const Window *w, Patch p, ptrdiff_t rows, ptrdiff_t columns,
                            const float *from, float *out, float *which) {
  FOR_VECTORS(c, lanes, 0, w->channels) {
    V largest = SPLAT(-__builtin_inff()), index = SPLAT(p.element);
    FOR_PATCH(rows, columns) {
      const V v = NAME(load)(from + at, lanes);
      const VI isLarger = (v > largest) | (v != v);
      largest = SELECT(isLarger, v, largest);
      index = SELECT(isLarger, SPLAT(element), index);
    }
    NAME(store)(out + c, largest, lanes);
    if (which) NAME(store)(which + c, index, lanes);
  }
}

INLINE void NAME(mean_patch)(const Window *w, Patch p, const float *from, float *out,
                             float share) {
  FOR_VECTORS(c, lanes, 0, w->channels) {
    V sum = SPLAT(0);
    FOR_PATCH(p.rows, p.columns) sum += NAME(load)(from + at, lanes);
    NAME(store)(out + c, sum * SPLAT(share), lanes);
  }
}

// Adds to each pixel of the patch dy, where it was the largest; if no other window has the pixel, to
// the zero it begins with.
INLINE void NAME(max_patch_gradient)(const Window *w, Patch p, ptrdiff_t rows, ptrdiff_t columns,
                                     const int isAlone, const float *dy, const float *which,
                                     float *to) {
  FOR_VECTORS(c, lanes, 0, w->channels) {
    const V slope = NAME(load)(dy + c, lanes), index = NAME(load)(which + c, lanes);
    FOR_PATCH(rows, columns) {
      const V before = isAlone ? SPLAT(0) : NAME(load)(to + at, lanes);
      NAME(store)(to + at, before + SELECT(index == SPLAT(element), slope, SPLAT(0)), lanes);
    }
  }
}

// Adds to each pixel of the patch its share of dy.
INLINE void NAME(mean_patch_gradient)(const Window *w, Patch p, const float *dy, float *to,
                                      float share) {
  FOR_VECTORS(c, lanes, 0, w->channels) {
    const V slope = NAME(load)(dy + c, lanes) * SPLAT(share);
    FOR_PATCH(p.rows, p.columns)
      NAME(store)(to + at, NAME(load)(to + at, lanes) + slope, lanes);
  }
}

// The rows [first, last) of places, counted over all images. Two by two is what nearly all use.
static void NAME(pool_rows)(const Step *step, int isMax, ptrdiff_t first, ptrdiff_t last) {
  const Step own = *step, *s = &own;  // vectors stored may be anywhere but in this copy
  const Window *w = &s->window;
  for (ptrdiff_t row = first; row < last; row++) {
    const ptrdiff_t image = row / w->places.height, y = row % w->places.height;
    const float *from = s->a + image * PIXELS(w->image) * w->channels;
    const Valid rows = VALID_ROWS(w, y);
    for (ptrdiff_t x = 0; x < w->places.width; x++) {
      const ptrdiff_t at = (row * w->places.width + x) * w->channels;
      const Patch p = patch_at(w, rows, y, x);
      const float *pixel = from + p.pixel * w->channels;
      float *out = s->out + at, *which = s->extra ? s->extra + at : 0;
      if (!isMax) NAME(mean_patch)(w, p, pixel, out, s->s1);
      else if (p.rows == 2 && p.columns == 2) NAME(max_patch)(w, p, 2, 2, pixel, out, which);
      else NAME(max_patch)(w, p, p.rows, p.columns, pixel, out, which);
    }
  }
}

// The windows of one image.
INLINE void NAME(pool_gradient)(const Step *s, int isMax, int isAlone, const float *dy,
                                const float *which, float *to) {
  const Window *w = &s->window;
  for (ptrdiff_t y = 0; y < w->places.height; y++) {
    const Valid rows = VALID_ROWS(w, y);
    for (ptrdiff_t x = 0; x < w->places.width; x++, dy += w->channels) {
      const Patch p = patch_at(w, rows, y, x);
      float *pixel = to + p.pixel * w->channels;
      if (!isMax) NAME(mean_patch_gradient)(w, p, dy, pixel, s->s1);
      else if (isAlone) NAME(max_patch_gradient)(w, p, 2, 2, 1, dy, which, pixel);
      else NAME(max_patch_gradient)(w, p, p.rows, p.columns, 0, dy, which, pixel);
      which += w->channels;
    }
  }
}

static void NAME(pool_gradients)(const Step *step, int isMax, ptrdiff_t first, ptrdiff_t last) {
  const Step own = *step, *s = &own;
  const Window *w = &s->window;
  const ptrdiff_t size = PIXELS(w->image) * w->channels, slopes = PIXELS(w->places) * w->channels;
  const int isAlone = w->kernel.height == 2 && w->kernel.width == 2 && w->stride.height >= 2
                      && w->stride.width >= 2 && w->dilation.height == 1 && w->dilation.width == 1
                      && w->padding.height == 0 && w->padding.width == 0;
  const int isCovered = isAlone && w->image.height == 2 * w->places.height
                        && w->image.width == 2 * w->places.width;
  for (ptrdiff_t image = first; image < last; image++) {
    float *to = s->out + image * size;
    if (!isMax || !isCovered) NAME(fill_floats)(to, size);
    NAME(pool_gradient)(s, isMax, isAlone, s->a + image * slopes,
                        isMax ? s->b + image * slopes : s->a, to);
    if (s->function != functionNone)
      NAME(apply_elements)(s->function, to, to, s->other ? s->other + image * size : 0, size,
                           s->s0);
  }
}

// Half a vector of channels is a whole one of the narrow instance.
#ifdef NARROW_SUFFIX
#define POOL(name, s, isMax, first, last)                                                 \
  if ((s)->window.channels == VW / 2) JOIN(name, NARROW_SUFFIX)(s, isMax, first, last); \
  else NAME(name)(s, isMax, first, last)
#else
#define POOL(name, s, isMax, first, last) NAME(name)(s, isMax, first, last)
#endif

// The units are rows of places; of a gradient, images.
#define POOLING(name, isMax)                                                                     \
  static void NAME(name)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) { \
    (void)context;                                                                               \
    const ptrdiff_t all = (ptrdiff_t)s->window.images * s->window.places.height;                 \
    const ptrdiff_t end = s->units > 1 ? last : all;                                             \
    POOL(pool_rows, s, isMax, first, end);                                                       \
  }                                                                                              \
  static void NAME(name##_gradient)(const Step *s, const Context *context, ptrdiff_t first,      \
                                    ptrdiff_t last) {                                            \
    (void)context;                                                                               \
    const ptrdiff_t end = s->units > 1 ? last : s->window.images;                                \
    POOL(pool_gradients, s, isMax, first, end);                                                  \
  }
POOLING(max_pool, 1)
POOLING(average_pool, 0)
#undef POOL
