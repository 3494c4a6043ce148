@testable import Plotting

extension Plot {
  /// A plot of random axes, marks, labels and sizes, with numbers that are none here and there.
  static func random(_ seed: UInt64) -> Plot {
    var generator = SeededGenerator(seed)
    let sizes: [Size] = [.text, .large, .small, .half, .third]
    let x = generator.axis()
    let y = generator.axis()
    var plot = Plot(
      title: "Random", summary: "Random.", size: sizes[generator.whole(0, 4)], x: x, y: y,
      seriesTitle: generator.whole(0, 1) == 0 ? "" : generator.words(1), marks: [])
    for number in 0..<generator.whole(1, 12) {
      plot.marks.append(generator.mark(number))
    }
    return plot
  }

  /// Bars with random names and values, upright or lying.
  static func randomBars(_ seed: UInt64) -> Plot {
    var generator = SeededGenerator(seed)
    let count = generator.whole(1, 30)
    let names = (0..<count).map { _ in generator.words(3) }
    let values = generator.series(count)
    let isUpright = generator.whole(0, 1) == 0
    let places = Axis(generator.words(3), scale: .category(names))
    return Plot(
      title: "Bars", summary: "Bars.", size: generator.whole(0, 1) == 0 ? .half : .third,
      x: isUpright ? places : Axis("value"), y: isUpright ? Axis("Value") : places,
      marks: [.bars(values, chosen: 0)])
  }

  /// Far more labelled lines than there is room for labels.
  static let crowded = Plot(
    title: "Crowd", summary: "Forty lines.", x: Axis("x"), y: Axis("y"),
    marks: (0..<40).map { index in
      let style: Style = index == 17 ? .chosen : .ordered(index, of: 40)
      return .line(x: [0, 1], y: [0, Double(index)], style: style, label: "line \(index)")
    })
}

extension SeededGenerator {
  fileprivate mutating func words(_ most: Int) -> Text {
    let all: [Text] = ["loss", "rate", "epoch", "learning", "0.0071", "gradient", "of", "weights"]
    var words = all[whole(0, 7)]
    for _ in 0..<whole(0, most - 1) { words += " " + all[whole(0, 7)] }
    return words
  }

  fileprivate mutating func axis() -> Axis {
    let scales: [Axis.Scale] = [.linear, .linear, .log, .symlog(linearWithin: 0.1)]
    return Axis(
      words(5), unit: whole(0, 1) == 0 ? "" : words(4), scale: scales[whole(0, 3)],
      includesZero: whole(0, 3) == 0)
  }

  fileprivate mutating func series(_ count: Int) -> [Double] {
    let scale = Logarithm.powerOfTen(whole(-6, 6))
    return (0..<count).map { _ in
      whole(0, 30) == 0 ? [.nan, .infinity, -.infinity, 0][whole(0, 3)] : scale * number(-0.2, 1)
    }
  }

  fileprivate mutating func mark(_ index: Int) -> Mark {
    let count = whole(0, 40)
    let x = (0..<count).map { Double($0) }
    switch whole(0, 12) {
    case 0:
      return .band(x: x, lower: series(count), upper: series(count), style: .ordered(index, of: 12))
    case 1: return .dots(x: x, y: series(count))
    case 2: return .rule(x: number(0, 40), label: words(2))
    case 3: return .rule(y: number(0, 1), label: words(2))
    case 4: return .annotation(words(4), x: number(0, 40), y: number(0, 1))
    case 5: return .ring(x: number(0, 40), y: number(0, 1), label: words(2))
    case 6: return .divergedLine(x: x, y: series(count), label: words(3))
    case 8: return .steps(x: x, y: series(count), label: words(2))
    case 9: return .area(x: x, y: series(count), style: .category(index), label: words(2))
    case 10:
      return .intervals(at: x, values: series(count), lower: series(count), upper: series(count))
    case 7: return .divergedZone(from: 30, crosses: [32, 38])
    default: return .line(x: x, y: series(count), style: .category(index), label: words(2))
    }
  }
}
