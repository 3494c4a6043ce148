import Kernels

extension Activation {
  /// `y = x`: no node at all.
  public static let linear = Activation(
    "linear", functionNone, functionNone, from: .input)
}
