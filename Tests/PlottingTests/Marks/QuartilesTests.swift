import Testing

@testable import Plotting

@Suite("Samples")
struct QuartilesTests {
  @Test("have the quartiles that NumPy gives")
  func quartiles() throws {
    // numpy.percentile([1, 2, 3, 4, 10], [25, 50, 75]) is [2, 3, 4].
    let box = try #require(Quartiles([4, 2, .nan, 1, 3, 10]))
    #expect((box.lower, box.median, box.upper) == (2, 3, 4))
    #expect(box.whiskers == (1, 4))
    #expect(box.outliers == [10])
    // numpy.percentile([1, 2], [25, 50, 75]) is [1.25, 1.5, 1.75].
    let pair = try #require(Quartiles([2, 1]))
    #expect((pair.lower, pair.median, pair.upper) == (1.25, 1.5, 1.75))
  }

  @Test("without finite values are not drawn")
  func empty() {
    #expect(Quartiles([.nan, .infinity]) == nil)
    #expect(Density([1, 1]) == nil)
  }

  @Test("have their largest density where most values are")
  func density() throws {
    let sample = [0, 5, 5.1, 5.2, 4.9, 5, 10].map { Double($0) }
    let density = try #require(Density(sample))
    let top = try #require(density.points.max { $0.share < $1.share })
    #expect(top.share == 1 && (top.value - 5).magnitude < 0.3)
    #expect(density.points.first?.value == 0 && density.points.last?.value == 10)
  }
}
