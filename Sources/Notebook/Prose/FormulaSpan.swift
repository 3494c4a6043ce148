/// A formula in a paragraph: `$…$` or `$$…$$`.
struct FormulaSpan {
  /// What stands between the dollars.
  let tex: ArraySlice<UInt8>
  /// Whether there are two dollars.
  let isDisplayed: Bool
  /// The byte behind it.
  let end: Int

  /// The formula that begins with the dollar at `index`.
  ///
  /// `$…$` has nothing blank inside its dollars and no digit behind, and no dollar in between is
  /// skipped, so that prices stay prices. No formula holds a backtick.
  ///
  /// - Parameter parameters: those whose uses, `${name}`, end no formula.
  /// - Returns: nil if the dollar is only a dollar.
  init?(in bytes: [UInt8], at index: Int, parameters: Parameters?) {
    let width = min(bytes.runLength(at: index), 2)
    let start = index + width
    guard start < bytes.count, width == 2 || !FormulaSpan.isSpace(bytes[start]) else { return nil }
    let close = FormulaSpan.closingDollar(width, in: bytes, from: start, parameters)
    guard let close, close > start else { return nil }
    let end = close + width
    if width == 1 {
      guard !FormulaSpan.isSpace(bytes[close - 1]) else { return nil }
      guard end >= bytes.count || !bytes[end].isDigit else { return nil }
    }
    (tex, isDisplayed, self.end) = (bytes[start..<close], width == 2, end)
  }

  private static func closingDollar(
    _ width: Int, in bytes: [UInt8], from start: Int, _ parameters: Parameters?
  ) -> Int? {
    var index = start
    while index < bytes.count, bytes[index] != .backtick {
      // A formula between `$$` lines is already taken out; none goes across it.
      if bytes[index] == 0xEE, bytes[index...].starts(with: PieceStore.Mark.begin.utf8Bytes) {
        return nil
      }
      if bytes[index] == .backslash {
        index += 2
      } else if bytes[index] != .dollar {
        index += 1
      } else if let use = parameters?.use(in: bytes, at: index),
        parameters?.value(of: use.name) != nil
      {
        index = use.end
      } else if width == 1 || bytes.runLength(at: index) >= width {
        return index
      } else {
        index += 1
      }
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte.isBlank || byte == .newline }
}
