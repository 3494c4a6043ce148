extension Mark {
  /// A box for each name of the axis of names: the middle half of a sample, its median, whiskers to
  /// the last value within 1.5 times the box, dots beyond.
  public static func boxes(_ samples: [[Double]], style: Style = .category(0)) -> Mark {
    .samples(samples) { canvas in
      var (fills, lines, medians, dots) = (Path(), Path(), Path(), Path())
      for (index, sample) in samples.enumerated() {
        guard let box = Quartiles(sample) else { continue }
        let half = min(14, canvas.namesBand * 0.3)
        canvas.outline(index, half, box.lower, box.upper, on: &fills)
        canvas.outline(index, half, box.lower, box.upper, on: &lines)
        canvas.span(index, 0, box.whiskers.low, box.lower, on: &lines)
        canvas.span(index, 0, box.upper, box.whiskers.high, on: &lines)
        canvas.across(index, half / 2, box.whiskers.low, on: &lines)
        canvas.across(index, half / 2, box.whiskers.high, on: &lines)
        canvas.across(index, half, box.median, on: &medians)
        for outlier in box.outliers {
          guard let dot = canvas.place(Double(index), outlier) else { continue }
          dots.dot(dot.x, dot.y)
        }
      }
      canvas.svg.path(fills, class: "band bb", style: "fill:" + style.colour)
      canvas.svg.path(lines, class: "ln", style: "stroke:" + style.colour)
      canvas.svg.path(medians, class: "ln", style: "stroke-width:2.75;stroke:" + style.colour)
      canvas.svg.path(dots, class: "pts", style: "stroke:" + style.colour)
    }
  }

  /// A dot for each value of a sample beside its name, moved apart where values are alike.
  public static func strips(_ samples: [[Double]], style: Style = .category(0)) -> Mark {
    .samples(samples) { canvas in
      var dots = Path()
      for (index, sample) in samples.enumerated() {
        for dot in canvas.swarm(index, sample) { dots.dot(dot.x, dot.y) }
      }
      canvas.svg.path(dots, class: "pts", style: "stroke:" + style.colour)
    }
  }

  /// The density of each sample beside its name, the same on both sides, with its median.
  public static func violins(_ samples: [[Double]], style: Style = .category(0)) -> Mark {
    .samples(samples) { canvas in
      var (shapes, medians) = (Path(), Path())
      for (index, sample) in samples.enumerated() {
        guard let box = Quartiles(sample), let density = Density(sample) else { continue }
        let half = canvas.namesBand * 0.4
        let right = density.points.map { canvas.shifted(index, $0.value, by: $0.share * half) }
        let left = density.points.map { canvas.shifted(index, $0.value, by: -$0.share * half) }
        Polyline.add(
          Polyline.thinned(right) + Polyline.thinned(left.reversed()), to: &shapes, closed: true)
        canvas.across(index, half * density.share(at: box.median), box.median, on: &medians)
      }
      canvas.svg.path(shapes, class: "band bb", style: "fill:" + style.colour)
      canvas.svg.path(shapes, class: "ln", style: "stroke:" + style.colour)
      canvas.svg.path(medians, class: "ln", style: "stroke-width:2.75;stroke:" + style.colour)
    }
  }

  /// A mark of samples, one for each name of the axis of names, along the other axis.
  private static func samples(
    _ samples: [[Double]], draw: @escaping @Sendable (inout Canvas) -> Void
  ) -> Mark {
    Mark(.area, margin: Margin(horizontal: 6, vertical: 6)) { xExtent, yExtent in
      for sample in samples {
        xExtent.add(sample)
        yExtent.add(sample)
      }
    } draw: {
      draw(&$0)
    }
  }
}

// MARK: - Beside a name

extension Canvas {
  /// The room of a name along its axis.
  fileprivate var namesBand: Double { y.scale.isCategory ? y.band : x.band }

  /// The place of a value beside a name, `offset` pixels along the axis of names.
  fileprivate func shifted(_ index: Int, _ value: Double, by offset: Double) -> Point {
    let isLying = y.scale.isCategory
    let place = point(isLying ? value : Double(index), isLying ? Double(index) : value)
    let (x, y) = (place?.x ?? area.left, place?.y ?? area.bottom)
    return Point(x: isLying ? x : x + offset, y: isLying ? y + offset : y)
  }

  /// A rectangle between two values.
  fileprivate func outline(
    _ index: Int, _ half: Double, _ lower: Double, _ upper: Double, on path: inout Path
  ) {
    let corners = [
      shifted(index, lower, by: -half), shifted(index, upper, by: -half),
      shifted(index, upper, by: half), shifted(index, lower, by: half),
    ]
    Polyline.add(corners, to: &path, closed: true)
  }

  /// A line between two values.
  fileprivate func span(
    _ index: Int, _ offset: Double, _ lower: Double, _ upper: Double, on path: inout Path
  ) {
    Polyline.add(
      [shifted(index, lower, by: offset), shifted(index, upper, by: offset)], to: &path)
  }

  /// A line across a value.
  fileprivate func across(_ index: Int, _ half: Double, _ value: Double, on path: inout Path) {
    Polyline.add([shifted(index, value, by: -half), shifted(index, value, by: half)], to: &path)
  }

  /// The dots of a sample, each as near to the middle as those before it allow.
  fileprivate func swarm(_ index: Int, _ sample: [Double]) -> [Point] {
    var placed: [Point] = []
    let most = Int(namesBand * 0.4 / 5)
    for value in sample.filter({ $0.isFinite }).sorted() {
      var step = 0
      var dot = shifted(index, value, by: 0)
      while step < 2 * most, placed.suffix(60).contains(where: { ($0 - dot).length < 5 }) {
        step += 1
        let offset = 5 * Double((step + 1) / 2) * (step % 2 == 0 ? -1 : 1)
        dot = shifted(index, value, by: offset)
      }
      placed.append(dot)
    }
    return placed
  }
}
