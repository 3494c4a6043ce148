// Pooling: the largest element or the mean of each window, channel by channel.
//
// A mean is one chain over (row, column) of the window, from 0, times a constant; a gradient for the
// image one chain over the windows that a pixel lies in, in the order of their places. Elements
// beyond the border are left out.

// A later element takes the place of the largest only if it is larger, or not a number.
INLINE void NAME(max_window)(const Window *w, const float *image, ptrdiff_t y, ptrdiff_t x,
                             float *out, float *which) {
  const Valid rows = VALID_ROWS(w, y), columns = VALID_COLUMNS(w, x);
  FOR_VECTORS(c, lanes, 0, w->channels) {
    V largest = SPLAT(-__builtin_inff());
    V index = SPLAT(rows.first * w->kernel.width + columns.first);
    for (ptrdiff_t ky = rows.first; ky < rows.last; ky++)
      for (ptrdiff_t kx = columns.first; kx < columns.last; kx++) {
        const V v = NAME(load)(image + PIXEL(w, y, x, ky, kx) * w->channels + c, lanes);
        const VI isLarger = (v > largest) | (v != v);
        largest = SELECT(isLarger, v, largest);
        index = SELECT(isLarger, SPLAT(ky * w->kernel.width + kx), index);
      }
    NAME(store)(out + c, largest, lanes);
    if (which) NAME(store)(which + c, index, lanes);
  }
}

INLINE void NAME(mean_window)(const Window *w, const float *image, ptrdiff_t y, ptrdiff_t x,
                              float *out, float share) {
  const Valid rows = VALID_ROWS(w, y), columns = VALID_COLUMNS(w, x);
  FOR_VECTORS(c, lanes, 0, w->channels) {
    V sum = SPLAT(0);
    for (ptrdiff_t ky = rows.first; ky < rows.last; ky++)
      for (ptrdiff_t kx = columns.first; kx < columns.last; kx++)
        sum += NAME(load)(image + PIXEL(w, y, x, ky, kx) * w->channels + c, lanes);
    NAME(store)(out + c, sum * SPLAT(share), lanes);
  }
}

// Adds to each pixel of the window: dy where it was the largest, or its share of dy.
INLINE void NAME(max_window_gradient)(const Window *w, const float *dy, const float *which,
                                      ptrdiff_t y, ptrdiff_t x, float *image) {
  const Valid rows = VALID_ROWS(w, y), columns = VALID_COLUMNS(w, x);
  FOR_VECTORS(c, lanes, 0, w->channels) {
    const V slope = NAME(load)(dy + c, lanes), index = NAME(load)(which + c, lanes);
    for (ptrdiff_t ky = rows.first; ky < rows.last; ky++)
      for (ptrdiff_t kx = columns.first; kx < columns.last; kx++) {
        float *pixel = image + PIXEL(w, y, x, ky, kx) * w->channels + c;
        const VI isIt = index == SPLAT(ky * w->kernel.width + kx);
        NAME(store)(pixel, NAME(load)(pixel, lanes) + SELECT(isIt, slope, SPLAT(0)), lanes);
      }
  }
}

INLINE void NAME(mean_window_gradient)(const Window *w, const float *dy, ptrdiff_t y, ptrdiff_t x,
                                       float *image, float share) {
  const Valid rows = VALID_ROWS(w, y), columns = VALID_COLUMNS(w, x);
  FOR_VECTORS(c, lanes, 0, w->channels) {
    const V slope = NAME(load)(dy + c, lanes) * SPLAT(share);
    for (ptrdiff_t ky = rows.first; ky < rows.last; ky++)
      for (ptrdiff_t kx = columns.first; kx < columns.last; kx++) {
        float *pixel = image + PIXEL(w, y, x, ky, kx) * w->channels + c;
        NAME(store)(pixel, NAME(load)(pixel, lanes) + slope, lanes);
      }
  }
}

// The rows [first, last) of places, counted over all images.
static void NAME(pool_rows)(const Step *step, int isMax, ptrdiff_t first, ptrdiff_t last) {
  const Step own = *step, *s = &own;  // vectors stored may be anywhere but in this copy
  const Window *w = &s->window;
  for (ptrdiff_t row = first; row < last; row++) {
    const ptrdiff_t image = row / w->places.height, y = row % w->places.height;
    const float *from = s->a + image * PIXELS(w->image) * w->channels;
    for (ptrdiff_t x = 0; x < w->places.width; x++) {
      const ptrdiff_t at = (row * w->places.width + x) * w->channels;
      if (isMax) NAME(max_window)(w, from, y, x, s->out + at, s->extra ? s->extra + at : 0);
      else NAME(mean_window)(w, from, y, x, s->out + at, s->s1);
    }
  }
}

static void NAME(pool_gradients)(const Step *step, int isMax, ptrdiff_t first, ptrdiff_t last) {
  const Step own = *step, *s = &own;
  const Window *w = &s->window;
  const ptrdiff_t size = PIXELS(w->image) * w->channels, places = PIXELS(w->places);
  for (ptrdiff_t image = first; image < last; image++) {
    float *to = s->out + image * size;
    NAME(fill_floats)(to, size);
    for (ptrdiff_t place = 0, y = 0, x = 0; place < places; place++) {
      const ptrdiff_t at = (image * places + place) * w->channels;
      if (isMax) NAME(max_window_gradient)(w, s->a + at, s->b + at, y, x, to);
      else NAME(mean_window_gradient)(w, s->a + at, y, x, to, s->s1);
      if (++x == w->places.width) x = 0, y++;
    }
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
