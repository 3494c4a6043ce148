import NeuralNet
import Plotting

extension Experiment {
  /// Loss and accuracy of trained networks, epoch by epoch.
  public static let curves = Experiment(
    "curves", "loss and accuracy of {train} blocks, epoch by epoch",
    section: "20 Epochs, batches and iterations",
    options: [
      ExperimentOption(
        "run", .runs(count: 1...8), "the label of a {train} block, or up to 8 labels to compare")
    ],
    metrics: [
      ("train-loss[n]", "loss on the training rows at the end, of run n, counted from 1"),
      ("validation-loss[n]", "the same on unseen rows"),
      ("accuracy[n]", "share of right answers on unseen rows; for classes"),
      ("best-epoch[n]", "epoch at which the validation loss was lowest"),
    ]
  ) { options, context throws(ExperimentError) in
    let comparison = RunComparison(try context.trainingStudies(options))
    return ExperimentResult(
      metrics: comparison.metrics, figures: [comparison.figure],
      diagnoses: comparison.runs.flatMap { $0.study.diagnoses })
  }
}

/// Runs in one plot.
private struct RunComparison {
  let runs: [(label: Text, study: TrainingStudy)]

  init(_ runs: [(Text, TrainingStudy)]) { self.runs = runs.map { (label: $0.0, study: $0.1) } }

  private var areClassifications: Bool { runs.allSatisfy { $0.study.isClassification } }

  /// "bce", or nothing where the runs minimise different losses.
  private var unit: Text {
    let names = runs.map { $0.study.lossName }
    return names.allSatisfy { $0 == names[0] } ? names[0] : ""
  }

  var metrics: [Metric] {
    runs.enumerated().flatMap { number, entry -> [Metric] in
      let (run, suffix): (ValidatedRun, Text) = (entry.study.run, "[\(number + 1)]")
      let accuracy =
        entry.study.isClassification
        ? [Metric("accuracy" + suffix, run.validationAccuracy, .percent)] : []
      return [
        Metric("train-loss" + suffix, run.trainLoss),
        Metric("validation-loss" + suffix, run.validationLoss),
      ] + accuracy + [Metric("best-epoch" + suffix, Double(run.bestEpoch), .whole)]
    }
  }

  var figure: Figure {
    var plots = [plot("Loss", unit, .log, { $0.trainLosses }, { $0.validationLosses })]
    if areClassifications {
      plots.append(
        plot(
          "Accuracy", "share right", .linear, { $0.trainAccuracies }, { $0.validationAccuracies }))
    }
    let names = runs.count > 1 ? "Each run has its colour. " : "" as Text
    return Figure(
      "curves", width: plots.count > 1 ? .wide : .text, rows: [.init(plots.map { .plot($0) })],
      caption: names + "On the rows to learn from the lines are solid, on unseen rows dashed.",
      table: table)
  }

  private func plot(
    _ title: Text, _ unit: Text, _ scale: Axis.Scale,
    _ seen: (ValidatedRun) -> [Double], _ unseen: (ValidatedRun) -> [Double]
  ) -> Plot {
    var summary = Text()
    var marks: [Mark] = []
    for (number, entry) in runs.enumerated() {
      let run = entry.study.run
      summary += "\(entry.label), unseen: "
      summary += .course(of: unseen(run), at: run.epochs, unit: "epoch") + " "
      marks.append(
        .line(
          x: run.epochs, y: seen(run), style: .train(number),
          label: runs.count > 1 ? "" : "seen"))
      marks.append(
        .line(
          x: run.epochs, y: unseen(run), style: .validation(number),
          label: runs.count > 1 ? entry.label : "unseen"))
      if case .log = scale { marks += run.divergenceMarks(name: runs.count > 1 ? entry.label : "") }
    }
    return Plot(
      title: "\(title) over the epochs", summary: summary,
      size: areClassifications ? .half : .text, x: Axis("epoch"),
      y: Axis(title, unit: unit, scale: scale), marks: marks)
  }

  private var table: Table {
    var table = Table([
      .words("Run"), .numbers("Epochs", decimals: 0), .numbers("Loss seen", decimals: 4),
      .numbers("Loss unseen", decimals: 4), .numbers("Best epoch", decimals: 0),
    ])
    for (label, study) in runs {
      table.rows.append([
        .text(label), .number(Double(study.run.epochs.count)), .number(study.run.trainLoss),
        .number(study.run.validationLoss), .number(Double(study.run.bestEpoch)),
      ])
    }
    return table
  }
}
