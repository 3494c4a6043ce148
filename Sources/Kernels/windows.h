// Windows on images, and the copies that go with them: borders of zeros, channels first.

#ifndef KERNELS_WINDOWS
#define KERNELS_WINDOWS
// The elements [first, last) of a window whose element 0 lies at `base` that are on an axis of
// `extent`; `step` is the dilation.
typedef struct Valid {
  ptrdiff_t first, last;
} Valid;

static inline Valid valid_elements(ptrdiff_t base, ptrdiff_t step, ptrdiff_t extent,
                                   ptrdiff_t count) {
  ptrdiff_t first = base < 0 ? -base : 0, end = base < extent ? extent - base : 0;
  if (step > 1) {  // a division takes longer than a window
    first = (first + step - 1) / step;
    end = (end + step - 1) / step;
  }
  return (Valid){first, end < count ? end : count};
}

// The valid elements of the window at a place, row by row and column by column.
#define VALID_ROWS(w, y) \
  valid_elements((y) * (w)->stride.height - (w)->padding.height, (w)->dilation.height, \
                 (w)->image.height, (w)->kernel.height)
#define VALID_COLUMNS(w, x) \
  valid_elements((x) * (w)->stride.width - (w)->padding.width, (w)->dilation.width, \
                 (w)->image.width, (w)->kernel.width)
// Where element (ky, kx) of that window is in the image, in pixels.
#define PIXEL(w, y, x, ky, kx) \
  (((y) * (w)->stride.height - (w)->padding.height + (ky) * (w)->dilation.height) \
       * (w)->image.width \
   + (x) * (w)->stride.width - (w)->padding.width + (kx) * (w)->dilation.width)
#define PIXELS(area) ((ptrdiff_t)(area).height * (area).width)
#endif

INLINE void NAME(copy_floats)(const float *from, float *to, ptrdiff_t n) {
  FOR_VECTORS(i, lanes, 0, n) NAME(store)(to + i, NAME(load)(from + i, lanes), lanes);
}
INLINE void NAME(fill_floats)(float *to, ptrdiff_t n) {
  FOR_VECTORS(i, lanes, 0, n) NAME(store)(to + i, SPLAT(0), lanes);
}

// One image within zeros.
INLINE void NAME(pad_image)(const Window *w, const float *from, float *to) {
  const ptrdiff_t row = (ptrdiff_t)w->image.width * w->channels;
  const ptrdiff_t side = (ptrdiff_t)w->padding.width * w->channels;
  const ptrdiff_t border = w->padding.height * (row + 2 * side);
  NAME(fill_floats)(to, border);
  to += border;
  for (ptrdiff_t y = 0; y < w->image.height; y++, from += row, to += row + 2 * side) {
    NAME(fill_floats)(to, side);
    NAME(copy_floats)(from, to + side, row);
    NAME(fill_floats)(to + side + row, side);
  }
  NAME(fill_floats)(to, border);
}

// The units are images.
static void NAME(pad)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) {
  (void)context;
  const Window *w = &s->window;
  const ptrdiff_t end = s->units > 1 ? last : w->images, size = PIXELS(w->image) * w->channels;
  const ptrdiff_t padded = (ptrdiff_t)(w->image.height + 2 * w->padding.height)
                           * (w->image.width + 2 * w->padding.width) * w->channels;
  for (ptrdiff_t i = first; i < end; i++)
    NAME(pad_image)(w, s->a + i * size, s->out + i * padded);
}

// The units are matrices.
static void NAME(transpose_each)(const Step *s, const Context *context, ptrdiff_t first,
                                 ptrdiff_t last) {
  (void)context;
  const ptrdiff_t rows = s->rows, columns = s->columns, end = s->units > 1 ? last : s->depth;
  for (ptrdiff_t i = first; i < end; i++) {
    const float *from = s->a + i * rows * columns;
    float *to = s->out + i * rows * columns;
    for (ptrdiff_t c = 0; c < columns; c++)
      for (ptrdiff_t r = 0; r < rows; r++) to[c * rows + r] = from[r * columns + c];
  }
}
