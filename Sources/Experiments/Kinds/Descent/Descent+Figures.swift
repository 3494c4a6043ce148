import NeuralNet
import Plotting

extension Descent {
  private static let rows = 81
  private static let columns = 121

  /// The map with the ways, and the loss step by step.
  var figure: Figure {
    let count: Text = steps == 1 ? "One step" : "\(steps) steps"
    return Figure(
      "descent", width: ways.count > 1 ? .wide : .text,
      rows: [.init([.plot(map), .plot(course)])],
      caption: count + " of \(Text.list(ways.map { $0.name })) on L = \(Self.typeset(written)). "
        + "Left, the way over the loss, a dot a step; right, the loss.",
      table: table)
  }

  private func style(_ number: Int) -> Style {
    number == 0 ? .chosen : .category(Self.hues[number])
  }

  /// Dark on the tints of a terrain, and not orange, which is the chosen one's.
  private static let hues = [1, 6, 2, 3, 5, 7]

  /// One way leaves the margin of a wide figure to the controls of a live one.
  private var sizes: (map: Plot.Size, course: Plot.Size) {
    guard ways.count == 1 else { return (.half, .half) }
    return (
      Plot.Size(width: 340, height: 262, narrowWidth: 340, narrowHeight: 262),
      Plot.Size(width: 268, height: 262, narrowWidth: 340)
    )
  }

  /// A formula as it is printed: x² + 10 · y².
  static func typeset(_ formula: Text) -> Text {
    var printed = Text()
    var rest = formula.bytes[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "*"): printed += "·"
      case UInt8(ascii: "-"): printed += "−"
      case UInt8(ascii: "^"):
        // An exponent of one digit, not the first digit of more.
        let isShort = rest.dropFirst().first.map { !(46...57).contains($0) } ?? true
        switch rest.first {
        case UInt8(ascii: "2") where isShort: printed += "²"
        case UInt8(ascii: "3") where isShort: printed += "³"
        default:
          printed += "^"
          continue
        }
        rest.removeFirst()
      default: printed.append(byte: byte)
      }
    }
    return printed
  }

  private var map: Plot {
    let field = self.field
    var marks: [Mark] = [.terrain(field)]
    if let lowest = lowest(of: field) { marks.append(.minimum(x: lowest.x, y: lowest.y)) }
    for (number, way) in ways.enumerated().reversed() {
      marks.append(
        Mark.trajectory(
          x: Array(way.x.prefix(shown(way))), y: Array(way.y.prefix(shown(way))),
          style: style(number), startLabel: number == 0 ? "start" : ""
        ).named(way.name))
    }
    return Plot(
      title: "The way over the loss", summary: summary, size: sizes.map,
      x: Axis("x", from: region.left, to: region.right),
      y: Axis("y", unit: "contours: loss", from: region.bottom, to: region.top), marks: marks)
  }

  /// How many places of a way are drawn: of one that diverges those up to the first far outside.
  private func shown(_ way: OptimizerWay) -> Int {
    guard way.divergedAt != nil else { return way.x.count }
    let (width, height) = (region.right - region.left, region.top - region.bottom)
    let out = way.x.indices.first { step in
      way.x[step] < region.left - width || way.x[step] > region.right + width
        || way.y[step] < region.bottom - height || way.y[step] > region.top + height
    }
    return (out ?? way.x.count - 1) + 1
  }

  private var course: Plot {
    let isPositive = ways.allSatisfy { $0.losses.allSatisfy { $0 >= 0 } }
    var marks: [Mark] = []
    for (number, way) in ways.enumerated().reversed() {
      let x = way.losses.indices.map { Double($0) }
      let label: Text =
        ways.count > 1 ? way.name : way.losses.last.map { "\($0, digits: 2)" } ?? ""
      if way.divergedAt != nil {
        marks.append(.divergedLine(x: x, y: way.losses, label: way.name + " diverged"))
      } else {
        marks.append(
          Mark.line(x: x, y: way.losses, style: style(number), label: label).named(way.name))
      }
    }
    if let goal { marks.append(.rule(y: goal, label: "goal")) }
    return Plot(
      title: "Loss over the steps", summary: courses, size: sizes.course, x: Axis("step"),
      y: Axis("Loss", scale: isPositive ? .log : .linear), marks: marks)
  }

  private var summary: Text {
    var sentences: [Text] = ["From \(start.x, digits: 3), \(start.y, digits: 3)."]
    for way in ways {
      guard let x = way.x.last, let y = way.y.last else { continue }
      sentences.append(
        way.divergedAt.map { "\(way.name) diverges at step \($0)." }
          ?? "\(way.name) ends at \(x, digits: 3), \(y, digits: 3).")
    }
    return Text.joined(sentences, separator: " ")
  }

  private var courses: Text {
    let sentences = ways.map { way in
      way.name + ": " + Text.course(of: way.losses, unit: "step")
    }
    return Text.joined(sentences, separator: " ")
  }

  private var table: Table {
    let names: [Text] = ["x", "y", "loss"]
    return Table(
      [.numbers("Step", decimals: 0)]
        + ways.flatMap { way in
          names.map { .numbers(ways.count > 1 ? "\(way.name) \($0)" : $0) }
        },
      rows: (0...steps).map { step in
        [.number(Double(step))]
          + ways.flatMap { way in
            [way.x, way.y, way.losses].map { step < $0.count ? .number($0[step]) : .empty }
          }
      })
  }
}

// MARK: - The surface

extension Descent {
  private var field: ScalarField {
    let points = region.points(rows: Self.rows, columns: Self.columns)
    return ScalarField(
      rows: Self.rows, columns: Self.columns,
      values: (0..<Self.rows * Self.columns).map {
        surface(Double(points[2 * $0]), Double(points[2 * $0 + 1]))
      }, region: region)
  }

  /// The lowest place of the map, nil if it lies at its edge: there the surface goes on falling.
  private func lowest(of field: ScalarField) -> (x: Double, y: Double)? {
    var best = 0
    for index in field.values.indices where field.values[index] < field.values[best] {
      best = index
    }
    let (row, column) = (best / field.columns, best % field.columns)
    guard row > 0, row < field.rows - 1, column > 0, column < field.columns - 1 else { return nil }
    var step = (
      x: (region.right - region.left) / Double(field.columns - 1),
      y: (region.top - region.bottom) / Double(field.rows - 1)
    )
    var place = (
      x: region.left + Double(column) * step.x, y: region.bottom + Double(row) * step.y
    )
    // From the grid's point towards the lower neighbour, with ever shorter steps.
    for _ in 0..<40 {
      for (x, y) in [(step.x, 0), (-step.x, 0), (0, step.y), (0, -step.y)]
      where surface(place.x + x, place.y + y) < surface(place.x, place.y) {
        place = (place.x + x, place.y + y)
      }
      step = (step.x / 2, step.y / 2)
    }
    return place
  }
}
