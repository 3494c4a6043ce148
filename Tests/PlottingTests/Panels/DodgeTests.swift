import Testing

@testable import Plotting

@Suite("Moving labels apart")
struct DodgeTests {
  @Test("leaves places that are far enough apart")
  func apart() {
    #expect(Dodge.apart([50, 10, 30], pitch: 15, from: 0, to: 100) == [50, 10, 30])
  }

  @Test("moves neighbours equally, around the mean of a group")
  func groups() {
    #expect(Dodge.apart([50, 50], pitch: 10, from: 0, to: 100) == [45, 55])
    #expect(Dodge.apart([50, 51, 52], pitch: 10, from: 0, to: 100) == [41, 51, 61])
  }

  @Test("stays within the limits and closes up where there is no room")
  func limits() {
    #expect(Dodge.apart([98, 99], pitch: 10, from: 0, to: 100) == [90, 100])
    #expect(Dodge.apart([5, 5, 5], pitch: 10, from: 0, to: 10) == [0, 5, 10])
    #expect(Dodge.apart([-7], pitch: 10, from: 0, to: 10) == [0])
    #expect(Dodge.apart([], pitch: 10, from: 0, to: 10) == [])
  }

  @Test("keeps order, pitch and limits, and cannot be improved by moving one label")
  func properties() {
    var generator = SeededGenerator(5)
    for _ in 0..<500 {
      let wanted = (0..<generator.whole(2, 12)).map { _ in generator.number(0, 300) }
      let places = Dodge.apart(wanted, pitch: 15, from: 20, to: 290)
      let order = wanted.indices.sorted { wanted[$0] < wanted[$1] }
      for (a, b) in zip(order, order.dropFirst()) { #expect(places[b] - places[a] >= 15 - 1e-9) }
      #expect(places.allSatisfy { $0 >= 20 - 1e-9 && $0 <= 290 + 1e-9 })
      for (rank, index) in order.enumerated() where (places[index] - wanted[index]).magnitude > 1e-6
      {
        // It was moved, so the neighbour or limit towards its wish must be in the way.
        let isUp = wanted[index] < places[index]
        let next = rank + (isUp ? -1 : 1)
        let barrier =
          order.indices.contains(next) ? places[order[next]] + (isUp ? 15 : -15) : isUp ? 20 : 290
        let limit = isUp ? 20.0 : 290
        let isBlocked =
          (places[index] - barrier).magnitude < 1e-6 || (places[index] - limit).magnitude < 1e-6
        #expect(isBlocked)
      }
    }
  }
}
