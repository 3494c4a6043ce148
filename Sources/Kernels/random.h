// Random numbers: Philox 4x32-10 for many counters at a time, dropout, normal deviates.
//
// The counter of a block is (block, step, use, salt), its key the seed.
//
// In dropout a block of four words decides about eight elements: element i takes half (i / 16) mod
// 8 of block 16 (i / 128) + i mod 16, whatever the vector width, the upper half of a word before
// its lower one.
//
// Source: Parallel random numbers: as easy as 1, 2, 3, Salmon, Moraes, Dror and Shaw 2011.
//         A note on the generation of random normal deviates, Box and Muller 1958.
#define ELEMENTS_OF_BLOCKS 128  // of 16 blocks; divides ELEMENTS_PER_UNIT
#define NORMALS_OF_BLOCKS 64    // the same

// Half as many lanes of 64 bits: each holds a word in its low half, above it what is left over.
#define VL NAME(LongVector)
#define VN NAME(UnsignedVector)
typedef uint64_t VL __attribute__((ext_vector_type(VW / 2)));
typedef uint32_t VN __attribute__((ext_vector_type(VW)));
#define LOW_HALF(v) ((v) & 0xFFFFFFFF)
#define ALL_LANES(v) ((VL)(uint64_t)(v))

// The keys of the ten rounds.
typedef struct NAME(RoundKeys) { VL first[10], second[10]; } NAME(RoundKeys);

INLINE NAME(RoundKeys) NAME(round_keys)(uint64_t seed) {
  NAME(RoundKeys) keys;
  for (uint32_t round = 0; round < 10; round++) {
    keys.first[round] = ALL_LANES((uint32_t)seed + round * 0x9E3779B9);
    keys.second[round] = ALL_LANES((uint32_t)(seed >> 32) + round * 0xBB67AE85);
  }
  return keys;
}

INLINE void NAME(philox_round)(VL words[4], VL first, VL second) {
  const VL p = LOW_HALF(words[0]) * 0xD2511F53, q = LOW_HALF(words[2]) * 0xCD9E8D57;
  words[0] = (q >> 32) ^ (words[1] ^ first);
  words[1] = q;
  words[2] = (p >> 32) ^ (words[3] ^ second);
  words[3] = p;
}

// The words of VW blocks, the first of which has the counter's number `block`. Those of blocks with
// even and with odd numbers are drawn apart, as products need the room, and in step, as each round
// waits for the one before.
INLINE void NAME(draw_blocks)(uint64_t block, uint64_t step, uint64_t use, uint64_t salt,
                              const NAME(RoundKeys) *keys, VN words[4]) {
  VL lane;
  UNROLL for (int i = 0; i < VW / 2; i++) lane[i] = (uint64_t)(2 * i);
  VL even[4] = {lane + block, ALL_LANES(step), ALL_LANES(use), ALL_LANES(salt)};
  VL odd[4] = {even[0] + 1, even[1], even[2], even[3]};
  UNROLL for (int round = 0; round < 10; round++) {
    NAME(philox_round)(even, keys->first[round], keys->second[round]);
    NAME(philox_round)(odd, keys->first[round], keys->second[round]);
  }
  UNROLL for (int w = 0; w < 4; w++) words[w] = (VN)(LOW_HALF(even[w]) | odd[w] << 32);
}

// A product rather than a choice, so that NaN passes through where it is dropped too.
INLINE void NAME(drop_elements)(const Step *s, const VN words[4], ptrdiff_t from, ptrdiff_t to) {
  UNROLL for (int half = 0; half < 8; half++) {
    const ptrdiff_t i = from + 16 * half, lanes = LANES_LEFT(i, to);
    if (lanes <= 0) break;
    const VN upper = half % 2 ? words[half / 2] << 16 : words[half / 2];
    const V kept = (V)((VI)(upper >= (VN)s->draw.threshold) & (VI)SPLAT(s->s0));
    NAME(store)(s->out + i, NAME(load)(s->a + i, lanes) * kept, lanes);
  }
}

static void NAME(dropout)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) {
  ELEMENTS_OF_UNITS(s);
  const NAME(RoundKeys) keys = NAME(round_keys)(context->seed);
  for (ptrdiff_t group = from; group < to; group += ELEMENTS_OF_BLOCKS) {
    for (int part = 0; part < 16; part += VW) {
      VN words[4];
      NAME(draw_blocks)((uint64_t)(group / 8 + part), context->step, DROPOUT_USE, s->draw.salt,
                        &keys, words);
      const ptrdiff_t i = group + part, end = i + 7 * 16 + VW;
      if (end <= to) NAME(drop_elements)(s, words, i, end);
      else NAME(drop_elements)(s, words, i, to);
    }
  }
}

// A block of four words gives four elements: block 16 (i / 64) + i mod 16 that of i, by its words
// 0 and 1 where (i / 16) mod 4 is 0 or 1, else by 2 and 3. Two words make two deviates by Box and
// Muller's rule, as in RandomStream.
INLINE void NAME(store_normals)(const Step *s, VN first, VN second, ptrdiff_t i, ptrdiff_t to) {
  const V u = SPLAT(1) - __builtin_convertvector(first >> 8, V) * SPLAT(0x1p-24f);
  const V radius = __builtin_elementwise_sqrt(SPLAT(-2) * NAME(log_v)(u));
  const V angle = SPLAT(6.2831855f) * (__builtin_convertvector(second >> 8, V) * SPLAT(0x1p-24f));
  if (i < to) NAME(store)(s->out + i, radius * NAME(cos_v)(angle), LANES_LEFT(i, to));
  if (i + 16 < to)
    NAME(store)(s->out + i + 16, radius * NAME(sin_v)(angle), LANES_LEFT(i + 16, to));
}

static void NAME(draw_normals)(const Step *s, const Context *context, ptrdiff_t first,
                               ptrdiff_t last) {
  ELEMENTS_OF_UNITS(s);
  const NAME(RoundKeys) keys = NAME(round_keys)(context->seed);
  for (ptrdiff_t group = from; group < to; group += NORMALS_OF_BLOCKS) {
    for (int part = 0; part < 16; part += VW) {
      VN words[4];
      NAME(draw_blocks)((uint64_t)(group / 4 + part), context->step, NORMAL_USE, s->draw.salt,
                        &keys, words);
      NAME(store_normals)(s, words[0], words[1], group + part, to);
      NAME(store_normals)(s, words[2], words[3], group + part + 32, to);
    }
  }
}

#undef VL
#undef VN
#undef LOW_HALF
#undef ALL_LANES
