/// The text of a notebook, cut into lines once: byte offsets become lines and columns here.
struct SourceText: Sendable {
  /// The index of the file in `Notebook.files`.
  let file: Int
  /// The text, its line ends all `\n`, without a byte order mark.
  let text: String
  /// The lines without their ends; never empty, and the last one is empty after a final newline.
  let lines: [[UInt8]]

  init(_ source: String, file: Int = 0) {
    self.file = file
    let bytes = SourceText.normalized(source)
    text = String(decoding: bytes, as: UTF8.self)
    lines = bytes.split(separator: .newline, omittingEmptySubsequences: false).map(Array.init)
  }

  /// The bytes of a line, counted from 1; empty outside the file.
  func line(_ number: Int) -> [UInt8] {
    lines.indices.contains(number - 1) ? lines[number - 1] : []
  }

  /// The place of a byte in a line, both counted as the file shows them.
  func position(line number: Int, byte: Int) -> SourcePosition {
    position(line: number, column: line(number).scalarCount(before: byte) + 1)
  }

  /// A place in this file.
  func position(line: Int, column: Int) -> SourcePosition {
    SourcePosition(line: line, column: column, file: file)
  }

  /// `\r\n` and `\r` as `\n`, the byte order mark dropped.
  private static func normalized(_ source: String) -> [UInt8] {
    var bytes = Array(source.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard bytes.contains(.carriageReturn) else { return bytes }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == .newline, index > 0, bytes[index - 1] == .carriageReturn { continue }
      output.append(byte == .carriageReturn ? .newline : byte)
    }
    return output
  }
}
