// What a program is made of: steps, plain bytes that say which kernel works on which buffers.
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct Step Step;
typedef struct Context Context;

/// Does the units [first, last) of a step. Different units may run on different threads.
typedef void (*Kernel)(const Step *_Nonnull step, const Context *_Nonnull context, ptrdiff_t first,
                       ptrdiff_t last);

/// What a sum of products begins with.
typedef enum SumStart : int32_t { startZero, startRow, startMatrix } SumStart;

/// The elementwise functions y = f(x; s) and their gradients dx = f(dy, z; s), z being x or y.
typedef enum ElementFunction : int32_t {
  functionNone,
  functionTanh,
  functionTanhGradient,
  functionSigmoid,
  functionSigmoidGradient,
  functionRelu,
  functionReluGradient,
  functionLeakyRelu,
  functionLeakyReluGradient,
  functionElu,
  functionEluGradient,
  functionSelu,
  functionSeluGradient,
  functionGelu,
  functionGeluGradient,
  functionSilu,
  functionSiluGradient,
  functionSoftplus,
  functionSoftplusGradient,
  functionExp,
  functionExpGradient,
  functionLog,
  functionLogGradient,
  functionSquareRoot,
  functionSquareRootGradient,
  functionSquare,
  functionSquareGradient,
  functionReciprocal,
  functionReciprocalGradient,
  functionMagnitude,
  functionMagnitudeGradient,
  functionAtLeast,
  functionAtLeastGradient,
  functionAtMost,
  functionAtMostGradient,
  functionScale,
  functionQuotient,
  functionShift,
  functionCount,
} ElementFunction;

/// A layer that goes through a sequence: what it works on besides the operands, each null if it has
/// or needs none; B rows of the batch, T times, H units, G values for each unit.
typedef struct Recurrence {
  /// The states h and c, or their gradients, [B, H]; they change from one time to the next.
  float *_Null_unspecified state, *_Null_unspecified cell;
  /// The products of the states at one time, [B, G H]; a GRU's gradients of them, [B, T, G H].
  float *_Null_unspecified hidden;
  /// The states before each time, [B, T, H], and what else the gradient needs.
  float *_Null_unspecified previous, *_Nullable kept;
  /// The weights in the order in which products read them; the plain kernels do not need it.
  const float *_Null_unspecified packed;
  /// Whether the sequence is read from its end.
  int32_t inReverse;
} Recurrence;

/// Elements from a row of `a` to the next, and from a row of `out` to the next.
typedef struct RowStrides { int32_t a, out; } RowStrides;

/// The random numbers of a step: `salt` makes them its own; those below `threshold` drop an element.
typedef struct Draw { uint32_t salt, threshold; } Draw;

/// What an update does besides its usual rule; bits that can be combined.
enum {
  /// SGD follows the gradient beyond the velocity.
  updateNesterov = 1,
  /// Adam divides by the largest second moment so far (AMSGrad).
  updateLargest = 2,
  /// RMSProp takes the squared mean from the mean of squares.
  updateCentred = 4,
  /// RMSProp has a velocity.
  updateVelocity = 8,
};

/// Height and width, of an image or of what walks over it.
typedef struct Area {
  int32_t height, width;
} Area;

/// How windows lie on the images of a batch, [images, height, width, channels].
typedef struct Window {
  int32_t images, channels;
  /// The channels of a window are split into this many parts, each with filters of its own.
  int32_t groups;
  /// The image; how often a window is laid on it; the elements of a window, the distances between
  /// two windows and between two elements, and the rows of zeros on each side of the image.
  Area image, places, kernel, stride, dilation, padding;
} Window;

/// What becomes of two elements a and b; `combineFirst` is a itself.
typedef enum Combination : int32_t {
  combineFirst,
  combineAdd,
  combineSubtract,
  combineMultiply,
  combineDivide,
  combineMaximum,
  combineMinimum,
  /// a's share in max(a, b): 1, ½ for equals, 0.
  combineShare,
} Combination;

/// An axis of a result: its extent, and how far apart its neighbours lie in a and in b. A distance of
/// 0 repeats an operand along the axis.
typedef struct WalkAxis { int32_t extent, a, b; } WalkAxis;

/// How operands of other shapes than the result's are walked, axis by axis.
typedef struct Walk {
  Combination combination;
  WalkAxis outer, middle, inner, last;
} Walk;

/// Heads of attention. Those of one row lie side by side, `width` elements each; `…Row` elements lie
/// between two rows, and head 0 begins at `…Column` of a row.
typedef struct Heads {
  int32_t count, width, queries, keys, isCausal;
  int32_t queryRow, keyRow, valueRow, outRow;
  int32_t queryColumn, keyColumn, valueColumn;
  /// What the probabilities are multiplied with, [batch, heads, queries, keys], if dropout is on.
  const float *_Nullable factors;
  /// What only the gradient reads and makes; its gradients lie as queries, keys and values do.
  const float *_Nullable probabilities;
  float *_Nullable keyGradient, *_Nullable valueGradient;
} Heads;

/// Which columns of rows are copied where: from column `from` of rows `fromRow` elements long.
typedef struct Columns { int32_t fromRow, from, toRow, to; } Columns;

/// What a loss does besides its formula.
typedef struct LossForm {
  /// Where the loss of each element, or row, goes; null if they are only summed. Behind those of rows
  /// lies what their sum is divided by.
  float *_Nullable losses;
  /// Of each class; or of each column, then of its targets that are 1. Floats in every mode; null if
  /// all are 1.
  const float *_Nullable weights;
  /// Whether the mean is taken, rather than the sum.
  int32_t isMean;
  /// How much of a row's target is spread evenly over all classes.
  float smoothing;
  /// The class of rows that do not count.
  float ignored;
} LossForm;

/// One planned action. Nothing is owned; nothing is looked up while it runs.
struct Step {
  Kernel _Null_unspecified run;
  /// The result, and a second one: null if nobody reads it.
  float *_Null_unspecified out, *_Nullable extra;
  /// Operands; `start` is what sums begin with, `other` the second operand of `function`.
  const float *_Null_unspecified a, *_Null_unspecified b, *_Nullable start, *_Nullable other;
  /// Rows and columns of the result, and the length of the sums.
  int32_t rows, columns, depth;
  /// The parts the work can be split into.
  int32_t units;
  /// Not 0 if this step carries on the step before: it has as many units, and of what the steps so
  /// chained make, its unit u reads and overwrites only what their units u made. A thread then does
  /// its units of all of them without waiting for the others, as in a loop over time.
  int32_t sharesRows;
  /// The node of the graph whose result this is, for naming it; negative for an update.
  int32_t node;
  /// Whether A or B of a product is read transposed.
  int32_t transposeA, transposeB;
  SumStart sumStart;
  /// The elementwise function of a map, or what a product does to its sums as it stores them.
  ElementFunction function;
  /// Constants of the operation; `s0` is the one that `function` takes.
  float s0, s1, s2, s3, s4, s5;
  Recurrence recurrence;
  RowStrides strides;
  Draw draw;
  /// Which form of its rule an update has.
  int32_t form;
  /// What only some kinds of steps have.
  union {
    Window window;
    Walk walk;
    Heads heads;
    Columns copied;
    LossForm loss;
  };
};

/// What all steps of a run share; each thread has its own copy with its own scratch memory.
struct Context {
  /// SCRATCH_COUNT floats of this thread's own.
  float *_Null_unspecified scratch;
  /// Set to 1 by the step that checks the gradients when one is not finite: no update is done then.
  int32_t *_Null_unspecified nonFinite;
  /// What random numbers depend on: the seed of the run, and the number of this update, from 1.
  uint64_t seed, step;
  /// The size of this update, and what the optimizer worked out for it: see `Update`.
  float learningRate, rate, factor, momentum, rest, ahead;
  /// The weight of the new parameters in their moving average.
  float fresh;
  /// The part of the update that this run is, from 0, and how many parts the update has.
  int32_t part, parts;
};

/// Marks the random numbers of steps, among all that depend on one seed (RandomStream.Stream).
#define DROPOUT_USE 7
#define NORMAL_USE 8
/// Elements per unit of an elementwise step.
#define ELEMENTS_PER_UNIT 1024
/// Columns per unit of a step over columns.
#define COLUMNS_PER_UNIT 32
/// Rows per unit of a product with few columns, and of a loop over time.
#define ROWS_PER_UNIT 4
/// A product with at least this many columns is split into larger units.
#define WIDE_COLUMNS 64

/// Rows in a unit of a product, or 0 if its units are columns. What a thread copies of the operands
/// is least if the longer side of the result is split.
static inline int32_t rows_per_unit(int32_t rows, int32_t columns) {
  if (columns < WIDE_COLUMNS) return ROWS_PER_UNIT;
  return rows >= 2 * columns ? COLUMNS_PER_UNIT : 0;
}

/// Queries of one head that attention does at a time, and keys that it can hold.
#define QUERIES_PER_BLOCK 32
#define ATTENTION_KEYS 2048
/// Floats of scratch memory a thread needs; two blocks of attention lie behind what products use.
#define ATTENTION_SCRATCH (1 << 17)
#define SCRATCH_COUNT (1 << 18)
/// Floats of it, at the end, that are the patches of a convolution.
#define PATCH_COUNT (1 << 15)
/// Rows per unit of a batch normalisation.
#define ROWS_PER_BLOCK 256
