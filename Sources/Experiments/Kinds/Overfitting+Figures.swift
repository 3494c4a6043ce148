import NeuralNet
import Plotting

extension CapacityStudy {
  /// Curves, answers where they can be drawn, and the gap where there are sizes to compare.
  var figures: [Figure] {
    var figures = [curvesFigure]
    if let answersFigure { figures.append(answersFigure) }
    if networks.count > 1 { figures.append(gapFigure) }
    return figures
  }

  /// "2–64–64–1".
  private func name(_ number: Int) -> Text {
    var text = Text()
    for (place, units) in networks[number].sizes.enumerated() {
      text += place > 0 ? "–\(units)" : "\(units)"
    }
    return text
  }

  /// What the network came to, in a few characters.
  private func result(_ number: Int) -> Text {
    networks[number].run.outcome(isClassification: isClassification)
  }
}

// MARK: - Curves

extension CapacityStudy {
  private var curvesFigure: Figure {
    var caption: Text =
      "Loss on the \(training.count) training points (solid) and on "
      + "\(validation.count) unseen ones (dashed), epoch by epoch. "
    caption +=
      shown.count > 1
      ? "From left to right the networks grow. "
      : ""
    caption += "Where the curves part, the network begins to learn the sample instead of the rule."
    return Figure(
      "curves", width: shown.count > 1 ? .wide : .text,
      rows: [.init(shown.map { .plot(curves($0, size: .init(of: shown.count))) })],
      caption: caption,
      table: curvesTable)
  }

  private func curves(_ number: Int, size: Plot.Size) -> Plot {
    let run = networks[number].run
    return Plot(
      title: "Loss of the \(name(number)) network, seen and unseen", summary: summary(of: run),
      size: size, x: Axis("epoch"),
      y: Axis(name(number), unit: lossName, scale: .log, from: lossRange.low, to: lossRange.high),
      marks: [
        .line(x: run.epochs, y: run.trainLosses, style: .train, label: "seen"),
        .line(x: run.epochs, y: run.validationLosses, style: .validation, label: "unseen"),
      ] + turningPoints(of: run) + run.divergenceMarks())
  }

  /// The epoch at which unseen data were judged best, and where early stopping ended the run.
  private func turningPoints(of run: ValidatedRun) -> [Mark] {
    guard run.bestEpoch > 0 else { return [] }
    var marks: [Mark] = []
    if run.bestEpoch < run.epochs.count {
      marks.append(.rule(x: Double(run.bestEpoch), label: "best \(run.bestEpoch)"))
    }
    if let stopped = run.stoppedEpoch {
      marks.append(.rule(x: Double(stopped), label: "stopped \(stopped)"))
    }
    return marks
  }

  /// One range for all panels, so that heights can be compared.
  private var lossRange: (low: Double, high: Double) {
    var (low, high) = (Double.infinity, 0.0)
    for number in shown {
      let run = networks[number].run
      for loss in run.trainLosses + run.validationLosses where loss.isFinite && loss > 0 {
        (low, high) = (min(low, loss), max(high, loss))
      }
    }
    return low < high ? (max(low, high * 1e-5), high) : (0.1, 1)
  }

  private func summary(of run: ValidatedRun) -> Text {
    "Training: " + .course(of: run.trainLosses, at: run.epochs, unit: "epoch")
      + " Unseen: " + .course(of: run.validationLosses, at: run.epochs, unit: "epoch")
  }

  private var curvesTable: Table {
    .epochs(shown.flatMap { networks[$0].run.losses(name($0)) })
  }
}

// MARK: - Answers

extension CapacityStudy {
  /// Decision maps, or fitted curves, of the networks that are shown.
  private var answersFigure: Figure? {
    switch grid.kind {
    case .none: return nil
    case .map(let region):
      let maps = shown.map { number in
        AnswerGrid.map(
          networks[number].answers, over: region, data: training, title: name(number),
          result: result(number),
          summary: "Decision map of the \(name(number)) network: \(result(number)).",
          size: MapSize(of: shown.count))
      }
      return Figure(
        "maps", width: shown.count > 2 ? .wide : .text,
        rows: Figure.rows(ofMaps: maps) { .decisionMapKey(width: $0) },
        caption: "What the networks answer over the plane, after training on the points shown. "
          + "The line is where both classes are equally likely; a boundary that follows single "
          + "points has learnt their noise.",
        table: finalTable)
    case .curve(let x):
      return Figure(
        "fits", width: shown.count > 1 ? .wide : .text,
        rows: [.init(shown.map { .plot(fit($0, x: x)) })],
        caption: "The curves that the networks draw through the training points.",
        table: finalTable)
    }
  }

  private func fit(_ number: Int, x: [Double]) -> Plot {
    Plot(
      title: "Fit of the \(name(number)) network",
      summary: "The curve of the \(name(number)) network: \(result(number)).",
      size: .init(of: shown.count), x: Axis("x"),
      y: Axis(name(number), unit: result(number)),
      marks: [
        .dots(
          x: AnswerGrid.column(0, of: [training]), y: doubles(training.targets), style: .train),
        .line(x: x, y: networks[number].answers, style: .ink),
      ])
  }
}

// MARK: - The gap

extension CapacityStudy {
  private var gapFigure: Figure {
    let order = networks.indices.sorted { networks[$0].parameters < networks[$1].parameters }
    let x = order.map { Double(networks[$0].parameters) }
    let seen = order.map { networks[$0].run.trainLoss }
    let unseen = order.map { networks[$0].run.validationLoss }
    var summary = Text()
    for number in order {
      summary += "\(name(number)): gap \(networks[number].run.gap, digits: 2). "
    }
    let plot = Plot(
      title: "Final loss against the number of parameters", summary: summary,
      size: .init(width: 640, height: 300, narrowHeight: 280),
      x: Axis("parameters", scale: .log), y: Axis("Final loss", unit: lossName, scale: .log),
      marks: [
        .band(x: x, lower: seen, upper: unseen),
        .line(x: x, y: seen, style: .train, label: "seen"),
        .line(x: x, y: unseen, style: .validation, label: "unseen"),
        .dots(x: x + x, y: seen + unseen),
      ])
    return Figure(
      "gap", width: .text, rows: [.init([.plot(plot)])],
      caption:
        "The generalisation gap. The more parameters, the lower the loss on the points seen; "
        + "the shaded distance to the unseen ones is what was learnt by heart.",
      table: finalTable)
  }

  private var finalTable: Table {
    var table = Table([
      .words("Network"), .numbers("Parameters", decimals: 0), .numbers("Loss seen", decimals: 4),
      .numbers("Loss unseen", decimals: 4), .numbers("Gap", decimals: 4),
      .numbers("Best epoch", decimals: 0),
    ])
    for (number, network) in networks.enumerated() {
      let run = network.run
      table.rows.append([
        .text(name(number)), .number(Double(network.parameters)), .number(run.trainLoss),
        .number(run.validationLoss), .number(run.gap), .number(Double(run.bestEpoch)),
      ])
    }
    return table
  }
}
