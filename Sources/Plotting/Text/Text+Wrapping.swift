extension Text {
  /// This text in lines of at most `width`, broken at spaces; a longer word has a line of its own.
  func wrapped(to width: Double, size: Double, bold: Bool) -> [Text] {
    var lines: [Text] = []
    var line = Text()
    for word in bytes.split(separator: UInt8(ascii: " ")) {
      let longer = line.isEmpty ? Text([UInt8](word)) : line + " " + Text([UInt8](word))
      if line.isEmpty || longer.width(size: size, bold: bold) <= width {
        line = longer
      } else {
        lines.append(line)
        line = Text([UInt8](word))
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
