/// What a classifier of two classes says everywhere in the plane, and the data it learned from.
public struct DecisionMap: Sendable {
  /// What distinguishes this map, at the upper left: "3 hidden units".
  public var title: Text
  /// What came of it, at the upper right: "test 0.950".
  public var result: Text
  /// The accessible description, from the numbers.
  public var summary: Text
  /// The logit of class 1 (not its probability: straight lines stay straight), on a grid of at
  /// least 56 × 74.
  public var logits: ScalarField
  /// The x of the data points.
  public var x: [Double]
  /// The y of the data points.
  public var y: [Double]
  /// The class of each data point, 0 or 1.
  public var classes: [Int]

  /// A map.
  public init(
    title: Text, result: Text = "", summary: Text, logits: ScalarField, x: [Double] = [],
    y: [Double] = [], classes: [Int] = []
  ) {
    self.title = title
    self.result = result
    self.summary = summary
    self.logits = logits
    self.x = x
    self.y = y
    self.classes = classes
  }

  /// The logits of the probabilities 0.05, 0.2, 0.35, 0.5, 0.65, 0.8 and 0.95, which part the
  /// eight tints.
  static let levels = [
    -2.944_438_979_166_440_3, -1.386_294_361_119_890_6, -0.619_039_208_406_223_5, 0,
    0.619_039_208_406_223_5, 1.386_294_361_119_890_6, 2.944_438_979_166_440_3,
  ]
}

extension Panel {
  /// A decision map of 283 × 262 px: filled bands of probability, the boundary, the data.
  public static func decisionMap(_ map: DecisionMap) -> Panel {
    Panel(title: map.title, summary: map.summary, wideWidth: 283, narrowWidth: nil) { width in
      map.drawn(width: width, height: 262)
    }
  }
}

extension DecisionMap {
  fileprivate func drawn(width: Double, height: Double) -> SVG {
    var svg = SVG(width: width, height: height)
    let area = Box(left: 0, top: 26, right: width, bottom: height - 22)
    drawBands(in: area, on: &svg)
    let (across, up) = projections(area)
    svg.points(points(across, up, area))
    svg.text(title, 0, 15, class: "ttl")
    svg.text(result, width, 15, class: "tick", anchor: .end)
    drawTicks(across, up, area, on: &svg)
    return svg
  }

  private func drawBands(in area: Box, on svg: inout SVG) {
    let drawing = FieldDrawing(field: logits, area: area)
    svg.rectangle(
      area.left, area.top, width: area.width, height: area.height, style: "fill:var(--m0)")
    for (index, level) in DecisionMap.levels.enumerated() {
      svg.path(drawing.area(atLeast: level), style: "fill:var(--m\(index + 1))")
    }
    svg.path(drawing.lines(at: 0), class: "bound")
  }

  private func projections(_ area: Box) -> (Projection, Projection) {
    let region = logits.region
    return (
      Projection(
        scale: .linear, domain: Domain(lower: region.left, upper: region.right), start: area.left,
        end: area.right),
      Projection(
        scale: .linear, domain: Domain(lower: region.bottom, upper: region.top),
        start: area.bottom, end: area.top)
    )
  }

  private func points(_ across: Projection, _ up: Projection, _ area: Box) -> [ClassPoint] {
    var points: [ClassPoint] = []
    for index in 0..<min(classes.count, min(x.count, y.count)) {
      guard let left = across(x[index]), let top = up(y[index]) else { continue }
      let place = Point(x: left, y: top)
      guard area.grown(by: -3).contains(place) else { continue }
      points.append(ClassPoint(place: place, label: classes[index] > 0 ? 1 : 0))
    }
    return points
  }

  private func drawTicks(_ across: Projection, _ up: Projection, _ area: Box, on svg: inout SVG) {
    var path = Path()
    for tick in LinearTicks(across.domain, atMost: 5).ticks {
      guard let place = across(tick.value) else { continue }
      let half = tick.label.width(size: 12) / 2
      guard place - half >= area.left, place + half <= area.right else { continue }
      path.move(place, area.bottom)
      path.line(place, area.bottom + 4)
      svg.text(tick.label, place, area.bottom + 17, class: "tick", anchor: .middle)
    }
    for tick in LinearTicks(up.domain, atMost: 4).ticks {
      guard let place = up(tick.value), place > area.top + 8, place < area.bottom - 8 else {
        continue
      }
      path.move(area.left, place)
      path.line(area.left + 4, place)
      svg.text(tick.label, area.left + 8, place + 4, class: "tick k")
    }
    svg.path(path, class: "axis")
  }
}
