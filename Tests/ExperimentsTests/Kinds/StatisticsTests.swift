import Testing

@testable import Experiments

@Suite("Statistics")
struct StatisticsTests {
  @Test("never take a run that diverged for the better one")
  func numbersThatAreNone() {
    #expect(Statistics.lowest([.nan, 2, 1, 1]) == 2)
    #expect(Statistics.lowest([.nan]) == 0)
    #expect(Statistics.lowest([]) == nil)
    #expect(Statistics.median([.nan, 2, 1]) == 2)
    #expect(Statistics.middleHalf([.nan, 1, 2, 3, 4]) == (2, 4))
  }
}
