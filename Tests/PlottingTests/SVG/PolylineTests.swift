import Testing

@testable import Plotting

@Suite("Lines through many points")
struct PolylineTests {
  /// The largest distance of `points` from the line through `kept`, both in the order drawn.
  private func largestError(of kept: [Point], for points: [Point]) -> Double {
    var largest = 0.0
    for point in points {
      var nearest = Double.infinity
      for (a, b) in zip(kept, kept.dropFirst()) {
        nearest = min(nearest, point.distance(from: a, to: b))
      }
      largest = max(largest, nearest)
    }
    return largest
  }

  private func rounded(_ points: [Point]) -> [Point] {
    points.map {
      Point(
        x: ($0.x * 10).rounded(.toNearestOrEven) / 10, y: ($0.y * 10).rounded(.toNearestOrEven) / 10
      )
    }
  }

  @Test("are thinned with an error below 0.35 px, rounding included", arguments: 0..<24)
  func errorBound(seed: UInt64) {
    var generator = SeededGenerator(seed)
    let count = generator.whole(3, 1500)
    let noise = generator.number(0, 4)
    var points: [Point] = []
    var y = 100.0
    for index in 0..<count {
      y += generator.number(-noise, noise)
      points.append(Point(x: 500 * Double(index) / Double(count), y: y))
    }
    let kept = rounded(Polyline.thinned(points))
    #expect(largestError(of: kept, for: points) <= 0.35)
  }

  @Test(
    "keep the bound where there are more points than pixel columns", arguments: [0.05, 0.3, 20])
  func manyPoints(noise: Double) {
    var generator = SeededGenerator(7)
    let points = (0..<20_000).map {
      Point(x: 0.025 * Double($0), y: generator.number(-noise, noise))
    }
    let kept = Polyline.thinned(points)
    #expect(kept.count < 16_000)
    // A sample: all pairs would take a minute.
    let sample = stride(from: 0, to: points.count, by: 97).map { points[$0] }
    #expect(largestError(of: rounded(kept), for: sample) <= 0.35)
  }

  @Test("keep their ends and lose what lies on a straight line")
  func straight() {
    let points = (0...100).map { Point(x: Double($0), y: 2 * Double($0)) }
    #expect(Polyline.thinned(points) == [points[0], points[100]])
    #expect(Polyline.thinned([]) == [])
  }

  private let box = Box(left: 0, top: 0, right: 10, bottom: 10)

  @Test("are cut where they leave the frame, and go on where they come back")
  func clipping() {
    let line = [Point(x: 1, y: 5), Point(x: 3, y: -5), Point(x: 5, y: 5), Point(x: 20, y: 5)]
    let pieces = Polyline.clipped(line, to: box)
    #expect(
      pieces == [
        [Point(x: 1, y: 5), Point(x: 2, y: 0)],
        [Point(x: 4, y: 0), Point(x: 5, y: 5), Point(x: 10, y: 5)],
      ])
  }

  @Test("lie within the frame after clipping, and are whole if they were inside")
  func clippedInside() {
    var generator = SeededGenerator(8)
    for _ in 0..<500 {
      let line = (0..<12).map { _ in Point(x: generator.number(-9, 19), y: generator.number(-9, 19))
      }
      for piece in Polyline.clipped(line, to: box) {
        #expect(piece.allSatisfy(box.grown(by: 1e-9).contains))
      }
      let inside = line.map { Point(x: min(max($0.x, 0), 10), y: min(max($0.y, 0), 10)) }
      #expect(Polyline.clipped(inside, to: box) == [inside])
    }
  }
}
