import NeuralNet
import Plotting

extension Dataset {
  /// "numbers to predict", "two classes", "10 classes", "classes at each of 32 places": what the
  /// targets are, for messages.
  var targetsInWords: Text {
    switch task {
    case .regression: "numbers to predict"
    case .binary: "two classes"
    case .classes(let count):
      targetCount == 1 ? "\(count) classes" : "classes at each of \(targetCount) places"
    }
  }
}

extension DataError {
  /// What was found and what was expected, in one sentence without a full stop.
  var words: Text {
    switch self {
    case .empty: "found no rows of data, expected one at least"
    case .invalidRow(let features, let targets):
      "a row has \(features) features and \(targets) targets, expected one of each at least"
    case .countMismatch(let features, let featureCount, let targets, let targetCount):
      "found \(features) features and \(targets) targets, expected \(featureCount) and "
        + "\(targetCount) for each row"
    case .nonFiniteFeature(let row, let column):
      "feature \(column + 1) of row \(row + 1) is infinite or no number, expected a finite one"
    case .invalidTarget(let row, let value):
      "the target of row \(row + 1) is \(typed: Double(value)), which this task does not have"
    case .classNameCount(let expected, let found):
      "found names for \(found) classes, expected \(expected)"
    case .imageSize(let width, let height, let count):
      "pictures are \(width) × \(height), expected a size that divides the \(count) features"
    }
  }
}
