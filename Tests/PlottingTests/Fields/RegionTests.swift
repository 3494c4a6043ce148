import Testing

@testable import Plotting

@Suite("Regions of maps")
struct RegionTests {
  @Test("cover their points with a margin and the shape of the map")
  func covering() {
    let region = Region(coveringX: [0, 4], y: [1, 2], margin: 0.1, aspect: 2)
    #expect(region.left < 0 && region.right > 4 && region.bottom < 1 && region.top > 2)
    let (width, height) = (region.right - region.left, region.top - region.bottom)
    #expect((width / height - 2).magnitude < 1e-12)
    #expect((region.left + 0.4).magnitude < 1e-12)
  }

  @Test("put their ends in order, and apart")
  func order() {
    #expect(Region(x: (2, -1), y: (0, 0)) == Region(x: (-1, 2), y: (-0.5, 0.5)))
  }

  @Test("give the points of their grid row by row from the bottom")
  func points() {
    let region = Region(x: (0, 2), y: (10, 11))
    #expect(region.points(rows: 2, columns: 3) == [0, 10, 1, 10, 2, 10, 0, 11, 1, 11, 2, 11])
  }
}
