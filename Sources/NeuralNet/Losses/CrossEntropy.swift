import Kernels

extension Loss {
  /// The mean over rows of `log Σ_j e^z_j − z_class`, z being logits; gradient
  /// `(softmax(z) − onehot) / batch`.
  ///
  /// Targets are class numbers, as floats: 0, 1, …. A number that is no class makes the loss NaN;
  /// rows of the class -100 do not count.
  public static let crossEntropy = Loss("crossEntropy", takesClasses: true) { $0.crossEntropy }

  /// The same with options: a row loses `−Σ_j q_j w_j log softmax(z)_j`, where
  /// `q = (1 − ε) onehot + ε / C`; the mean divides the sum by the weights of the rows' own classes.
  ///
  /// - Parameters:
  ///   - classWeights: w, one for each of the C classes, at least 0; default all 1.
  ///   - labelSmoothing: ε, in [0, 1]; default 0.
  ///   - ignoring: the class of rows that do not count, as padding; default -100. If there are no
  ///     others, the mean is NaN.
  /// - Source: Rethinking the Inception Architecture, Szegedy et al. 2016, section 7, for smoothing;
  ///   weights as in PyTorch's `CrossEntropyLoss`.
  public static func crossEntropy(
    classWeights: [Float] = [], labelSmoothing: Float = 0, ignoring ignoredClass: Int? = -100
  ) -> Loss {
    var loss = crossEntropy
    loss.weights = classWeights
    loss.labelSmoothing = labelSmoothing
    loss.ignoredClass = ignoredClass
    return loss
  }
}
