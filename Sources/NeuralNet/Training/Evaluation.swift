/// How well a network does on data.
public struct Evaluation: Equatable, Sendable {
  /// The mean loss; NaN if the data do not fit the network.
  public let loss: Float
  /// The share of rows, or of targets, that are right; NaN for a regression.
  public let accuracy: Float

  /// The numbers of an evaluation.
  public init(loss: Float, accuracy: Float) {
    self.loss = loss
    self.accuracy = accuracy
  }
}

extension Network {
  /// The mean loss over all rows, and how many of them, or of their positions, are right.
  ///
  /// Right is, for classes, that the largest output is that of the class (the first one of equals);
  /// for a yes or no, that the output is above the threshold exactly when the target is 1. The
  /// threshold is 0 for logits (`Loss.bce`) and the hinge, otherwise ½.
  public func evaluate(_ data: Dataset, loss: Loss) -> Evaluation {
    let unfit = Evaluation(loss: .nan, accuracy: .nan)
    guard fits(data, loss: loss) else { return unfit }
    let judge = Judge(data.task, outputShape, threshold: loss.threshold)
    var sum = 0.0, right = 0, count = 0
    let isDone = data.withRows { x, y in
      do throws(ShapeError) {
        try evaluate(x, y, count: data.count, loss: loss, targetCount: data.targetCount) {
          start, chunk in
          let targets = y + start * data.targetCount
          let counted = judge.counted(targets, rows: chunk.rows)
          if counted > 0 { sum += Double(chunk.meanLoss) * Double(counted) }
          right += judge.right(chunk.answers, targets, rows: chunk.rows)
          count += counted
        }
        return true
      } catch {
        return false  // the values of a chunk are more than steps can count
      }
    }
    guard isDone else { return unfit }
    return Evaluation(
      loss: Float(sum / Double(count)), accuracy: judge.share(right, of: count))
  }

  /// Whether the network and the loss can be used on the data.
  func fits(_ data: Dataset, loss: Loss) -> Bool {
    guard data.isUsable, data.featureCount == inputs, outputShape[0] == 1 else { return false }
    if case .classes(let classes) = data.task {
      return loss.takesClasses && classes <= outputShape.columns
        && data.targetCount * outputShape.columns == outputs
    }
    return !loss.takesClasses && data.targetCount == outputs
  }
}

extension Loss {
  /// What an output must exceed to say yes: 0 for a logit or a score, ½ for a probability.
  public var threshold: Float { name == Loss.bce.name || name == Loss.hinge().name ? 0 : 0.5 }
}

extension Dataset {
  /// Whether there are whole rows, with the number of a class each if they are for classes.
  fileprivate var isUsable: Bool {
    do throws(DataError) {
      try validateUse()
      return true
    } catch {
      return false
    }
  }

  /// The features and targets where they lie.
  func withRows<Result>(
    _ body: (UnsafePointer<Float>, UnsafePointer<Float>) -> Result
  ) -> Result {
    features.withUnsafeBufferPointer { features in
      targets.withUnsafeBufferPointer { targets in
        guard let x = features.baseAddress, let y = targets.baseAddress else {
          preconditionFailure("a dataset without rows, which its initialiser refuses")
        }
        return body(x, y)
      }
    }
  }
}
