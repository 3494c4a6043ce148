// Random numbers: Philox 4x32-10 for many counters at a time, and dropout.
//
// Element i of a step has word (i / 16) mod 4 of block 16 (i / 64) + i mod 16, whatever the vector
// width; the counter of a block is (block, step, DROPOUT_USE, salt), its key the seed.
//
// Source: Parallel random numbers: as easy as 1, 2, 3, Salmon, Moraes, Dror and Shaw 2011.

// 64-bit lanes, half as many: each holds a word in its low half, and in the other what is left over.
#define VL NAME(LongVector)
typedef uint64_t VL __attribute__((ext_vector_type(VW / 2)));
typedef uint32_t NAME(UnsignedVector) __attribute__((ext_vector_type(VW)));
#define LOW_HALF(v) ((v) & 0xFFFFFFFF)

INLINE void NAME(philox)(VL words[4], uint64_t seed) {
  uint32_t key0 = (uint32_t)seed, key1 = (uint32_t)(seed >> 32);
  UNROLL for (int round = 0; round < 10; round++) {
    const VL p = LOW_HALF(words[0]) * 0xD2511F53, q = LOW_HALF(words[2]) * 0xCD9E8D57;
    words[0] = (q >> 32) ^ words[1] ^ (VL)(uint64_t)key0;
    words[1] = q;
    words[2] = (p >> 32) ^ words[3] ^ (VL)(uint64_t)key1;
    words[3] = p;
    key0 += 0x9E3779B9;
    key1 += 0xBB67AE85;
  }
}

// Words 0 to 3 of VW blocks, the first of which is `block`: those of blocks with even numbers and
// of blocks with odd numbers are drawn apart, as products need the room.
INLINE void NAME(draw_blocks)(const Step *s, const Context *context, ptrdiff_t block, VI words[4]) {
  VL even[4], odd[4], lane;
  UNROLL for (int i = 0; i < VW / 2; i++) lane[i] = (uint64_t)(2 * i);
  even[0] = lane + (VL)(uint64_t)block;
  odd[0] = even[0] + 1;
  even[1] = odd[1] = (VL)context->step;
  even[2] = odd[2] = (VL)(uint64_t)DROPOUT_USE;
  even[3] = odd[3] = (VL)(uint64_t)s->draw.salt;
  NAME(philox)(even, context->seed);
  NAME(philox)(odd, context->seed);
  UNROLL for (int w = 0; w < 4; w++) words[w] = (VI)(LOW_HALF(even[w]) | odd[w] << 32);
}

// A product rather than a choice, so that NaN passes through where it is dropped too.
static void NAME(dropout)(const Step *s, const Context *context, ptrdiff_t first, ptrdiff_t last) {
  ELEMENTS_OF_UNITS(s);
  const NAME(UnsignedVector) threshold = s->draw.threshold;
  for (ptrdiff_t group = from; group < to; group += 64) {
    UNROLL for (int part = 0; part < 16; part += VW) {
      VI words[4];
      NAME(draw_blocks)(s, context, group / 4 + part, words);
      UNROLL for (int w = 0; w < 4; w++) {
        const ptrdiff_t i = group + 16 * w + part, lanes = LANES_LEFT(i, to);
        if (lanes <= 0) break;
        const VI isKept = (NAME(UnsignedVector))words[w] >= threshold;
        const V factor = (V)((VI)SPLAT(s->s0) & isKept);
        NAME(store)(s->out + i, NAME(load)(s->a + i, lanes) * factor, lanes);
      }
    }
  }
}

#undef VL
#undef LOW_HALF
