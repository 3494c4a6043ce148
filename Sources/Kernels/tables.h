// Rows of a table: looked up by number, and added to other rows.

// out[i] = row a[i] of b, for `rows` rows of `columns`; a number that is no row of the `depth` rows
// gives NaN. The units are rows.
static void NAME(gather_rows)(const Step *s, const Context *context, ptrdiff_t first,
                              ptrdiff_t last) {
  (void)context;
  const ptrdiff_t n = s->columns, end = s->units > 1 ? last : s->rows;
  for (ptrdiff_t r = first; r < end; r++) {
    const float number = s->a[r];
    const int known = number >= 0 && number < (float)s->depth;
    const float *row = s->b + (known ? (ptrdiff_t)number * n : 0);
    FOR_VECTORS(i, lanes, 0, n)
      NAME(store)(s->out + r * n + i, known ? NAME(load)(row + i, lanes) : SPLAT(__builtin_nanf("")),
                  lanes);
  }
}

// out, `depth` rows, = the sums of those rows of b whose number a has, ascending. The units are
// columns.
static void NAME(scatter_rows)(const Step *s, const Context *context, ptrdiff_t first,
                               ptrdiff_t last) {
  (void)context;
  const ptrdiff_t n = s->columns, from = first * COLUMNS_PER_UNIT, end = last * COLUMNS_PER_UNIT,
                  to = s->units > 1 && end < n ? end : n;
  for (ptrdiff_t r = 0; r < s->depth; r++)
    FOR_VECTORS(i, lanes, from, to) NAME(store)(s->out + r * n + i, SPLAT(0), lanes);
  for (ptrdiff_t r = 0; r < s->rows; r++) {
    const float number = s->a[r];
    if (!(number >= 0 && number < (float)s->depth)) continue;
    float *row = s->out + (ptrdiff_t)number * n;
    FOR_VECTORS(i, lanes, from, to)
      NAME(store)(row + i, NAME(load)(row + i, lanes) + NAME(load)(s->b + r * n + i, lanes), lanes);
  }
}

// out = a + b in each of `rows` rows, b being one row of `columns`. The units are rows.
static void NAME(add_row)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) {
  (void)context;
  const ptrdiff_t n = s->columns, end = s->units > 1 ? last : s->rows;
  for (ptrdiff_t r = first; r < end; r++)
    FOR_VECTORS(i, lanes, 0, n)
      NAME(store)(s->out + r * n + i,
                  NAME(load)(s->a + r * n + i, lanes) + NAME(load)(s->b + i, lanes), lanes);
}

