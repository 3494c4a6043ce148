// All kernels of one instance. Included once per vector width, after these are defined:
//   SUFFIX         ends every name of the instance
//   VW             floats in a vector
//   TILE_ROWS      the largest tile of a product: rows, and
//   TILE_VECTORS   vectors of columns; both limited by the registers
//   WIDE_LANES     lanes of functions in loops over elements; VW, or a multiple of 16
//   NARROW_SUFFIX  the instance to use for products of at most half a vector of columns (optional)
#include "vectors.h"
#include "functions.h"
#include "activations.h"
#include "loss_formulas.h"
#include "wide.h"
#include "lanes.h"
#include "tile.h"
#include "pack.h"
#include "elementwise.h"
#include "gemm.h"
#include "rows.h"
#include "norms.h"
#include "tables.h"
#include "windows.h"
#include "convolution.h"
#include "pooling.h"
#include "combine.h"
#include "attention.h"
#include "recurrent.h"
#include "batchnorm.h"
#include "losses.h"
#include "classes.h"
#include "random.h"
#include "optimizers.h"
#include "gradients.h"
#include "table.h"
#include "undefine.h"
