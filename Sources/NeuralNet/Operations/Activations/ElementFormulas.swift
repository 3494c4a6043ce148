import Kernels

/// The elementwise functions, one number at a time: what activations are called with, and the
/// oracle of the kernels, which do the same operations in the same order.
enum ElementFormulas<T: Scalar> {}

extension ElementFormulas {
  /// `f(x; s)`, or for a gradient `f(dy, z; s)`, z being the input or the result.
  static func apply(_ function: ElementFunction, _ x: T, _ z: T, _ s: T) -> T {
    switch function {
    case functionTanh: T.tanh(x)
    case functionTanhGradient: tanhGradient(x, z)
    case functionSigmoid: T.sigmoid(x)
    case functionSigmoidGradient: sigmoidGradient(x, z)
    case functionRelu: relu(x)
    case functionReluGradient: reluGradient(x, z)
    case functionLeakyRelu: leakyRelu(x, s)
    case functionLeakyReluGradient: leakyReluGradient(x, z, s)
    case functionElu: elu(x, s)
    case functionEluGradient: eluGradient(x, z, s)
    case functionSelu: selu(x)
    case functionSeluGradient: seluGradient(x, z)
    case functionGelu: gelu(x)
    case functionGeluGradient: geluGradient(x, z)
    case functionSilu: silu(x)
    case functionSiluGradient: siluGradient(x, z)
    case functionSoftplus: T.softplus(x)
    case functionSoftplusGradient: softplusGradient(x, z)
    case functionExp: T.exp(x)
    case functionExpGradient: x * z
    case functionLog: T.log(x)
    case functionLogGradient: x / z
    case functionSquareRoot: x.squareRoot()
    case functionSquareRootGradient: x / (z + z)
    case functionSquare: x * x
    case functionSquareGradient: x * (z + z)
    case functionReciprocal: 1 / x
    case functionReciprocalGradient: -(x * (z * z))
    case functionMagnitude: x.magnitude
    case functionMagnitudeGradient: x * LossFormulas.sign(z)
    case functionAtLeast: x < s ? s : x
    case functionAtLeastGradient: z < s ? 0 : x
    case functionAtMost: x > s ? s : x
    case functionAtMostGradient: z > s ? 0 : x
    case functionScale: x * s
    case functionQuotient: x / s
    case functionShift: x + s
    default: x
    }
  }
}
