import Testing

@testable import Plotting

@Suite("Elisions")
struct ElisionTests {
  @Test("keep all items up to the limit")
  func whole() {
    let elision = Elision(count: 3, limit: 3, head: 1, tail: 1)
    #expect(elision.slots == [.item(0), .item(1), .item(2)])
    #expect(!elision.isShortened)
  }

  @Test("keep the first and the last beyond it")
  func shortened() {
    let elision = Elision(count: 784, limit: 12, head: 2, tail: 1)
    #expect(elision.slots == [.item(0), .item(1), .dots, .item(783)])
    #expect(elision.isShortened)
  }

  @Test("hold nothing for counts that are none", arguments: [0, -3])
  func empty(count: Int) {
    #expect(Elision(count: count, limit: 12, head: 5, tail: 2).slots.isEmpty)
  }
}
