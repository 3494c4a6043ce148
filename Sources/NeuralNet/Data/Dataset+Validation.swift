/// Why numbers are not a dataset.
public enum DataError: Error, Equatable, Sendable {
  /// There are no rows.
  case empty
  /// A row must have at least one feature and one target.
  case invalidRow(featureCount: Int, targetCount: Int)
  /// The features or the targets are not a whole number of rows, or not of equally many.
  case countMismatch(features: Int, featureCount: Int, targets: Int, targetCount: Int)
  /// A feature is infinite or not a number.
  case nonFiniteFeature(row: Int, column: Int)
  /// A target is infinite, not a number, or none of the task: 0 or 1, or the number of a class.
  case invalidTarget(row: Int, value: Float)
  /// The names are not one for each class.
  case classNameCount(expected: Int, found: Int)
  /// An image's width and height do not divide the number of features.
  case imageSize(width: Int, height: Int, featureCount: Int)
}

extension Dataset {
  /// Checks what the initialiser promises; also after features or targets were changed.
  ///
  /// - Throws: the first `DataError` found.
  public func validate() throws(DataError) {
    try validateCounts()
    for i in features.indices where !features[i].isFinite {
      throw .nonFiniteFeature(row: i / featureCount, column: i % featureCount)
    }
    try validateTargets()
    if case .classes(let classes) = task, !classNames.isEmpty, classNames.count != classes {
      throw .classNameCount(expected: classes, found: classNames.count)
    }
  }

  /// What memory safety needs: whole rows, and targets that are classes.
  func validateUse() throws(DataError) {
    try validateCounts()
    if takesClasses { try validateTargets() }
  }

  private func validateTargets() throws(DataError) {
    for i in targets.indices where !isValid(targets[i]) {
      throw .invalidTarget(row: i / targetCount, value: targets[i])
    }
  }

  private func validateCounts() throws(DataError) {
    guard featureCount > 0, targetCount > 0 else {
      throw .invalidRow(featureCount: featureCount, targetCount: targetCount)
    }
    guard !features.isEmpty else { throw .empty }
    let rows = features.count / featureCount
    guard features.count == rows * featureCount, targets.count == rows * targetCount else {
      throw .countMismatch(
        features: features.count, featureCount: featureCount, targets: targets.count,
        targetCount: targetCount)
    }
    let hasImages = imageWidth != 0 || imageHeight != 0
    guard
      !hasImages
        || imageWidth > 0 && imageHeight > 0
          && featureCount % imageWidth == 0 && featureCount / imageWidth % imageHeight == 0
    else {
      throw .imageSize(width: imageWidth, height: imageHeight, featureCount: featureCount)
    }
  }

  private var takesClasses: Bool {
    if case .classes = task { return true }
    return false
  }

  private func isValid(_ target: Float) -> Bool {
    switch task {
    case .regression: target.isFinite
    case .binary: target == 0 || target == 1 || target == -1
    case .classes(let count): Dataset.isClass(target, of: count)
    }
  }

  /// Whether a target is the number of one of the classes, or of none.
  static func isClass(_ target: Float, of count: Int) -> Bool {
    target >= 0 && target < Float(count) && target.rounded(.down) == target
      || target == ignoredClass
  }
}
