/// The parameters of a notebook, and their uses: `${name}`.
struct Parameters: Sendable {
  private var declared: [FrontMatter.Parameter]

  /// - Parameter declared: each with the value that holds, given or default.
  init(_ declared: [FrontMatter.Parameter] = []) {
    self.declared = declared
  }

  /// The declared names, in order.
  var names: [String] { declared.map(\.name) }

  /// The value that holds; nil if nothing of that name is declared.
  func value(of name: String) -> String? {
    declared.first { $0.name == name }?.value
  }

  /// The name in a `${name}` that begins at `start`, and the byte behind it.
  func use(in bytes: [UInt8], at start: Int) -> (name: String, end: Int)? {
    guard start + 3 < bytes.count, bytes[start] == .dollar, bytes[start + 1] == UInt8(ascii: "{")
    else { return nil }
    let name = bytes[(start + 2)...].prefix(while: \.isNameByte)
    guard let first = name.first, first.isLetter, name.endIndex < bytes.count,
      bytes[name.endIndex] == UInt8(ascii: "}")
    else { return nil }
    return (name.string, name.endIndex + 1)
  }

  /// Whether a parameter may be called so: a letter, then letters, digits, `-` or `_`.
  static func isName(_ text: String) -> Bool {
    text.utf8.first?.isLetter == true && text.utf8.allSatisfy(\.isNameByte)
  }
}

// MARK: - Substitution

extension Parameters {
  /// Text with the declared parameters replaced.
  func substituted(in bytes: some Collection<UInt8>) -> String {
    replaced(Array(bytes)).output.string
  }

  /// A line of a block with the parameters replaced, `\${` standing for `${`.
  ///
  /// An undeclared one is reported and stays as it is.
  func substituted(
    in line: ExtractedText.Line, diagnostics: inout Diagnostics
  ) -> ExtractedText.Line {
    let bytes = Array(line.text.utf8)
    guard bytes.contains(.dollar) else { return line }
    let (output, replacements, undeclared) = replaced(bytes)
    for (name, offset) in undeclared {
      diagnostics.report(
        .undeclaredParameter(name, known: names),
        at: line.origin.moved(by: bytes.scalarCount(before: offset)))
    }
    return ExtractedText.Line(
      text: output.string, origin: line.origin, replacements: replacements)
  }

  /// A text of the front matter with the parameters replaced; an undeclared one is reported at
  /// `position` and stays as it is.
  func substituted(
    in text: String, at position: SourcePosition, diagnostics: inout Diagnostics
  ) -> String {
    let (output, _, undeclared) = replaced(Array(text.utf8))
    for (name, _) in undeclared {
      diagnostics.report(.undeclaredParameter(name, known: names), at: position)
    }
    return output.string
  }

  private func replaced(
    _ bytes: [UInt8]
  ) -> (
    output: [UInt8], replacements: [ExtractedText.Replacement], undeclared: [(String, Int)]
  ) {
    var (output, index): ([UInt8], Int) = ([], 0)
    var replacements: [ExtractedText.Replacement] = []
    var undeclared: [(String, Int)] = []
    func replace(to end: Int, by value: String) {
      replacements.append(
        ExtractedText.Replacement(
          column: output.scalarCount(before: .max) + 1, length: value.unicodeScalars.count,
          originalLength: bytes[index..<end].scalarCount(before: .max)))
      output += Array(value.utf8)
      index = end
    }
    while index < bytes.count {
      if bytes[index...].starts(with: "\\${".utf8) {
        replace(to: index + 3, by: "${")
      } else if let use = use(in: bytes, at: index) {
        if let value = value(of: use.name) {
          replace(to: use.end, by: value)
          continue
        }
        undeclared.append((use.name, index))
      }
      guard index < bytes.count else { break }
      output.append(bytes[index])
      index += 1
    }
    return (output, replacements, undeclared)
  }
}
