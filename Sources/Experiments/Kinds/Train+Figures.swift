import NeuralNet
import Plotting

extension TrainingStudy {
  /// Curves, then what the data allow: a map, a fitted curve, a confusion matrix, mistakes.
  var figures: [Figure] {
    var figures = [curvesFigure]
    if let answersFigure { figures.append(answersFigure) }
    if case .classes = validation.task, let judged = judgedRows {
      figures.append(judged.confusionFigure)
      if let mistakes = judged.mistakesFigure { figures.append(mistakes) }
    }
    return figures
  }

  private var curvesFigure: Figure {
    var loss = curves(
      "Loss", unit: lossName, scale: .log, run.trainLosses, run.validationLosses)
    loss.marks += run.divergenceMarks()
    var panels: [Panel] = [.plot(run.stepPlot(unit: lossName) ?? loss)]
    if isClassification, !run.epochs.isEmpty {
      panels.append(
        .plot(
          curves(
            "Accuracy", unit: "share right", scale: .linear, run.trainAccuracies,
            run.validationAccuracies)))
    }
    return Figure(
      "curves", width: panels.count > 1 ? .wide : .text, rows: [.init(panels)],
      caption: run.epochs.isEmpty
        ? "The loss step by step, until it was no number any more, in the first epoch."
        : "Training, epoch by epoch: \(training.count) rows to learn from (solid) and "
          + "\(validation.count) unseen ones (dashed).",
      table: curvesTable)
  }

  private func curves(
    _ title: Text, unit: Text, scale: Axis.Scale, _ seen: [Double], _ unseen: [Double]
  ) -> Plot {
    Plot(
      title: "\(title) over the epochs",
      summary: "Seen: " + .course(of: seen, at: run.epochs, unit: "epoch") + " Unseen: "
        + .course(of: unseen, at: run.epochs, unit: "epoch"),
      size: isClassification ? .half : .text, x: Axis("epoch"),
      y: Axis(title, unit: unit, scale: scale),
      marks: [
        .line(x: run.epochs, y: seen, style: .train, label: "seen"),
        .line(x: run.epochs, y: unseen, style: .validation, label: "unseen"),
      ])
  }

  /// A decision map or a fitted curve; nil for data that are not drawn.
  private var answersFigure: Figure? {
    guard let panel = answerPanel(nil, of: 1) else { return nil }
    guard case .map = grid.kind else {
      return Figure(
        "fit", width: .text, rows: [.init([panel])],
        caption: run.divergence == nil
          ? "The curve that the network draws through the training points."
          : "The training points. The run diverged, so no curve is drawn through them.",
        table: curvesTable)
    }
    return Figure(
      "map", width: .text, rows: Figure.rows(ofMaps: [panel]) { .decisionMapKey(width: $0) },
      caption: "What the network answers over the plane. The line is where both classes are "
        + "equally likely.",
      table: curvesTable)
  }

  private var curvesTable: Table {
    .epochs(run.losses("Loss") + (isClassification ? run.accuracies("Accuracy") : []))
  }
}
