import NeuralNet
import Testing

/// Statistics of lists of numbers against hand-computed ones.
struct SummaryTests {
  @Test("Mean, deviation, range, norm and zeros are those computed by hand")
  func moments() {
    let summary = NumberSummary([1, -2, 0, 3])
    #expect(summary.count == 4 && summary.mean == 0.5)
    #expect((summary.deviation - 3.25.squareRoot()).magnitude < 1e-15)
    #expect(summary.smallest == -2 && summary.largest == 3)
    #expect(summary.norm == 14.0.squareRoot() && summary.zeroShare == 0.25)
    #expect(summary.nonFiniteCount == 0 && summary.histogram == nil)
  }

  @Test("A number that is not finite shows, and hides no other")
  func nonFinite() {
    let summary = NumberSummary([1, .nan, -.infinity])
    #expect(summary.mean.isNaN && summary.norm.isNaN && summary.nonFiniteCount == 2)
    #expect(summary.smallest == -.infinity && summary.largest == 1)
  }

  @Test("Bins have their lower bound and not their upper one, but for the last")
  func histogram() {
    let histogram = Histogram([-1, 0, 0.5, 1, 2, 2.5, .nan, .infinity], edges: [0, 2, 1])
    #expect(histogram.edges == [0, 1, 2] && histogram.counts == [2, 2])
    #expect(histogram.below == 1 && histogram.above == 2)
    let none = Histogram([1, 2], edges: [])
    #expect(none.counts.isEmpty && none.below == 2 && none.above == 0)
    #expect(NumberSummary([1], edges: [0, 2]).histogram?.counts == [1])
  }

  @Test("Every number is in its bin, for many edges")
  func manyBins() {
    let edges = Histogram.edges(from: -1, to: 1, bins: 7)
    #expect(edges.count == 8 && edges.first == -1 && edges.last == 1 && edges == edges.sorted())
    var random = TestNumbers(1)
    let numbers = random.numbers(500, scale: 1.5)
    let histogram = Histogram(numbers, edges: edges)
    for bin in 0..<7 {
      let isLast = bin == 6
      let own = numbers.filter {
        $0 >= edges[bin] && ($0 < edges[bin + 1] || isLast && $0 == edges[7])
      }
      #expect(histogram.counts[bin] == own.count)
    }
    #expect(histogram.counts.reduce(0, +) + histogram.below + histogram.above == 500)
    #expect(Histogram.edges(from: 1, to: 1, bins: 3).isEmpty)
    #expect(Histogram.edges(from: 0, to: .infinity, bins: 3).isEmpty)
    #expect(Histogram.edges(from: 0, to: 1, bins: 0).isEmpty)
  }
}
