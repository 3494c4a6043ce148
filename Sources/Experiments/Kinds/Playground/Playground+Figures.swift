import NeuralNet
import Plotting

extension PlaygroundStudy {
  /// The map beside the losses, and what the hidden units say.
  var figures: [Figure] {
    guard let outcome, case .map(let region) = grid.kind else { return [] }
    return [mapFigure(outcome, region)] + (outcome.units.isEmpty ? [] : [unitsFigure(outcome)])
  }

  private func mapFigure(_ outcome: Outcome, _ region: Region) -> Figure {
    let result = run.outcome(isClassification: true)
    let map = AnswerGrid.map(
      outcome.answers, over: region, data: training, title: sizes, result: result,
      summary: "What the network answers over the plane: \(result).", size: .half)
    let loss = Plot(
      title: "Loss over the epochs",
      summary: "Seen: " + .course(of: run.trainLosses, at: run.epochs, unit: "epoch") + " Unseen: "
        + .course(of: run.validationLosses, at: run.epochs, unit: "epoch"),
      size: .init(width: 500, height: 278), x: Axis("epoch"),
      y: Axis("Loss", unit: lossName, scale: .log),
      marks: [
        .line(x: run.epochs, y: run.trainLosses, style: .train, label: "seen"),
        .line(x: run.epochs, y: run.validationLosses, style: .validation, label: "unseen"),
      ] + run.divergenceMarks())
    return Figure(
      "map", width: .wide,
      rows: [
        .init([map, .plot(run.stepPlot(unit: lossName) ?? loss)], key: .decisionMapKey(width: 350))
      ],
      caption: "What a network of \(outcome.parameters) parameters answers over the plane, and its "
        + "loss on the \(training.count) points shown (solid) and on \(test.count) others (dashed).",
      table: table)
  }

  /// "2–4–2–1".
  private var sizes: Text {
    var text: Text = "\(features.count)"
    for units in hidden { text += "–\(units)" }
    return text + "–1"
  }

  private func unitsFigure(_ outcome: Outcome) -> Figure {
    var images: [ImageGrid.Image] = []
    for (layer, units) in hidden.enumerated() {
      for unit in 0..<units where images.count < min(outcome.units.count, Self.mostUnits) {
        images.append(
          UnitMaps.image(outcome.units[images.count], label: "\(layer + 1) · \(unit + 1)"))
      }
    }
    return Figure(
      "units", width: .text,
      rows: [
        .init([
          .imageGrid(
            ImageGrid(
              "Hidden units", remark: "layer · unit, lowest…highest", imageWidth: UnitMaps.columns,
              imageHeight: UnitMaps.rows, images: images, columns: 6))
        ])
      ],
      caption:
        "What each hidden unit says over the same plane, from its lowest value (light) to its "
        + "highest.", table: table)
  }

  private static let mostUnits = 48

  private var table: Table { .epochs(run.losses("Loss")) }
}
