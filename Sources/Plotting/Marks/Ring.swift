extension Mark {
  /// A ring around the best or chosen point, with its bold label below, else above.
  ///
  /// The one highlight of a figure.
  public static func ring(x: Double, y: Double, label: Text) -> Mark {
    var margin = Margin(horizontal: 9, vertical: 9)
    if !label.isEmpty { margin.bottom = 27 }
    return Mark(.note, margin: margin) { xExtent, yExtent in
      guard x.isFinite, y.isFinite else { return }
      xExtent.add(x)
      yExtent.add(y)
    } draw: { canvas in
      guard let point = canvas.visiblePoint(x, y) else { return }
      canvas.svg.circle(point.x, point.y, radius: 6.5, class: "ring")
      let reach = Box(left: point.x, top: point.y, right: point.x, bottom: point.y).grown(by: 7)
      canvas.reserved.append(reach)
      canvas.notes.append(
        Note(
          text: label, anchor: point, distance: 11, sides: [.below, .above, .right, .left],
          name: "dl b halo", style: "fill:var(--c2t)", isBold: true))
    }
  }
}
