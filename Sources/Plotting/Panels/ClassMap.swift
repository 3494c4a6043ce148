/// Which of three to eight classes a classifier picks everywhere in the plane, and its data.
public struct ClassMap: Sendable {
  /// What distinguishes this map, at the upper left.
  public var title: Text
  /// What came of it, at the upper right.
  public var result: Text
  /// The accessible description, from the numbers.
  public var summary: Text
  /// The score (logit) of each class on the same grid; the largest is picked.
  public var scores: [ScalarField]
  /// The x of the data points.
  public var x: [Double]
  /// The y of the data points.
  public var y: [Double]
  /// The class of each data point, from 0.
  public var classes: [Int]

  /// A map.
  public init(
    title: Text, result: Text = "", summary: Text, scores: [ScalarField], x: [Double] = [],
    y: [Double] = [], classes: [Int] = []
  ) {
    self.title = title
    self.result = result
    self.summary = summary
    self.scores = scores
    self.x = x
    self.y = y
    self.classes = classes
  }
}

extension Panel {
  /// A map of classes: the region of each in a tint of its colour, boundaries, data.
  ///
  /// - Parameter size: whether it is one of three (283 × 262 px), one of two, or the only one.
  public static func classMap(_ map: ClassMap, size: MapSize = .third) -> Panel {
    Panel(
      title: map.title, summary: map.summary, wideWidth: size.width,
      narrowWidth: size.width > 350 ? 350 : nil
    ) { width, height in
      map.drawn(width: width, height: height ?? MapFrame.height(atWidth: width))
    }
  }
}

extension ClassMap {
  fileprivate func drawn(width: Double, height: Double) -> SVG {
    var svg = SVG(width: width, height: height)
    guard let first = scores.first else { return svg }
    let frame = MapFrame(first.region, width: width, height: height)
    drawRegions(in: frame.area, on: &svg)
    svg.points(frame.points(x, y, classes), classes: max(3, scores.count))
    frame.draw(title: title, result: result, on: &svg)
    return svg
  }

  /// The region of the first `k` classes over that of the first `k + 1`, and so on down, so that
  /// no gap can open where regions meet.
  private func drawRegions(in area: Box, on svg: inout SVG) {
    let count = min(8, scores.count)
    svg.rectangle(
      area.left, area.top, width: area.width, height: area.height, style: tint(of: count - 1))
    var boundaries: [Path] = []
    for last in (0..<(count - 1)).reversed() {
      let drawing = FieldDrawing(field: lead(ofFirst: last + 1, among: count), area: area)
      svg.path(drawing.area(atLeast: 0), style: tint(of: last))
      boundaries.append(drawing.lines(at: 0))
    }
    for boundary in boundaries { svg.path(boundary, class: "bound") }
  }

  private func tint(of index: Int) -> Text {
    "fill:color-mix(in srgb,\(Style.category(index).colour) 24%,var(--paper))"
  }

  /// How far the best of the first `first` classes lies above the best of the others.
  private func lead(ofFirst first: Int, among count: Int) -> ScalarField {
    let grid = scores[0]
    var leads = grid.values
    for position in leads.indices {
      var own = -Double.infinity
      var other = -Double.infinity
      for index in 0..<count where position < scores[index].values.count {
        let score = scores[index].values[position]
        if index < first { own = max(own, score) } else { other = max(other, score) }
      }
      leads[position] = own - other
    }
    return ScalarField(rows: grid.rows, columns: grid.columns, values: leads, region: grid.region)
  }
}
