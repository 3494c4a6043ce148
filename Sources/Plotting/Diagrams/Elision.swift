/// Which of many rows, columns or units are drawn: all, or the first, three dots, and the last.
struct Elision: Equatable {
  /// A place in the drawing.
  enum Slot: Equatable {
    case item(Int)
    case dots
  }

  /// The places, in order.
  let slots: [Slot]

  /// All of `count` items if there are no more than `limit`, else the first `head` and last `tail`.
  init(count: Int, limit: Int, head: Int, tail: Int) {
    guard count > limit else {
      slots = (0..<max(0, count)).map { .item($0) }
      return
    }
    slots =
      (0..<head).map { .item($0) } + [.dots] + ((count - tail)..<count).map { .item($0) }
  }

  /// Whether something is left out.
  var isShortened: Bool { slots.contains(.dots) }
}
