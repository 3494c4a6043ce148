// Recurrent layers: a step is the whole loop over time for some rows of the batch, which know
// nothing of the others; so a thread goes through it without meeting another one.
//
// The products with the inputs of all times are done before, those for the gradients of the weights
// afterwards: `a` holds x W + b. The weights of the states are read once for each time, and are
// packed for it.

// Rows that go through time together: their states stay in the cache.
#define ROWS_OF_LOOP 64

// Where panels of packed weights begin and how wide they are is known to `product_block`.
static void NAME(pack_weights)(const Step *s, const Context *context, ptrdiff_t first,
                               ptrdiff_t last) {
  (void)context;
  (void)first;
  (void)last;
  const ptrdiff_t depth = s->depth, columns = s->columns;
#ifdef NARROW_SUFFIX
  if (columns <= VW / 2) {
    JOIN(pack_weights, NARROW_SUFFIX)(s, context, first, last);
    return;
  }
#endif
  const ptrdiff_t bRow = s->transposeB ? 1 : columns, bColumn = s->transposeB ? depth : 1;
  for (ptrdiff_t j = 0; j < columns;) {
    const ptrdiff_t left = columns - j, vectors = TILE_VECTORS == 2 && left > VW ? 2 : 1;
    const ptrdiff_t width = vectors * VW;
    NAME(pack_columns)(depth, left < width ? left : width, vectors, s->b + j * bColumn, bRow,
                       bColumn, s->out + j * depth);
    j += width;
  }
}

// The rows of the units [first, last): [from, to). A single unit is all.
#define ROWS_OF_UNITS(s)                                                    \
  const ptrdiff_t from = first * ROWS_PER_UNIT, end = last * ROWS_PER_UNIT, \
                  to = s->units > 1 && end < s->rows ? end : s->rows

INLINE void NAME(copy_or_clear)(const float *from, float *to, ptrdiff_t n) {
  FOR_VECTORS(i, lanes, 0, n)
    NAME(store)(to + i, from ? NAME(load)(from + i, lanes) : SPLAT(0), lanes);
}

// out = a and extra = b, for rows: states before the first time; 0 where there is no a, no b.
static void NAME(start_states)(const Step *s, const Context *context, ptrdiff_t first,
                               ptrdiff_t last) {
  (void)context;
  ROWS_OF_UNITS(s);
  const ptrdiff_t at = from * s->columns, count = (to - from) * s->columns;
  NAME(copy_or_clear)(s->a ? s->a + at : 0, s->out + at, count);
  if (s->extra) NAME(copy_or_clear)(s->b ? s->b + at : 0, s->extra + at, count);
}

// A row of the batch at one time: where its elements lie. Gates are `gates` values for each unit.
#define AT(s, r, t) ((r) * (s)->depth + (t))

// hidden = start + state W, for the rows [from, to).
INLINE void NAME(product_with_states)(const Step *s, const Context *context, ptrdiff_t gates,
                                      ptrdiff_t from, ptrdiff_t to, const float *start,
                                      ptrdiff_t startRow) {
  const ptrdiff_t n = s->columns, columns = gates * n;
  const Product p = {.rows = to - from, .columns = columns, .depth = n,
                     .a = s->recurrence.state + from * n, .aRow = n, .aColumn = 1,
                     .b = s->b, .bRow = columns, .bColumn = 1, .packed = s->recurrence.packed,
                     .start = start, .startRow = startRow,
                     .out = s->recurrence.hidden + from * columns, .outRow = columns};
  NAME(multiply_matrices)(&p, context->scratch);
}

// state = start + d W^T, the rows of d being those of one time.
INLINE void NAME(product_with_gradients)(const Step *s, const Context *context, ptrdiff_t gates,
                                         ptrdiff_t from, ptrdiff_t to, const float *d,
                                         const float *start) {
  const ptrdiff_t n = s->columns, depth = gates * n;
  const Product p = {.rows = to - from, .columns = n, .depth = depth,
                     .a = d, .aRow = s->depth * depth, .aColumn = 1,
                     .b = s->b, .bRow = 1, .bColumn = depth, .packed = s->recurrence.packed,
                     .start = start, .startRow = n,
                     .out = s->recurrence.state + from * n, .outRow = n};
  NAME(multiply_matrices)(&p, context->scratch);
}

// The new state of a row: kept as the one before of the next time, and as a part of the sequence.
INLINE void NAME(store_state)(const Step *s, ptrdiff_t at, float *state, ptrdiff_t j, V before, V h,
                              ptrdiff_t lanes) {
  const ptrdiff_t n = s->columns;
  if (s->recurrence.previous) NAME(store)(s->recurrence.previous + at * n + j, before, lanes);
  if (s->extra) NAME(store)(s->extra + at * n + j, h, lanes);
  NAME(store)(state + j, h, lanes);
}

// h = f(z)
INLINE void NAME(rnn_row)(const Step *s, ptrdiff_t r, ptrdiff_t at) {
  const ptrdiff_t n = s->columns;
  float *state = s->recurrence.state + r * n, *y = s->out + at * n;
  NAME(apply_elements)(s->function, s->recurrence.hidden + r * n, y, 0, n, 0);
  FOR_VECTORS(j, lanes, 0, n)
    NAME(store_state)(s, at, state, j, NAME(load)(state + j, lanes), NAME(load)(y + j, lanes),
                      lanes);
}

// dz = f'(h) (dy + dh)
INLINE void NAME(rnn_gradient_row)(const Step *s, ptrdiff_t r, ptrdiff_t at) {
  const ptrdiff_t n = s->columns;
  float *dh = s->recurrence.state + r * n;
  if (s->start)
    FOR_VECTORS(j, lanes, 0, n)
      NAME(store)(dh + j, NAME(load)(s->start + at * n + j, lanes) + NAME(load)(dh + j, lanes),
                  lanes);
  NAME(apply_elements)(s->function, dh, s->out + at * n, s->a + at * n, n, 0);
}

// c = sigma(f) c + sigma(i) tanh(g), h = sigma(o) tanh(c); kept: c of before, tanh(c). Each function
// is a loop of its own, for several vectors at once.
INLINE void NAME(lstm_row)(const Step *s, ptrdiff_t r, ptrdiff_t at) {
  const ptrdiff_t n = s->columns;
  float *z = s->recurrence.hidden + r * 4 * n, *state = s->recurrence.state + r * n;
  float *cell = s->recurrence.cell + r * n;
  float *kept = s->recurrence.kept ? s->recurrence.kept + at * 2 * n : 0;
  float *gates = kept ? s->out + at * 4 * n : z, *t = kept ? kept + n : z;
  NAME(apply_loop)(functionSigmoid, z, gates, 0, 2 * n, 0);
  NAME(apply_loop)(functionTanh, z + 2 * n, gates + 2 * n, 0, n, 0);
  NAME(apply_loop)(functionSigmoid, z + 3 * n, gates + 3 * n, 0, n, 0);
  FOR_VECTORS(j, lanes, 0, n) {
    const V i = NAME(load)(gates + j, lanes), f = NAME(load)(gates + n + j, lanes);
    const V g = NAME(load)(gates + 2 * n + j, lanes), before = NAME(load)(cell + j, lanes);
    if (kept) NAME(store)(kept + j, before, lanes);
    NAME(store)(cell + j, f * before + i * g, lanes);
  }
  NAME(apply_loop)(functionTanh, cell, t, 0, n, 0);
  FOR_VECTORS(j, lanes, 0, n) {
    const V o = NAME(load)(gates + 3 * n + j, lanes), before = NAME(load)(state + j, lanes);
    NAME(store_state)(s, at, state, j, before, o * NAME(load)(t + j, lanes), lanes);
  }
}

// dc += dh o (1 - t^2), then the gates' gradients, then dc = dc f.
INLINE void NAME(lstm_gradient_row)(const Step *s, ptrdiff_t r, ptrdiff_t at) {
  const ptrdiff_t n = s->columns;
  const float *gates = s->a + at * 4 * n, *kept = s->other + at * 2 * n;
  float *dz = s->out + at * 4 * n, *cell = s->recurrence.cell + r * n;
  const V one = SPLAT(1);
  FOR_VECTORS(j, lanes, 0, n) {
    const V i = NAME(load)(gates + j, lanes), f = NAME(load)(gates + n + j, lanes);
    const V g = NAME(load)(gates + 2 * n + j, lanes), o = NAME(load)(gates + 3 * n + j, lanes);
    const V before = NAME(load)(kept + j, lanes), t = NAME(load)(kept + n + j, lanes);
    V dh = NAME(load)(s->recurrence.state + r * n + j, lanes);
    if (s->start) dh = NAME(load)(s->start + at * n + j, lanes) + dh;
    const V dc = NAME(load)(cell + j, lanes) + dh * o * (one - t * t);
    NAME(store)(dz + j, dc * g * (i * (one - i)), lanes);
    NAME(store)(dz + n + j, dc * before * (f * (one - f)), lanes);
    NAME(store)(dz + 2 * n + j, dc * i * (one - g * g), lanes);
    NAME(store)(dz + 3 * n + j, dh * t * (o * (one - o)), lanes);
    NAME(store)(cell + j, dc * f, lanes);
  }
}

// r and z = sigma(x + q), n = tanh(x + r q), h = (1 - z) n + z h; kept: q of n.
INLINE void NAME(gru_row)(const Step *s, ptrdiff_t r, ptrdiff_t at) {
  const ptrdiff_t n = s->columns;
  const float *x = s->a + at * 3 * n;
  float *q = s->recurrence.hidden + r * 3 * n, *state = s->recurrence.state + r * n;
  float *kept = s->recurrence.kept ? s->recurrence.kept + at * n : 0;
  float *gates = kept ? s->out + at * 3 * n : q;
  FOR_VECTORS(j, lanes, 0, 2 * n)
    NAME(store)(gates + j, NAME(load)(x + j, lanes) + NAME(load)(q + j, lanes), lanes);
  NAME(apply_loop)(functionSigmoid, gates, gates, 0, 2 * n, 0);
  FOR_VECTORS(j, lanes, 0, n) {
    const V reset = NAME(load)(gates + j, lanes), inner = NAME(load)(q + 2 * n + j, lanes);
    if (kept) NAME(store)(kept + j, inner, lanes);
    NAME(store)(gates + 2 * n + j, NAME(load)(x + 2 * n + j, lanes) + reset * inner, lanes);
  }
  NAME(apply_loop)(functionTanh, gates + 2 * n, gates + 2 * n, 0, n, 0);
  FOR_VECTORS(j, lanes, 0, n) {
    const V z = NAME(load)(gates + n + j, lanes), fresh = NAME(load)(gates + 2 * n + j, lanes);
    const V before = NAME(load)(state + j, lanes);
    NAME(store_state)(s, at, state, j, before, (SPLAT(1) - z) * fresh + z * before, lanes);
  }
}

// Gradients of x go to `out`, those of q to `hidden`, z dh stays in the state's gradient.
INLINE void NAME(gru_gradient_row)(const Step *s, ptrdiff_t r, ptrdiff_t at) {
  const ptrdiff_t n = s->columns;
  const float *gates = s->a + at * 3 * n;
  float *dx = s->out + at * 3 * n, *dq = s->recurrence.hidden + at * 3 * n;
  float *state = s->recurrence.state + r * n;
  const V one = SPLAT(1);
  FOR_VECTORS(j, lanes, 0, n) {
    const V reset = NAME(load)(gates + j, lanes), z = NAME(load)(gates + n + j, lanes);
    const V fresh = NAME(load)(gates + 2 * n + j, lanes);
    const V before = NAME(load)(s->recurrence.previous + at * n + j, lanes);
    V dh = NAME(load)(state + j, lanes);
    if (s->start) dh = NAME(load)(s->start + at * n + j, lanes) + dh;
    const V dn = dh * (one - z) * (one - fresh * fresh);
    const V dz = dh * (before - fresh) * (z * (one - z));
    const V dr = dn * NAME(load)(s->other + at * n + j, lanes) * (reset * (one - reset));
    NAME(store)(dx + j, dr, lanes);
    NAME(store)(dx + n + j, dz, lanes);
    NAME(store)(dx + 2 * n + j, dn, lanes);
    NAME(store)(dq + j, dr, lanes);
    NAME(store)(dq + n + j, dz, lanes);
    NAME(store)(dq + 2 * n + j, dn * reset, lanes);
    NAME(store)(state + j, dh * z, lanes);
  }
}

// A loop over time; `t` goes up, or down if the sequence is read from its end. `before` and `after`
// are done for rows [block, stop) together, `row` for each.
#define LOOP_OVER_TIME(name, isUpward, before, row, after)                                      \
  static void NAME(name)(const Step *s, const Context *context, ptrdiff_t first,                \
                         ptrdiff_t last) {                                                      \
    ROWS_OF_UNITS(s);                                                                           \
    const ptrdiff_t time = s->depth;                                                            \
    for (ptrdiff_t block = from; block < to; block += ROWS_OF_LOOP) {                           \
      const ptrdiff_t stop = to - block < ROWS_OF_LOOP ? to : block + ROWS_OF_LOOP;             \
      for (ptrdiff_t i = 0; i < time; i++) {                                                    \
        const ptrdiff_t t = (isUpward) ? i : time - 1 - i;                                      \
        before;                                                                                 \
        for (ptrdiff_t r = block; r < stop; r++) NAME(row)(s, r, AT(s, r, t));                  \
        after;                                                                                  \
      }                                                                                         \
    }                                                                                           \
  }
#define FORWARD(name, gates, start, startRow)                                                   \
  LOOP_OVER_TIME(name, !s->recurrence.inReverse,                                                \
                 NAME(product_with_states)(s, context, gates, block, stop, start, startRow),    \
                 name##_row, )
#define BACKWARD(name, gates, d, start)                                                         \
  LOOP_OVER_TIME(name, s->recurrence.inReverse, , name##_row,                                   \
                 NAME(product_with_gradients)(                                                  \
                     s, context, gates, block, stop,                                            \
                     d + AT(s, block, t) * gates * s->columns, start))

FORWARD(rnn, 1, s->a + AT(s, block, t) * s->columns, time * s->columns)
FORWARD(lstm, 4, s->a + AT(s, block, t) * 4 * s->columns, time * 4 * s->columns)
FORWARD(gru, 3, s->start, 0)
BACKWARD(rnn_gradient, 1, s->out, 0)
BACKWARD(lstm_gradient, 4, s->out, 0)
BACKWARD(gru_gradient, 3, s->recurrence.hidden, s->recurrence.state + block * s->columns)

#undef ROWS_OF_UNITS
#undef AT
#undef LOOP_OVER_TIME
#undef FORWARD
#undef BACKWARD
