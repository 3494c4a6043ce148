extension Mark {
  /// A filled band between two series over the same x: the middle half over seeds, say.
  ///
  /// 10 % of the style's colour, 20 % if it is the chosen one; no edge. Cut where a bound is no
  /// number.
  public static func band(
    x: [Double], lower: [Double], upper: [Double], style: Style = .category(0)
  ) -> Mark {
    let count = min(x.count, min(lower.count, upper.count))
    return Mark(.area) { xExtent, yExtent in
      for index in 0..<count where x[index].isFinite {
        guard lower[index].isFinite, upper[index].isFinite else { continue }
        xExtent.add(x[index])
        yExtent.add(lower[index])
        yExtent.add(upper[index])
      }
    } draw: { canvas in
      var path = Path()
      var above: [Point] = []
      var below: [Point] = []
      for index in 0..<count {
        guard let top = canvas.point(x[index], upper[index]),
          let bottom = canvas.point(x[index], lower[index])
        else {
          canvas.addBand(above, below, to: &path)
          (above, below) = ([], [])
          continue
        }
        above.append(top)
        below.append(bottom)
      }
      canvas.addBand(above, below, to: &path)
      canvas.svg.path(
        path, class: style.isChosen ? "band bb" : "band", style: "fill:" + style.colour)
    }
  }
}

extension Canvas {
  /// Adds the closed outline of a band, kept inside the frame.
  fileprivate func addBand(_ above: [Point], _ below: [Point], to path: inout Path) {
    guard above.count > 1 else { return }
    let upper = Polyline.thinned(above.map(clamped))
    let lower = Polyline.thinned(below.map(clamped))
    Polyline.add(upper + lower.reversed(), to: &path, closed: true)
  }

  /// The nearest point within the frame.
  fileprivate func clamped(_ point: Point) -> Point {
    Point(
      x: min(max(point.x, area.left), area.right), y: min(max(point.y, area.top), area.bottom))
  }
}
