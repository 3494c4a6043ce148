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
    let result =
      outcome.untrained.isEmpty ? run.outcome(isClassification: scale == nil) : "before training"
    var map = AnswerGrid.map(
      outcome.answers, over: region, data: shown, title: title, result: result,
      summary: "What the network answers over the plane: \(result).", scale: scale)
    map.isDecided = isDecided
    map.option = "points"
    // A network that was not trained yet has its losses at 0.
    let (epochs, losses) =
      outcome.untrained.isEmpty
      ? (run.epochs, [run.trainLosses, run.validationLosses])
      : ([0], outcome.untrained.map { [$0] })
    let loss = Plot(
      title: "Loss over the epochs",
      summary: "Seen: " + .course(of: run.trainLosses, at: run.epochs, unit: "epoch") + " Unseen: "
        + .course(of: run.validationLosses, at: run.epochs, unit: "epoch"),
      size: .init(width: 500, height: 278), x: Axis("epoch"),
      y: Axis("Loss", unit: lossName, scale: .log),
      marks: [
        .line(x: epochs, y: losses[0], style: .train, label: "seen"),
        .line(x: epochs, y: losses[1], style: .validation, label: "unseen"),
      ] + penaltyMarks + run.divergenceMarks())
    return Figure(
      "map", width: .wide,
      rows: [
        .init(
          [.decisionMap(map, size: .half), .plot(run.stepPlot(unit: lossName) ?? loss)],
          key: scale.map { .colourBar($0.bar("value")) } ?? .decisionMapKey(width: 350))
      ],
      caption: "What a network of \(outcome.parameters) parameters answers over the plane, and its "
        + "loss on the \(training.count) points that it learns from (solid) and on \(test.count) "
        + "others (dashed)." + (outcome.penalties.isEmpty ? "" : " The penalty is drawn apart.")
        + (scale == nil ? "" : " A point has the colour of its own number."),
      table: table)
  }

  /// Units from the inputs to the output.
  var sizes: [Int] { [features.count] + hidden + [1] }

  /// "2–4–2–1".
  private var title: Text { Text.joined(sizes.map { "\($0)" }, separator: "–") }

  /// Whether the network is small enough for single weights to be changed.
  var goesOn: Bool { outcome.map { $0.parameters <= 400 } ?? false }

  /// What the penalty added, while there was one: where a logarithmic axis can show it.
  private var penaltyMarks: [Mark] {
    let values = outcome?.penalties ?? []
    let shown = values.indices.filter { values[$0] > 0 }
    guard !shown.isEmpty else { return [] }
    return [
      .line(
        x: shown.map { Double($0 + 1) }, y: shown.map { values[$0] }, style: .category(1),
        label: "penalty")
    ]
  }

  private func unitsFigure(_ outcome: Outcome) -> Figure {
    var images: [ImageGrid.Image] = []
    if hidden.isEmpty {
      images = zip(outcome.units, features).map { values, feature in
        UnitMaps.image(values, label: PlaneFeature.names[feature.rawValue].text)
      }
    }
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
              hidden.isEmpty ? "Inputs" : "Hidden units",
              remark: hidden.isEmpty ? "lowest…highest" : "layer · unit, lowest…highest",
              imageWidth: UnitMaps.columns,
              imageHeight: UnitMaps.rows, images: images, columns: 6))
        ])
      ],
      caption: (hidden.isEmpty ? "What the network is told" : "What each hidden unit says")
        + " over the same plane: its lowest value has the colour of the page.", table: table)
  }

  private static let mostUnits = 48

  private func weightsFigure(_ outcome: Outcome) -> Figure {
    var layers = sizes.enumerated().map { number, units in
      NetworkDiagram.Layer(name(ofLayer: number), units: units)
    }
    layers[0].labels = features.map { PlaneFeature.names[$0.rawValue].text }
    var diagram = NetworkDiagram(
      layers: layers,
      weights: stride(from: 0, to: outcome.values.count, by: 2).map {
        doubles(outcome.values[$0])
      })
    if goesOn { diagram.options.weights = "start" }
    diagram.optionHasBiases = true
    return Figure(
      "weights", width: .text, rows: [.init([.network(diagram)])],
      caption: "The weights at the end: edges are as thick as their weight is large; blue ones are "
        + "positive, dashed ones negative.", table: weightsTable(outcome))
  }

  private func name(ofLayer number: Int) -> Text {
    number == 0 ? "input" : DenseStage.name(number - 1, of: hidden.count + 1)
  }

  private func weightsTable(_ outcome: Outcome) -> Table {
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

  private var table: Table {
    let penalties = outcome?.penalties ?? []
    var series = run.losses("Loss")
    if !penalties.isEmpty { series.append((name: "Penalty", values: penalties)) }
    return .epochs(series)
  }
}
