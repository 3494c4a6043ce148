/// How the numbers of a grid of cells are printed: all in one font size and with as many decimals,
/// the largest and the most that fit.
struct CellNumbers {
  /// The font size in CSS pixels; 0 if the cells are too small for numbers.
  private(set) var size = 0.0
  private var decimals = 0
  private var dropsZero = false
  private let room: Double

  /// The print of `numbers` in cells that are `cell` pixels wide.
  init(_ numbers: [Double], decimals: Int, cell: Double) {
    room = cell - 2
    guard cell >= 24 else { return }
    for fewer in 0...max(0, decimals) {
      self.decimals = max(0, decimals) - fewer
      for (size, dropsZero) in [(12.0, false), (11, false), (11, true), (10.5, true)] {
        self.size = size
        self.dropsZero = dropsZero
        if fits(numbers) { return }
      }
    }
  }

  /// Whether there is room for numbers.
  var areShown: Bool { size > 0 }

  /// A number as it stands in its cell.
  func text(_ number: Double) -> Text {
    let text = printed(number)
    guard text.width(size: size) > room else { return text }
    return .fitted(number, decimals: 0, width: room, size: size)
  }

  /// The style that sets the size where the class does not.
  var style: Text { size == 10.5 ? "font-size:10.5px" : "" }

  private func fits(_ numbers: [Double]) -> Bool {
    numbers.allSatisfy { printed($0).width(size: size) <= room }
  }

  /// With `dropsZero`, `0.12` is `.12` and `0.00` is `0`.
  private func printed(_ number: Double) -> Text {
    let text: Text = "\(number, decimals: decimals)"
    guard dropsZero, decimals > 0, number.magnitude < 1 else { return text }
    guard text != "\(0, decimals: decimals)" else { return "0" }
    let point = text.bytes.firstIndex(of: UInt8(ascii: "."))
    guard let point, point > 0, text.bytes[point - 1] == UInt8(ascii: "0") else { return text }
    return Text([UInt8](text.bytes[..<(point - 1)] + text.bytes[point...]))
  }
}
