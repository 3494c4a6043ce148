extension Mark {
  /// A ring around the best or chosen point, with its bold label below, else above.
  ///
  /// The one highlight of a figure.
  public static func ring(x: Double, y: Double, label: Text) -> Mark {
    Mark(.note, inset: 8) { xExtent, yExtent in
      guard x.isFinite, y.isFinite else { return }
      xExtent.add(x)
      yExtent.add(y)
    } draw: { canvas in
      guard let point = canvas.point(x, y), canvas.area.contains(point) else { return }
      canvas.svg.circle(point.x, point.y, radius: 6.5, class: "ring")
      canvas.notes.append(
        Note(
          text: label, anchor: point, distance: 11, sides: [.below, .above, .right, .left],
          name: "dl b halo", style: "fill:var(--c2t)", isBold: true))
    }
  }
}
