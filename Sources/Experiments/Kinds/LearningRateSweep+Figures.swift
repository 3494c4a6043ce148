import Plotting

extension RateSweep {
  /// Loss curves at every rate, and the final loss against the rate.
  var figure: Figure {
    var caption: Text =
      "Too small crawls, too large diverges. Left: training loss at "
      + "\(rates.count) learning rates"
    caption +=
      seeds > 1
      ? "; lines are medians over \(seeds) seeds, bands hold the middle half. " : ". "
    caption += "Right: the loss after \(epochs) epochs; each dot is one seed."
    return Figure(
      "sweep", width: .wide, rows: [.init([.plot(curves), .plot(finalLosses)])],
      caption: caption, table: table)
  }

  /// Rates at which at least half of the runs diverged: their median is no number.
  private var lost: [Int] {
    rates.indices.filter { !medians[$0].isFinite }
  }

  /// The median run at a rate, by its final loss.
  private func medianCurve(_ rate: Int) -> [Double] {
    let curves = runs(at: rate)
    let length = curves.map { $0.losses.count }.min() ?? 0
    return (0..<length).map { epoch in Statistics.median(curves.map { $0.losses[epoch] }) }
  }
}

// MARK: - Loss curves

extension RateSweep {
  private var curves: Plot {
    Plot(
      title: "Training loss at \(rates.count) learning rates", summary: curvesSummary,
      size: .large, x: Axis("epoch"), y: Axis("Training loss", unit: lossName, scale: .log),
      seriesTitle: "rate", marks: bands + lines + divergedLines)
  }

  private var epochNumbers: [Double] { (1...max(1, epochs)).map { Double($0) } }

  private var kept: [Int] { rates.indices.filter { medians[$0].isFinite } }

  private func style(_ rate: Int) -> Style {
    rates[rate] == shownRate && rate != best
      ? .ink : rate == best ? .chosen : .ordered(rate, of: max(2, kept.count))
  }

  /// A rate with two digits, or three where two do not tell all of them apart.
  private func printed(_ rate: Int) -> Text {
    let short = rates.map { rate -> Text in "\(rate, digits: 2)" }
    let isClear = short.indices.allSatisfy { number in
      !short[..<number].contains(short[number])
    }
    return isClear ? short[rate] : "\(rates[rate], digits: 3)"
  }

  private func label(_ rate: Int) -> Text { printed(rate) + (rate == best ? " best" : "") }

  private var lines: [Mark] {
    kept.map { rate in
      .line(
        x: epochNumbers, y: medianCurve(rate), style: style(rate),
        label: label(rate))
    }
  }

  private var bands: [Mark] {
    guard seeds > 1 else { return [] }
    return kept.map { rate in
      let curves = runs(at: rate).filter { $0.losses.count == epochs }
      let halves = (0..<epochs).map { epoch in
        Statistics.middleHalf(curves.map { $0.losses[epoch] })
      }
      return .band(
        x: epochNumbers, lower: halves.map { $0.lower }, upper: halves.map { $0.upper },
        style: style(rate)
      ).named(label(rate))
    }
  }

  private var divergedLines: [Mark] {
    lost.enumerated().map { number, rate in
      let worst = runs(at: rate).first { $0.diverged } ?? LossCurve()
      let label: Text =
        number == 0 ? "\(Text.list(lost.map { printed($0) })) diverged" : ""
      return .divergedLine(
        x: epochNumbers, y: worst.losses, label: label,
        shortLabel: number == 0 ? "\(lost.count) diverged" : nil)
    }
  }

  private var curvesSummary: Text {
    guard let best else { return "At every rate at least half of the runs diverged." }
    let curve = medianCurve(best)
    var text: Text = "The best rate, \(typed: rates[best]): "
    text += .course(of: curve, at: epochNumbers, unit: "epoch")
    if !lost.isEmpty { text += " \(lost.count) of \(rates.count) rates diverged." }
    return text
  }
}

// MARK: - Final losses

extension RateSweep {
  private var finalLosses: Plot {
    Plot(
      title: "Loss after \(epochs) epochs against the learning rate", summary: finalsSummary,
      size: .small, x: Axis("learning rate", scale: .log),
      y: Axis("Loss after \(epochs) epochs", scale: .log),
      marks: zone + [dots, medianLine] + ring + shown)
  }

  private var dots: Mark {
    var (x, y): ([Double], [Double]) = ([], [])
    for rate in rates.indices {
      for final in finals(at: rate) where final.isFinite {
        x.append(rates[rate])
        y.append(final)
      }
    }
    return .dots(x: x, y: y)
  }

  private var medianLine: Mark {
    .line(x: kept.map { rates[$0] }, y: kept.map { medians[$0] }, style: .train)
  }

  private var ring: [Mark] {
    guard let best else { return [] }
    return [.ring(x: rates[best], y: medians[best], label: "best " + printed(best))]
  }

  /// Where the rate lies that is pointed out, unless the ring does so.
  private var shown: [Mark] {
    guard let shownRate, best.map({ rates[$0] }) != shownRate else { return [] }
    return [.rule(x: shownRate, label: "\(shownRate, digits: 3)")]
  }

  /// From between the last rate that works to the end, if all beyond it are lost.
  private var zone: [Mark] {
    guard let first = lost.first, lost == Array(first..<rates.count) else { return [] }
    let start =
      first == 0 ? rates[0] : (rates[first - 1] * rates[first]).squareRoot()
    return [.divergedZone(from: start, crosses: lost.map { rates[$0] })]
  }

  private var finalsSummary: Text {
    var text = Text()
    for rate in rates.indices {
      if rate > 0 { text += ", " }
      text += "\(typed: rates[rate]): "
      text += medians[rate].isFinite ? "\(medians[rate], digits: 2)" : "diverged"
    }
    return text + "."
  }

  private var table: Table {
    var table = Table([
      .words("Rate"), .numbers("Median loss"), .numbers("Lowest"), .numbers("Highest"),
      .words("Outcome"),
    ])
    for rate in rates.indices {
      let finite = finals(at: rate).filter { $0.isFinite }.sorted()
      let failed = seeds - finite.count
      let outcome: Text =
        failed == seeds
        ? "diverged" : failed > 0 ? "\(failed) of \(seeds) diverged" : rate == best ? "best" : ""
      table.rows.append([
        .text("\(typed: rates[rate])"), medians[rate].isFinite ? .number(medians[rate]) : .empty,
        finite.first.map { .number($0) } ?? .empty, finite.last.map { .number($0) } ?? .empty,
        .text(outcome),
      ])
    }
    return table
  }
}
