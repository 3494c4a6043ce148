import Kernels

extension Loss {
  /// The mean of `max(margin − t y, 0)`, targets t being 1 or -1; gradient `−t / n` where the margin
  /// is missed.
  ///
  /// - Parameter margin: how far on the right side an output must be; default 1.
  /// - Source: Support-Vector Networks, Cortes and Vapnik 1995.
  public static func hinge(margin: Float = 1) -> Loss {
    Loss("hinge", parameter: margin) { $0.hinge }
  }

  /// The mean over rows of `w_class / C · Σ_{j ≠ class} max(margin − y_class + y_j, 0)`.
  ///
  /// - Parameters:
  ///   - margin: by how much the output of the right class must exceed each other; default 1.
  ///   - classWeights: one for each of the C classes, at least 0; default all 1. The mean is over
  ///     rows, whatever their weights.
  /// - Source: On the Algorithmic Implementation of Multiclass Kernel-based Vector Machines, Crammer
  ///   and Singer 2001, with the sum in place of the maximum: PyTorch's `MultiMarginLoss`.
  public static func multiClassHinge(margin: Float = 1, classWeights: [Float] = []) -> Loss {
    var loss = Loss("multiClassHinge", parameter: margin, takesClasses: true) {
      $0.multiClassHinge
    }
    loss.weights = classWeights
    loss.ignoredClass = nil
    return loss
  }
}

extension LossFormulas {
  static func hinge(_ y: T, _ t: T, _ margin: T) -> Pair {
    let missing = margin - t * y
    return missing <= 0 ? (0, 0) : (missing, -t)
  }
}
