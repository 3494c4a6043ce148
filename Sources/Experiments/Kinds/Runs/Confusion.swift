import NeuralNet
import Plotting

extension Experiment {
  /// Which classes a trained network takes for which.
  public static let confusion = Experiment(
    "confusion", "which unseen rows the network of a {train} block takes for what",
    section: "31 Evaluation metrics",
    options: [.run],
    metrics: [
      ("accuracy", "share of right answers on unseen rows"),
      ("macro-f1", "mean over the classes of 2 · precision · recall / (precision + recall)"),
      ("precision[n]", "share of right answers among those that say class n, counted from 1"),
      ("recall[n]", "share of right answers among the rows of class n"),
      ("f1[n]", "harmonic mean of both"),
    ]
  ) { options, context throws(ExperimentError) in
    let study = try context.trainingStudy(options)
    guard let judged = study.judgedRows else {
      throw .conflict(
        "the data have \(study.validation.targetsInWords), expected one class a row",
        at: options.place("run"))
    }
    return ExperimentResult(
      metrics: judged.scores.metrics, figures: [judged.illustratedConfusion])
  }
}

/// Precision and recall of each class.
struct ClassScores {
  /// Row-major counts: rows true, columns said.
  let counts: [Int]
  let classCount: Int

  private func right(_ label: Int) -> Double { Double(counts[label * classCount + label]) }

  private func said(_ label: Int) -> Double {
    Double((0..<classCount).reduce(0) { $0 + counts[$1 * classCount + label] })
  }

  private func rows(_ label: Int) -> Double {
    Double((0..<classCount).reduce(0) { $0 + counts[label * classCount + $1] })
  }

  /// Of a class that is never said 0, as scikit-learn has it.
  func precision(_ label: Int) -> Double { said(label) > 0 ? right(label) / said(label) : 0 }

  func recall(_ label: Int) -> Double { rows(label) > 0 ? right(label) / rows(label) : 0 }

  func f1(_ label: Int) -> Double {
    let sum = precision(label) + recall(label)
    return sum > 0 ? 2 * precision(label) * recall(label) / sum : 0
  }

  var accuracy: Double {
    let total = counts.reduce(0, +)
    let all = (0..<classCount).reduce(0.0) { $0 + right($1) }
    return total > 0 ? all / Double(total) : .nan
  }

  var metrics: [Metric] {
    let labels = 0..<classCount
    let macro = labels.reduce(0.0) { $0 + f1($1) } / Double(classCount)
    return [Metric("accuracy", accuracy, .percent), Metric("macro-f1", macro)]
      + labels.flatMap { label in
        [
          Metric("precision[\(label + 1)]", precision(label)),
          Metric("recall[\(label + 1)]", recall(label)), Metric("f1[\(label + 1)]", f1(label)),
        ]
      }
  }
}
