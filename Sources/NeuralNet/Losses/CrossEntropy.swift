import Kernels

extension Loss {
  /// The mean over rows of `log Σ_j e^z_j − z_class`, z being logits; gradient
  /// `(softmax(z) − onehot) / batch`.
  ///
  /// Targets are class numbers, as floats: 0, 1, …. A number that is no class makes the loss NaN.
  public static let crossEntropy = Loss("crossEntropy", takesClasses: true) { $0.crossEntropy }
}
