/// What blocks and headings are called: `fig-sweep`.
enum Label {
  /// Letters, digits, `-` and `_`, a letter first.
  static func isValid(_ text: String) -> Bool {
    text.utf8.first?.isLetter == true && text.utf8.allSatisfy(\.isNameByte)
  }
}

/// What formulas with a number are called: `eq-loss`.
enum EquationLabel {
  /// The label, unless it does not begin with `eq-`, which is reported.
  static func checked(
    _ label: String, at position: SourcePosition, _ diagnostics: inout Diagnostics
  ) -> String? {
    if label.hasPrefix("eq-") { return label }
    diagnostics.report(.equationLabel(label), at: position)
    return nil
  }
}

/// What results are called: `best-rate`, `layer.2.weight[0]`.
enum MetricName {
  /// Letters, digits, `-`, `_`, `.`, `[` and `]`; a letter first, neither `-` nor `.` last.
  static func isValid(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    return first.isLetter && text.utf8.allSatisfy(isNameByte)
      && last != UInt8(ascii: ".") && last != UInt8(ascii: "-")
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isNameByte || Array(".[]".utf8).contains(byte)
  }
}
