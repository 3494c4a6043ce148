// Attention: softmax(scale q k^T + mask) v for each head of each row of the batch.
//
// A unit is a head. Its queries are done in blocks of QUERIES_PER_BLOCK, so that scores stay in the
// cache, and with a causal mask a block reads no key beyond its last query: an element of the result
// is one chain over the keys that its block reads, ascending, and an element of the gradients of keys
// and values one over the queries, ascending, of those blocks that read the key.

_Static_assert(SCRATCH_COUNT >= ATTENTION_SCRATCH + 2 * QUERIES_PER_BLOCK * ATTENTION_KEYS, "");

// The rows of the batch row and head that are unit u: `column` is where head 0 begins in a row.
INLINE ptrdiff_t NAME(head_start)(const Heads *h, ptrdiff_t unit, ptrdiff_t rows, ptrdiff_t row,
                                  ptrdiff_t column) {
  return unit / h->count * rows * row + column + unit % h->count * h->width;
}

// A product whose result may have rows that are farther apart than they are long.
INLINE void NAME(strided_product)(const Product *p, float *scratch) {
#ifdef NARROW_SUFFIX
  if (p->columns <= VW / 2) {
    JOIN(product, NARROW_SUFFIX)(p, scratch);
    return;
  }
#endif
  NAME(product)(p, scratch);
}

// The keys that the queries up to `last` may look at.
INLINE ptrdiff_t NAME(visible_keys)(const Heads *h, ptrdiff_t last) {
  return h->isCausal && last < h->keys ? last : h->keys;
}

// Scores become probabilities: those of the first `count` keys, zeros from there to `end`.
INLINE void NAME(attention_row)(float *p, const float *blocked, ptrdiff_t count, ptrdiff_t end,
                                float scale) {
  if (blocked) {
    FOR_VECTORS(j, lanes, 0, count) {
      const V open = NAME(load)(p + j, lanes), closed = SPLAT(-__builtin_inff());
      NAME(store)(p + j, SELECT(NAME(load)(blocked + j, lanes) != SPLAT(0), closed, open), lanes);
    }
  }
  const V sum = (V)(NAME(exp_row_scaled)(p, p, count, (V)(scale), SPLAT(1)));
  FOR_VECTORS(j, lanes, 0, count) NAME(store)(p + j, NAME(load)(p + j, lanes) / sum, lanes);
  FOR_VECTORS(j, lanes, count, end) NAME(store)(p + j, SPLAT(0), lanes);
}

// Rows of probabilities with the elements that dropout leaves.
INLINE void NAME(multiply_rows)(const float *p, const float *by, float *out, ptrdiff_t rows,
                                ptrdiff_t columns, ptrdiff_t stride) {
  for (ptrdiff_t r = 0; r < rows; r++)
    FOR_VECTORS(j, lanes, 0, columns)
      NAME(store)(out + r * stride + j, NAME(load)(p + r * stride + j, lanes)
                                            * NAME(load)(by + r * stride + j, lanes), lanes);
}

INLINE void NAME(attend)(const Step *s, ptrdiff_t unit, float *scratch) {
  const Heads *h = &s->heads;
  const ptrdiff_t keys = h->keys, all = unit * h->queries * keys;
  const float *q = s->a + NAME(head_start)(h, unit, h->queries, h->queryRow, h->queryColumn);
  const float *k = s->b + NAME(head_start)(h, unit, keys, h->keyRow, h->keyColumn);
  const float *v = s->start + NAME(head_start)(h, unit, keys, h->valueRow, h->valueColumn);
  const float *blocked = s->other ? s->other + unit / h->count * keys : 0;
  float *out = s->out + NAME(head_start)(h, unit, h->queries, h->outRow, 0);
  float *spare = scratch + ATTENTION_SCRATCH;
  for (ptrdiff_t row = 0; row < h->queries; row += QUERIES_PER_BLOCK) {
    const ptrdiff_t left = h->queries - row;
    const ptrdiff_t rows = left < QUERIES_PER_BLOCK ? left : QUERIES_PER_BLOCK;
    const ptrdiff_t visible = NAME(visible_keys)(h, row + rows), at = all + row * keys;
    float *p = s->extra ? s->extra + at : spare, *dropped = spare + QUERIES_PER_BLOCK * keys;
    const Product scores = {.rows = rows, .columns = visible, .depth = h->width,
                            .a = q + row * h->queryRow, .aRow = h->queryRow, .aColumn = 1,
                            .b = k, .bRow = 1, .bColumn = h->keyRow, .out = p, .outRow = keys};
    NAME(strided_product)(&scores, scratch);
    for (ptrdiff_t r = 0; r < rows; r++)
      NAME(attention_row)(p + r * keys, blocked, NAME(visible_keys)(h, row + r + 1),
                          s->extra ? keys : visible, s->s0);
    if (h->factors) NAME(multiply_rows)(p, h->factors + at, dropped, rows, visible, keys);
    const Product mean = {.rows = rows, .columns = h->width, .depth = visible,
                          .a = h->factors ? dropped : p, .aRow = keys, .aColumn = 1,
                          .b = v, .bRow = h->valueRow, .bColumn = 1,
                          .out = out + row * h->outRow, .outRow = h->outRow};
    NAME(strided_product)(&mean, scratch);
  }
}

static void NAME(attention)(const Step *s, const Context *context, ptrdiff_t first,
                            ptrdiff_t last) {
  for (ptrdiff_t unit = first; unit < last; unit++) NAME(attend)(s, unit, context->scratch);
}

INLINE void NAME(clear_head)(float *out, ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t stride) {
  for (ptrdiff_t r = 0; r < rows; r++)
    FOR_VECTORS(j, lanes, 0, columns) NAME(store)(out + r * stride + j, SPLAT(0), lanes);
}

// From the gradient of the probabilities that of the scores: p (dp - sum of dp p) scale.
INLINE void NAME(scores_gradient)(float *dp, const float *p, ptrdiff_t count, float scale) {
  Lanes sums = NAME(lanes_of)(0);
  FOR_VECTORS(j, lanes, 0, count)
    NAME(add_to_lanes)(&sums, j / VW, NAME(load)(dp + j, lanes) * NAME(load)(p + j, lanes), lanes);
  const V sum = (V)(NAME(sum_of_lanes)(&sums));
  FOR_VECTORS(j, lanes, 0, count)
    NAME(store)(dp + j, NAME(load)(p + j, lanes) * (NAME(load)(dp + j, lanes) - sum) * (V)(scale),
                lanes);
}

// With o = p v: dv = p^T do, dp = do v^T, ds from them, dq = ds k, dk = ds^T q.
INLINE void NAME(attend_gradient)(const Step *s, ptrdiff_t unit, float *scratch) {
  const Heads *h = &s->heads;
  const ptrdiff_t keys = h->keys, width = h->width, all = unit * h->queries * keys;
  const ptrdiff_t ofQuery = NAME(head_start)(h, unit, h->queries, h->queryRow, h->queryColumn);
  const ptrdiff_t ofKey = NAME(head_start)(h, unit, keys, h->keyRow, h->keyColumn);
  const ptrdiff_t ofValue = NAME(head_start)(h, unit, keys, h->valueRow, h->valueColumn);
  const float *dOut = s->other + NAME(head_start)(h, unit, h->queries, h->outRow, 0);
  float *dKey = h->keyGradient + ofKey, *dValue = h->valueGradient + ofValue;
  float *ds = scratch + ATTENTION_SCRATCH, *dropped = ds + QUERIES_PER_BLOCK * keys;
  NAME(clear_head)(dKey, keys, width, h->keyRow);
  NAME(clear_head)(dValue, keys, width, h->valueRow);
  for (ptrdiff_t row = 0; row < h->queries; row += QUERIES_PER_BLOCK) {
    const ptrdiff_t left = h->queries - row;
    const ptrdiff_t rows = left < QUERIES_PER_BLOCK ? left : QUERIES_PER_BLOCK;
    const ptrdiff_t visible = NAME(visible_keys)(h, row + rows), at = all + row * keys;
    const float *p = h->probabilities + at, *factors = h->factors ? h->factors + at : 0;
    if (factors) NAME(multiply_rows)(p, factors, dropped, rows, visible, keys);
    const Product values = {.rows = visible, .columns = width, .depth = rows,
                            .a = factors ? dropped : p, .aRow = 1, .aColumn = keys,
                            .b = dOut + row * h->outRow, .bRow = h->outRow, .bColumn = 1,
                            .start = dValue, .startRow = h->valueRow,
                            .out = dValue, .outRow = h->valueRow};
    NAME(strided_product)(&values, scratch);
    const Product weights = {.rows = rows, .columns = visible, .depth = width,
                             .a = dOut + row * h->outRow, .aRow = h->outRow, .aColumn = 1,
                             .b = s->start + ofValue, .bRow = 1, .bColumn = h->valueRow,
                             .out = ds, .outRow = keys};
    NAME(strided_product)(&weights, scratch);
    if (factors) NAME(multiply_rows)(ds, factors, ds, rows, visible, keys);
    for (ptrdiff_t r = 0; r < rows; r++)
      NAME(scores_gradient)(ds + r * keys, p + r * keys, visible, s->s0);
    const Product queries = {.rows = rows, .columns = width, .depth = visible,
                             .a = ds, .aRow = keys, .aColumn = 1,
                             .b = s->b + ofKey, .bRow = h->keyRow, .bColumn = 1,
                             .out = s->out + ofQuery + row * h->queryRow, .outRow = h->queryRow};
    NAME(strided_product)(&queries, scratch);
    const Product keysOfBlock = {.rows = visible, .columns = width, .depth = rows,
                                 .a = ds, .aRow = 1, .aColumn = keys,
                                 .b = s->a + ofQuery + row * h->queryRow, .bRow = h->queryRow,
                                 .bColumn = 1, .start = dKey, .startRow = h->keyRow,
                                 .out = dKey, .outRow = h->keyRow};
    NAME(strided_product)(&keysOfBlock, scratch);
  }
}

static void NAME(attention_gradient)(const Step *s, const Context *context, ptrdiff_t first,
                                     ptrdiff_t last) {
  for (ptrdiff_t unit = first; unit < last; unit++) NAME(attend_gradient)(s, unit, context->scratch);
}

// Columns [from, from + columns) of the rows of a go to the columns [to, …) of the rows of out.
static void NAME(copy_columns)(const Step *s, const Context *context, ptrdiff_t first,
                               ptrdiff_t last) {
  (void)context;
  const Columns *c = &s->copied;
  const ptrdiff_t end = s->units > 1 ? last : s->rows;
  for (ptrdiff_t r = first; r < end; r++) {
    const float *from = s->a + r * c->fromRow + c->from;
    float *to = s->out + r * c->toRow + c->to;
    FOR_VECTORS(j, lanes, 0, s->columns) NAME(store)(to + j, NAME(load)(from + j, lanes), lanes);
  }
}

// out[i, j] = 1 from column a[i] on, else 0.
static void NAME(padding_mask)(const Step *s, const Context *context, ptrdiff_t first,
                               ptrdiff_t last) {
  (void)context, (void)first, (void)last;
  for (ptrdiff_t r = 0; r < s->rows; r++)
    for (ptrdiff_t j = 0; j < s->columns; j++)
      s->out[r * s->columns + j] = (float)j >= s->a[r] ? 1 : 0;
}
