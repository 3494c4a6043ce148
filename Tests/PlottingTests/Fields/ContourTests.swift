import Testing

@testable import Plotting

@Suite("Contours")
struct ContourTests {
  private let region = Region(x: (-2, 2), y: (-2, 2))

  /// Values of a function on a grid of `count` × `count` over the region.
  private func field(_ count: Int, _ value: (Double, Double) -> Double) -> ScalarField {
    var values: [Double] = []
    for row in 0..<count {
      for column in 0..<count {
        let x = -2 + 4 * Double(column) / Double(count - 1)
        let y = -2 + 4 * Double(row) / Double(count - 1)
        values.append(value(x, y))
      }
    }
    return ScalarField(rows: count, columns: count, values: values, region: region)
  }

  /// The area that the rings enclose, holes taken off, in units of the region.
  private func area(_ rings: [[Point]], count: Int) -> Double {
    var doubled = 0.0
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
        doubled += a.x * b.y - b.x * a.y
      }
    }
    let unit = 4 / Double(count - 1)
    return doubled.magnitude / 2 * unit * unit
  }

  @Test("enclose the area of a disc and of a ring to 0.5 %", arguments: [41, 74, 120])
  func discAndRing(count: Int) {
    let disc = field(count) { x, y in 1.5 - (x * x + y * y).squareRoot() }
    let discArea = area(Contour(disc, level: 0).rings(), count: count)
    #expect((discArea / (Double.pi * 2.25) - 1).magnitude < 0.005)
    let ring = field(count) { x, y in 0.4 - ((x * x + y * y).squareRoot() - 1.2).magnitude }
    let rings = Contour(ring, level: 0).rings()
    #expect(rings.count == 2)
    // π (1.6² − 0.8²)
    #expect((area(rings, count: count) / (Double.pi * 1.92) - 1).magnitude < 0.005)
  }

  @Test("close along the border: half a plane is half the area, the whole plane all of it")
  func border() {
    let slope = field(11) { x, y in x + 0.3 * y }
    #expect((area(Contour(slope, level: 0).rings(), count: 11) - 8).magnitude < 1e-9)
    let rings = Contour(slope, level: -100).rings()
    #expect(rings.count == 1)
    #expect((area(rings, count: 11) - 16).magnitude < 1e-9)
    #expect(Contour(slope, level: 100).rings().isEmpty)
  }

  @Test("of linear fields are exactly straight, from border to border")
  func straight() {
    let slope = field(11) { x, y in x + 0.3 * y }
    let lines = Contour(slope, level: 0.5).lines()
    #expect(lines.count == 1)
    for point in lines[0] {
      let (x, y) = (-2 + 0.4 * point.x, -2 + 0.4 * point.y)
      #expect((x + 0.3 * y - 0.5).magnitude < 1e-12)
    }
    let ends = [lines[0].first?.y, lines[0].last?.y].compactMap { $0 }.sorted()
    #expect(ends == [0, 10])
  }

  @Test("around an island repeat their first point")
  func island() {
    let disc = field(21) { x, y in 1 - x * x - y * y }
    let lines = Contour(disc, level: 0).lines()
    #expect(lines.count == 1)
    #expect(lines[0].first == lines[0].last)
  }

  @Test("of a higher level lie inside those of a lower one")
  func nested() {
    var generator = SeededGenerator(4)
    let rough = field(25) { _, _ in generator.number(-1, 1) }
    var last = Double.infinity
    for level in stride(from: -0.9, through: 0.9, by: 0.3) {
      let enclosed = area(Contour(rough, level: level).rings(), count: 25)
      #expect(enclosed <= last)
      last = enclosed
    }
  }

  @Test("treat both diagonals of a saddle alike, and no number as low ground")
  func specialCells() {
    let saddle = ScalarField(rows: 2, columns: 2, values: [1, -1, -1, 1], region: region)
    #expect(Contour(saddle, level: 0).rings().count == 1)
    #expect(Contour(saddle, level: 0.5).rings().count == 2)
    let hole = ScalarField(
      rows: 3, columns: 3, values: [1, 1, 1, 1, .nan, 1, 1, 1, 1], region: region)
    let points = Contour(hole, level: 0).rings().joined()
    #expect(!points.isEmpty)
    #expect(points.allSatisfy { $0.x.isFinite && $0.y.isFinite })
  }

  @Test("of a field of another size than its values do not exist")
  func wrongSize() {
    let field = ScalarField(rows: 3, columns: 3, values: [1.0, 2], region: region)
    #expect(Contour(field, level: 0).rings().isEmpty)
    #expect(Contour(field, level: 0).lines().isEmpty)
  }
}
