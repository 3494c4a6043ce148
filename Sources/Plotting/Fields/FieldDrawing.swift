/// Draws contours of a field into a rectangle of a drawing.
struct FieldDrawing {
  let field: ScalarField
  /// Where the field's region lies, in pixels.
  let area: Box

  /// The filled area where the field is at least `level`.
  func area(atLeast level: Double) -> Path {
    var path = Path()
    for ring in Contour(field, level: level).rings() {
      let thinned = Polyline.thinned((ring + ring.prefix(1)).map(pixel))
      if thinned.count > 3 { Polyline.add(Array(thinned.dropLast()), to: &path, closed: true) }
    }
    return path
  }

  /// The lines where the field is `level`.
  func lines(at level: Double) -> Path {
    var path = Path()
    for line in Contour(field, level: level).lines() {
      Polyline.add(Polyline.thinned(line.map(pixel)), to: &path)
    }
    return path
  }

  /// Places on the lines where the field is `level`, in pixels.
  func places(at level: Double) -> [Point] {
    var places: [Point] = []
    for line in Contour(field, level: level).lines() { places += line.map(pixel) }
    return places
  }

  private func pixel(_ place: Point) -> Point {
    Point(
      x: area.left + area.width * place.x / Double(field.columns - 1),
      y: area.bottom - area.height * place.y / Double(field.rows - 1))
  }
}
