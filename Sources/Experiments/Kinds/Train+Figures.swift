import NeuralNet
import Plotting

extension TrainingStudy {
  /// Curves, then what the data allow: a map, a fitted curve, a confusion matrix, mistakes.
  var figures: [Figure] {
    var figures = [curvesFigure]
    switch grid.kind {
    case .map(let region): figures.append(mapFigure(region))
    case .curve(let x): figures.append(fitFigure(x))
    case .none: break
    }
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

  private func mapFigure(_ region: Region) -> Figure {
    let result: Text = "unseen \(run.validationAccuracy * 100, decimals: 1) %"
    return Figure(
      "map", width: .text,
      rows: Figure.rows(ofMaps: [
        AnswerGrid.map(
          answers, over: region, data: training, title: "Decision map", result: result,
          summary: "What the network answers over the plane: \(result).", size: .single)
      ]) { .decisionMapKey(width: $0) },
      caption: "What the network answers over the plane. The line is where both classes are "
        + "equally likely.",
      table: curvesTable)
  }

  private func fitFigure(_ x: [Double]) -> Figure {
    let plot = Plot(
      title: "The fitted curve", summary: "Validation loss \(run.validationLoss, digits: 3).",
      x: Axis("x"), y: Axis("y"),
      marks: [
        .dots(
          x: AnswerGrid.column(0, of: [training]), y: doubles(training.targets), style: .train),
        .line(x: x, y: answers, style: .ink),
      ])
    return Figure(
      "fit", width: .text, rows: [.init([.plot(plot)])],
      caption: "The curve that the network draws through the training points.",
      table: curvesTable)
  }

  private var curvesTable: Table {
    var table = Table([
      .words("Epoch"), .numbers("Loss seen", decimals: 4), .numbers("Loss unseen", decimals: 4),
    ])
    if isClassification {
      table.columns.append(.numbers("Accuracy seen", decimals: 4))
      table.columns.append(.numbers("Accuracy unseen", decimals: 4))
    }
    for epoch in run.trainLosses.indices {
      var row: [Table.Cell] = [
        .text("\(epoch + 1)"), .number(run.trainLosses[epoch]),
        .number(run.validationLosses[epoch]),
      ]
      if isClassification {
        row.append(.number(run.trainAccuracies[epoch]))
        row.append(.number(run.validationAccuracies[epoch]))
      }
      table.rows.append(row)
    }
    return table
  }
}
