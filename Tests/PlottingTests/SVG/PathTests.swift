import Testing

@testable import Plotting

@Suite("Path data")
struct PathTests {
  @Test("is relative, with at most one decimal and as few characters as possible")
  func short() {
    var path = Path()
    path.move(10, 20.04)
    path.line(10.5, 19.5)
    path.line(10.5, 30)
    path.line(0, 30)
    path.close()
    #expect(path.data == "M10 20l.5-.5v10.5h-10.5z")
  }

  @Test("collects no rounding error over many steps")
  func drift() {
    var path = Path()
    path.move(0, 0)
    for step in 1...1000 { path.line(0.16 * Double(step), 0) }
    // 160 px in steps of 0.1 or 0.2.
    let ends = path.data.string.split(separator: "h").dropFirst().compactMap { Double("0" + $0) }
    #expect((ends.reduce(0, +) - 160).magnitude < 1e-6)
  }

  @Test("leaves out steps that cannot be seen, and holds no NaN")
  func still() {
    var path = Path()
    path.move(1, 1)
    path.line(1.01, 0.99)
    path.line(.nan, .infinity)
    #expect(path.data == "M1 1l-1-1")
  }
}
