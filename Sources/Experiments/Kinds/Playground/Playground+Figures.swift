import NeuralNet
import Plotting

extension PlaygroundStudy {
  /// The map beside the losses, what the hidden units say, and the weights between them.
  var figures: [Figure] {
    guard let outcome, case .map(let region) = grid.kind else { return [] }
    let map = mapFigure(outcome, region)
    return outcome.units.isEmpty ? [map] : [map, unitsFigure(outcome), weightsFigure(outcome)]
  }

  private func mapFigure(_ outcome: Outcome, _ region: Region) -> Figure {
    let result = run.outcome(isClassification: scale == nil)
    var map = AnswerGrid.map(
      outcome.answers, over: region, data: shown, title: sizes, result: result,
      summary: "What the network answers over the plane: \(result).", scale: scale)
    map.isDecided = isDecided
    map.option = "points"
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
        .init(
          [.decisionMap(map, size: .half), .plot(run.stepPlot(unit: lossName) ?? loss)],
          key: scale.map { .colourBar($0.bar("value")) } ?? .decisionMapKey(width: 350))
      ],
      caption: "What a network of \(outcome.parameters) parameters answers over the plane, and its "
        + "loss on the \(training.count) points that it learns from (solid) and on \(test.count) "
        + "others (dashed)." + (scale == nil ? "" : " A point has the colour of its own number."),
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

  private func weightsFigure(_ outcome: Outcome) -> Figure {
    let sizes = [features.count] + hidden + [1]
    var layers = sizes.enumerated().map { number, units in
      NetworkDiagram.Layer(name(ofLayer: number), units: units)
    }
    layers[0].labels = features.map { PlaneFeature.names[$0.rawValue].text }
    return Figure(
      "weights", width: .text,
      rows: [
        .init([
          .network(
            NetworkDiagram(
              layers: layers,
              weights: stride(from: 0, to: outcome.values.count, by: 2).map {
                doubles(outcome.values[$0])
              }))
        ])
      ],
      caption: "The weights at the end: edges are as thick as their weight is large; blue ones are "
        + "positive, dashed ones negative.", table: weightsTable(outcome, sizes))
  }

  private func name(ofLayer number: Int) -> Text {
    number == 0 ? "input" : DenseStage.name(number - 1, of: hidden.count + 1)
  }

  private func weightsTable(_ outcome: Outcome, _ sizes: [Int]) -> Table {
    var table = Table([
      .words("Layer"), .words("From"), .words("To"), .numbers("Value", decimals: 4),
    ])
    for (number, values) in outcome.values.enumerated() {
      let layer = number / 2, units = sizes[layer + 1]
      for (index, value) in values.enumerated() {
        table.rows.append([
          .text(name(ofLayer: layer + 1)),
          .text(number % 2 == 0 ? "\(index / units + 1)" : "bias"), .text("\(index % units + 1)"),
          .number(Double(value)),
        ])
      }
    }
    return table
  }

  private var table: Table { .epochs(run.losses("Loss")) }
}
