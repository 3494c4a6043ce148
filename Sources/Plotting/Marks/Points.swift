extension Mark {
  /// Data points by class: orange squares and blue circles for two classes, categories with their
  /// markers for up to eight; each with a halo of paper.
  ///
  /// - Parameter classes: the class of each point, from 0.
  public static func points(x: [Double], y: [Double], classes: [Int]) -> Mark {
    let count = min(classes.count, min(x.count, y.count))
    return Mark(.point, margin: Margin(horizontal: 6, vertical: 6)) { xExtent, yExtent in
      for index in 0..<count where x[index].isFinite && y[index].isFinite {
        xExtent.add(x[index])
        yExtent.add(y[index])
      }
    } draw: { canvas in
      var points: [ClassPoint] = []
      for index in 0..<count {
        guard let point = canvas.visiblePoint(x[index], y[index]) else { continue }
        points.append(ClassPoint(place: point, label: classes[index]))
        canvas.ink.append(point)
      }
      canvas.svg.points(points)
    }
  }
}

/// A data point in pixels with its class.
struct ClassPoint: Sendable {
  var place: Point
  var label: Int
}

extension Text {
  /// The series of a class's points; what it is called says the legend.
  static func `class`(_ label: Int) -> Text { "class \(label)" }
}

extension SVG {
  /// Draws data points of at least `classes` classes, one path a class.
  mutating func points(_ points: [ClassPoint], classes: Int = 2) {
    var classes = classes
    for point in points { classes = max(classes, point.label + 1) }
    for label in 0..<min(classes, 8) {
      var path = Path()
      for point in points where point.label == label {
        if classes <= 2 {
          path.dot(point.place.x, point.place.y)
        } else {
          Marker.all[label].add(to: &path, point.place.x, point.place.y, size: 0.8)
        }
      }
      series(.class(label)) { $0.add(path, label: label, isBinary: classes <= 2) }
    }
  }

  /// Draws data points by the steps of a scale, each with a rim, as it may lie on its own colour;
  /// without a scale those of two classes.
  mutating func points(_ points: [ClassPoint], of scale: ValueScale?) {
    guard let scale else { return self.points(points) }
    var rims = Path(), paths = [Path](repeating: Path(), count: 9)
    for point in points {
      rims.dot(point.place.x, point.place.y)
      paths[point.label].dot(point.place.x, point.place.y)
    }
    path(rims, class: "k1 hal")
    path(rims, class: "k1", style: "stroke:var(--ink)")
    for (step, path) in paths.enumerated() {
      self.path(path, class: "k1", style: "stroke-width:4.1;stroke:" + scale.colour(ofStep: step))
    }
  }

  private mutating func add(_ path: Path, label: Int, isBinary: Bool) {
    guard isBinary else {
      return self.path(path, class: "mk", style: "fill:" + Style.category(label).colour)
    }
    self.path(path, class: label == 0 ? "k0 hal" : "k1 hal")
    self.path(path, class: label == 0 ? "k0" : "k1")
  }
}
