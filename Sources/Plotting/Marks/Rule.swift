extension Mark {
  /// A vertical reference line at a value of x, with words beside its upper end, or farther
  /// down where they cover less.
  public static func rule(x: Double, label: Text = "", style: Style = .reference) -> Mark {
    Mark(.reference) { xExtent, _ in
      xExtent.add(x)
    } draw: { canvas in
      guard let place = canvas.x(x), place >= canvas.area.left, place <= canvas.area.right else {
        return
      }
      let top = Point(x: place, y: canvas.area.top)
      canvas.rule(from: top, to: Point(x: place, y: canvas.area.bottom), style)
      let downwards = (1..<12).map { Point(x: place, y: top.y + 8 + 14 * Double($0)) }
      canvas.notes.append(
        Note(
          text: label, anchor: Point(x: place, y: top.y + 8), furtherAnchors: downwards,
          distance: 5, sides: [.right, .left], name: "an halo",
          style: "fill:" + style.textColour))
    }
  }

  /// A horizontal reference line at a value of y, with words above its right end, or farther
  /// left where they cover less.
  public static func rule(y: Double, label: Text = "", style: Style = .reference) -> Mark {
    Mark(.reference) { _, yExtent in
      yExtent.add(y)
    } draw: { canvas in
      guard let place = canvas.y(y), place >= canvas.area.top, place <= canvas.area.bottom else {
        return
      }
      let right = Point(x: canvas.area.right, y: place)
      canvas.rule(from: Point(x: canvas.area.left, y: place), to: right, style)
      let last = right.x - label.width(size: 12) / 2 - 2
      let leftwards = (1..<12).map { Point(x: last - 20 * Double($0), y: place) }
      canvas.notes.append(
        Note(
          text: label, anchor: Point(x: last, y: place), furtherAnchors: leftwards, distance: 4,
          sides: [.above, .below], name: "an halo", style: "fill:" + style.textColour))
    }
  }
}

extension Canvas {
  fileprivate mutating func rule(from start: Point, to end: Point, _ style: Style) {
    var path = Path()
    Polyline.add([start, end], to: &path)
    svg.stroke(path, style)
    avoid([start, end])
  }
}
