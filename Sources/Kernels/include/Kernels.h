// The loops whose speed depends on the vector width, in one instance per width.
//
// Contract of the arithmetic, the same at every width and on every machine:
// - an element of a product is one chain over k, ascending, from its start (zero, a bias or an old
//   value): multiply, round, add, round; no fused multiply-add, no other order;
// - a mean over elements is summed in 16 lanes, lane q taking the elements i with i mod 16 = q in
//   ascending order; then the lanes are added as a tree: q + 8, q + 4, q + 2, q + 1;
// - a sum of squares is summed in units of 1024 elements, each as above, and so are their sums;
// - a sum over rows is summed in 4 lanes by row mod 4, then (0 + 2) + (1 + 3);
// - convolutions and pooling say their order where they are; each is a chain for one element;
// - only + - * / sqrt, comparisons and bitwise selection are used, all exact by IEEE 754.
//   NaN payloads are not part of the contract.
#pragma once
#include "Pool.h"
#include "Step.h"

/// y[i] = f(x[i]) for i in [0, n); x may be y.
typedef void (*VectorFunction)(const float *_Nonnull x, float *_Nonnull y, ptrdiff_t n);

/// One instance: every kernel for one instruction set.
typedef struct KernelTable {
  const char *_Null_unspecified name;

  /// out = function(start + op(A) op(B), other), [rows, columns], op by transposeA, transposeB.
  Kernel _Null_unspecified matmul;
  /// out = function(a, other; s0) for `rows` elements.
  Kernel _Null_unspecified map;
  /// out = a + b; a * b; a * b[0]; a; s0; for `rows` elements.
  Kernel _Null_unspecified add, multiply, scale, copy, fill;
  /// out = a, [rows, columns], rows lying apart as `strides` says.
  Kernel _Null_unspecified copyRows;
  /// out[j] = sum over i of a[i, j], for a [rows, columns].
  Kernel _Null_unspecified sumRows;
  /// out[i, j] = sum over k of a[i, k, j], divided by s0, for a [rows, depth, columns]: in 16 lanes
  /// by k mod 16 if there is one column, otherwise in 4 lanes by k mod 4.
  Kernel _Null_unspecified sumAxis;
  /// out = a and b combined along the axes of `walk`; the units are its rows, or elements of its
  /// only row.
  Kernel _Null_unspecified combine;
  /// out = softmax of each row of a / s0; its gradient from a = dy and b = y.
  Kernel _Null_unspecified softmax, softmaxGradient;
  /// Rows of a given mean square 1, and mean 0 if s1 is not 0; norms.h says what lies where.
  Kernel _Null_unspecified normalizeRows, normalizeRowsGradient, normalizeScaleGradient;
  /// out[i] = row a[i] of b, which has `depth` rows; out[a[i]] = the sum of rows b[i], ascending.
  Kernel _Null_unspecified gatherRows, scatterRows;
  /// out = a + b in each of `rows` rows, b being one row of `columns`.
  Kernel _Null_unspecified addRow;
  /// out = images a within zeros, as wide as the padding of the window.
  Kernel _Null_unspecified pad;
  /// out = function(start + filters b on windows of images a, other).
  Kernel _Null_unspecified convolution;
  /// out = gradient for the filters, from images a and the gradient b of what the filters gave.
  Kernel _Null_unspecified convolutionFilters;
  /// out = images of which a = what filters b gave is the gradient, or start + these.
  Kernel _Null_unspecified convolutionImages;
  /// out = largest of each window of a, extra = which element that was; out = gradient for a from
  /// a = dy and b = which.
  Kernel _Null_unspecified maxPool, maxPoolGradient;
  /// out = a window's sum times s1; out = gradient for a from a = dy.
  Kernel _Null_unspecified averagePool, averagePoolGradient;
  /// Batch normalisation; batchnorm.h says what lies where.
  Kernel _Null_unspecified columnMoments, columnSlopes, normalizeColumns, normalizeColumnsGradient;
  /// out[j] = sum over i of a[i, j] / s1, one chain; out = s1 out + s2 a, in an update only.
  Kernel _Null_unspecified addBlocks, approach;
  /// out[i] = transpose of a[i], each a[i] of [rows, columns]; `depth` matrices.
  Kernel _Null_unspecified transposeEach;
  /// Attention of queries a to keys b and values `start` as `heads` says, scores times s0, with a
  /// padding mask `other`; extra = the probabilities. Its gradient, with other = dout.
  Kernel _Null_unspecified attention, attentionGradient;
  /// out[i, j] = 1 from column a[i] on, else 0.
  Kernel _Null_unspecified paddingMask;
  /// Copies `columns` columns of `rows` rows as `copied` says.
  Kernel _Null_unspecified copyColumns;
  /// out[0] = mean or sum of the loss of `rows` predictions a against the targets b, or each in
  /// loss.losses; extra = its gradient for a. Losses/*.swift has the formulas.
  Kernel _Null_unspecified meanSquaredError, meanAbsoluteError, huber, smoothL1, hinge;
  Kernel _Null_unspecified binaryCrossEntropy;
  /// The same for [rows, columns], with weights of the columns; never summed by itself.
  Kernel _Null_unspecified weightedBinaryCrossEntropy;
  /// The same for rows of logits a and classes b.
  Kernel _Null_unspecified crossEntropy, multiClassHinge;
  /// out[rows] = the sum of the weights of the classes b that count, for a mean over them.
  Kernel _Null_unspecified weighClasses;
  /// out[0] = the sum of a, `rows` elements, divided by s0, or by a[rows] if s0 is 0.
  Kernel _Null_unspecified sumLosses;
  /// Parameters out, gradients a, moments extra, `rows` elements; Optimizers/*.swift has formulas.
  Kernel _Null_unspecified sgd, momentum, adam, nadam, rmsprop, adagrad, lion;
  /// Sums gradients a of the parts of an update in out, and leaves their mean in extra.
  Kernel _Null_unspecified gatherGradients;
  /// The sum of squares of each unit; the norm of all from these sums, and the factor that clips it;
  /// a within [-s0, s0].
  Kernel _Null_unspecified sumSquares, clipFactor, clipValues;
  /// out = a + s0 sign(b); parameters out closer to zero; out a moving average of a.
  Kernel _Null_unspecified addSign, shrink, average;
  /// out = a * s0, or a * 0 for the elements that `draw` drops; `rows` elements.
  Kernel _Null_unspecified dropout;
  /// out = b as products read it, [depth, columns], transposed by transposeB.
  Kernel _Null_unspecified packWeights;
  /// out = a and extra = b for `rows` rows; zeros for an operand that is not there.
  Kernel _Null_unspecified startStates;
  /// Loops over `depth` times for `rows` sequences of states with `columns` units, from
  /// a = x W + b, b = the weights of states, start = their bias (GRU): out = the activated gates,
  /// extra = the states. Operations/Recurrent/*.swift has formulas.
  Kernel _Null_unspecified rnn, lstm, gru;
  /// Back through time, from a = the gates, start = the gradients of the states, other = what was
  /// kept: out = the gradient of x W + b.
  Kernel _Null_unspecified rnnGradient, lstmGradient, gruGradient;
  /// out = each of the `rows` parameters out, but at least -s0 and at most s0.
  Kernel _Null_unspecified clip;
  /// Sets context->nonFinite if one of the `rows` elements of a is not finite.
  Kernel _Null_unspecified checkFinite;
  /// out = `rows` numbers with the standard normal distribution; random.h says which.
  Kernel _Null_unspecified drawNormals;

  VectorFunction _Null_unspecified exp, log, log1p, tanh, sigmoid, sin, cos, erf, softplus;
} KernelTable;

/// The fastest instance that this CPU can run.
const KernelTable *_Nonnull kernel_table_best(void);

/// All that this CPU can run, the fastest first; null past the end.
const KernelTable *_Nullable kernel_table(int32_t index);
