extension Mark {
  /// The part of a rate axis where runs diverged: a tinted zone from `start` to the right end, a
  /// cross at each rate, words on top.
  ///
  /// `start` is best the (geometric) mean of the last rate that trains and the first that does not.
  public static func divergedZone(
    from start: Double, crosses: [Double], label: Text = "diverged"
  ) -> Mark {
    Mark(.zone, margin: Margin(horizontal: 10)) { xExtent, _ in
      xExtent.add(start)
      xExtent.add(crosses)
    } draw: { canvas in
      guard let place = canvas.x(start), place < canvas.area.right else { return }
      let left = max(place, canvas.area.left)
      let width = canvas.area.right - left
      canvas.svg.rectangle(
        left, canvas.area.top, width: width, height: canvas.area.height, class: "zone")
      for value in crosses {
        guard let x = canvas.x(value), x <= canvas.area.right, x >= canvas.area.left else {
          continue
        }
        canvas.cross(Point(x: x, y: canvas.area.top + 36))
      }
      let middle = left + width / 2
      canvas.notes.append(
        Note(
          text: label, anchor: Point(x: middle, y: canvas.area.top + 4), distance: 2,
          sides: [.below, .left], name: "an bad-t"))
    }
  }
}
