/// Reads the code span `` `{label.metric | %.3g}` ``.
struct ValueReferenceParser {
  private let content: String
  private let position: SourcePosition

  /// - Parameters:
  ///   - content: what stands between the backticks.
  ///   - position: where the code span begins.
  init(_ content: ArraySlice<UInt8>, position: SourcePosition) {
    self.content = content.dropFirst().dropLast().trimmed.string
    self.position = position
  }

  /// Whether a code span means a value: braces around a name with a dot, or around a format.
  ///
  /// Others, such as `` `{data}` ``, are code.
  static func isReference(_ content: ArraySlice<UInt8>) -> Bool {
    guard content.first == UInt8(ascii: "{"), content.last == UInt8(ascii: "}"),
      !content.contains(.newline)
    else { return false }
    let inner = content.dropFirst().dropLast().trimmed
    let name = inner.prefix(while: \.isNameByte)
    guard name.first?.isLetter == true else { return false }
    let rest = inner[name.endIndex...].trimmed
    return rest.first == UInt8(ascii: ".") || rest.first == .pipe
  }

  /// The reference; nil if it is malformed, which is reported.
  mutating func parse(_ diagnostics: inout Diagnostics) -> ValueReference? {
    let parts = content.utf8.split(separator: .pipe, maxSplits: 1)
      .map { Array($0).trimmed.string }
    let name = parts.first ?? ""
    let dot = name.firstIndex(of: ".") ?? name.endIndex
    let (label, metric) = (String(name[..<dot]), String(name[dot...].dropFirst()))
    guard Label.isValid(label), MetricName.isValid(metric) else {
      diagnostics.report(.malformedValue(content), at: position)
      return nil
    }
    guard content.utf8.contains(.pipe) else {
      return ValueReference(label: label, metric: metric, format: nil, position: position)
    }
    let format = parts.count > 1 ? parts[1] : ""
    guard ValueFormat(format) != nil else {
      diagnostics.report(.badFormat(format), at: position)
      return nil
    }
    return ValueReference(label: label, metric: metric, format: format, position: position)
  }
}
