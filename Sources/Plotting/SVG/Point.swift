/// A place in a drawing, in CSS pixels with y downwards.
struct Point: Sendable, Equatable {
  var x: Double
  var y: Double

  /// The distance from the origin.
  var length: Double { (x * x + y * y).squareRoot() }

  static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
  static func * (a: Point, scale: Double) -> Point { Point(x: a.x * scale, y: a.y * scale) }

  /// The distance to the nearest point of the straight line from `a` to `b`.
  func distance(from a: Point, to b: Point) -> Double {
    let direction = b - a
    let square = direction.x * direction.x + direction.y * direction.y
    guard square > 0 else { return (self - a).length }
    let offset = self - a
    let share = (offset.x * direction.x + offset.y * direction.y) / square
    return (offset - direction * max(0, min(1, share))).length
  }
}
