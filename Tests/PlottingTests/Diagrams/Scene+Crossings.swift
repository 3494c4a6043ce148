@testable import Plotting

extension Scene {
  /// How often two lines of a class cross, other than where they meet.
  func crossings(of name: String) -> Int {
    let lines = self.lines.filter { $0.name == name }.map(\.points)
    var count = 0
    for (index, line) in lines.enumerated() {
      for other in lines[..<index] {
        for (a, b) in zip(line, line.dropFirst()) {
          for (c, d) in zip(other, other.dropFirst()) where Self.cross(a, b, c, d) { count += 1 }
        }
      }
    }
    return count
  }

  private static func cross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
    func side(_ p: Point, _ q: Point, _ r: Point) -> Double {
      (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
    }
    return side(a, b, c) * side(a, b, d) < -1e-6 && side(c, d, a) * side(c, d, b) < -1e-6
  }
}
