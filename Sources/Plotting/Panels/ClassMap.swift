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
  /// A map of 283 × 262 px: the region of each class in a tint of its colour, boundaries, data.
  public static func classMap(_ map: ClassMap) -> Panel {
    Panel(
      title: map.title, summary: map.summary, wideWidth: MapFrame.size.width, narrowWidth: nil
    ) { width in
      map.drawn(width: width, height: MapFrame.size.height)
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

  private func drawRegions(in area: Box, on svg: inout SVG) {
    var boundaries: [Path] = []
    for index in scores.indices.prefix(8) {
      let drawing = FieldDrawing(field: lead(of: index), area: area)
      let colour = Style.category(index).colour
      svg.path(
        drawing.area(atLeast: 0),
        style: "fill:color-mix(in srgb,\(colour) 24%,var(--paper))")
      // A boundary is drawn by the first of its two classes.
      if index + 1 < scores.count { boundaries.append(drawing.lines(at: 0)) }
    }
    for boundary in boundaries { svg.path(boundary, class: "bound") }
  }

  /// How far the score of a class lies above the best of the others.
  private func lead(of index: Int) -> ScalarField {
    let own = scores[index]
    var leads = own.values
    for position in leads.indices {
      var best = -Double.infinity
      for (other, field) in scores.enumerated() where other != index {
        if position < field.values.count { best = max(best, field.values[position]) }
      }
      leads[position] -= best
    }
    return ScalarField(rows: own.rows, columns: own.columns, values: leads, region: own.region)
  }
}
