/// Rows of features with a target each.
///
/// - Shapes: features `[count, featureCount]`, targets `[count, targetCount]`, row by row.
public struct Dataset: Equatable, Sendable {
  /// What the targets mean.
  public enum Task: Equatable, Sendable {
    /// Numbers to come close to.
    case regression
    /// 0 or 1; or -1 or 1, as the hinge loss takes them.
    case binary
    /// The number of a class, from 0, or `ignoredClass`; with the number of classes.
    case classes(Int)
  }

  /// The inputs, `[count, featureCount]`.
  public var features: [Float]
  /// What the network shall answer, `[count, targetCount]`; classes as whole numbers.
  public var targets: [Float]
  /// Inputs in a row.
  public let featureCount: Int
  /// Targets in a row; for classes, one for each position of a sequence.
  public let targetCount: Int
  /// What the targets mean.
  public let task: Task
  /// What to call the classes, in UTF-8; empty if they have only numbers.
  public var classNames: [[UInt8]]
  /// The width of an image in pixels, if a row is one; otherwise 0.
  public let imageWidth: Int
  /// The height of an image in pixels, if a row is one; otherwise 0.
  public let imageHeight: Int

  /// The number of rows.
  public var count: Int { features.count / featureCount }

  /// The class of a position that has none, as padding: no loss, and no answer to it is judged.
  public static let ignoredClass: Float = -100

  /// Outputs that a network for this data needs: one for each target, or each of its classes.
  public var outputCount: Int {
    if case .classes(let classes) = task { return targetCount * classes }
    return targetCount
  }

  /// Checks and takes the data.
  ///
  /// - Parameters:
  ///   - targetCount: default 1.
  ///   - classNames: none, or one for each class.
  ///   - imageWidth: 0, or such that width times height is the number of features, or divides it.
  /// - Throws: `DataError` if the counts do not fit, a number is not finite, or a target is not what
  ///   the task allows.
  public init(
    features: [Float], targets: [Float], featureCount: Int, targetCount: Int = 1, task: Task,
    classNames: [[UInt8]] = [], imageWidth: Int = 0, imageHeight: Int = 0
  ) throws(DataError) {
    self.init(
      unchecked: features, targets, featureCount: featureCount, targetCount: targetCount,
      task: task, classNames: classNames, imageWidth: imageWidth, imageHeight: imageHeight)
    try validate()
  }

  init(
    unchecked features: [Float], _ targets: [Float], featureCount: Int, targetCount: Int = 1,
    task: Task, classNames: [[UInt8]] = [], imageWidth: Int = 0, imageHeight: Int = 0
  ) {
    self.features = features
    self.targets = targets
    self.featureCount = featureCount
    self.targetCount = targetCount
    self.task = task
    self.classNames = classNames
    self.imageWidth = imageWidth
    self.imageHeight = imageHeight
  }
}
