import NeuralNet
import Plotting

// What losses ask of targets and networks, for blocks that train and for those that show one pass.

extension Loss {
  private var isBinaryCrossEntropy: Bool { name == Loss.bce.name }
  private var isHinge: Bool { name == Loss.hinge().name }

  /// Whether its targets are 0 or 1, or for the hinge −1 or 1.
  var takesTwoClasses: Bool { isBinaryCrossEntropy || isHinge }

  /// Whether it takes outputs as they are, without a sigmoid or softmax before it.
  var takesLogits: Bool { takesClasses || takesTwoClasses }

  /// Whether `target` is one of its targets, and what these are; nil if it takes any number.
  func accepts(_ target: Double, outputs: Int) -> (fits: Bool, expected: Text)? {
    if takesClasses {
      let isClass = target >= 0 && target < Double(outputs) && target.isWhole
      return (isClass, "a class from 0 to \(outputs - 1)")
    }
    if isBinaryCrossEntropy { return ((0...1).contains(target), "a number from 0 to 1") }
    if isHinge { return (target.magnitude == 1, "-1 or 1") }
    return nil
  }

  /// The same loss for a network of so many outputs: a positive weight counts for each of them.
  ///
  /// - Throws: a problem unless there is a class weight for each output, or none.
  func fitted(to outputs: Int, at place: OptionValue.Place?) throws(ExperimentError) -> Loss {
    guard weights.isEmpty || weights.count == outputs else {
      throw .conflict(
        "class-weights has \(weights.count) numbers, expected \(outputs), one a class", at: place)
    }
    guard let weight = positiveWeights.first else { return self }
    return .bce(positiveWeights: [Float](repeating: weight, count: outputs))
  }
}

extension Double {
  fileprivate var isWhole: Bool { self == rounded(.towardZero) }
}
