/// What decision maps have in common: title and result above, ticks inside, the data on top.
struct MapFrame {
  /// Where the region lies, in pixels: flush with the text's edges.
  let area: Box
  private let region: Region
  private let across: Projection
  private let up: Projection

  /// The height of a map of this width: with the room for its labels, that of the same shape.
  static func height(atWidth width: Double) -> Double { 48 + width * 214 / 283 }

  /// The frame of a map of `region`.
  init(_ region: Region, width: Double, height: Double) {
    self.region = region
    area = Box(left: 0, top: 26, right: width, bottom: height - 22)
    across = Projection(
      scale: .linear, domain: Domain(lower: region.left, upper: region.right), start: area.left,
      end: area.right)
    up = Projection(
      scale: .linear, domain: Domain(lower: region.bottom, upper: region.top), start: area.bottom,
      end: area.top)
  }

  /// Draws what lies over the map.
  func draw(title: Text, result: Text, on svg: inout SVG) {
    svg.text(title, 0, 15, class: "ttl")
    svg.addAxes(across, Axis("x"), up, Axis("y"))
    if !result.isEmpty { svg.text(result, area.right, 15, class: "tick", anchor: .end) }
    drawTicks(on: &svg)
  }

  /// The data points that lie inside the map.
  func points(_ x: [Double], _ y: [Double], _ classes: [Int]) -> [ClassPoint] {
    var points: [ClassPoint] = []
    for index in 0..<min(classes.count, min(x.count, y.count)) {
      guard let left = across(x[index]), let top = up(y[index]) else { continue }
      let place = Point(x: left, y: top)
      guard area.grown(by: -3).contains(place) else { continue }
      points.append(ClassPoint(place: place, label: max(0, classes[index])))
    }
    return points
  }

  private func drawTicks(on svg: inout SVG) {
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
      svg.text(tick.label, area.left + 8, place + 4, class: "tick k halo")
    }
    svg.path(path, class: "axis")
  }
}
