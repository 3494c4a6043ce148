import Foundation
import Testing

/// Measured from the style sheets themselves, by the formula of WCAG 2.2.
@Suite("Colours")
struct ContrastTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Reports/Resources")

  /// The colours of a theme by their names.
  private func tokens(_ theme: String) throws -> [String: String] {
    let css = try String(contentsOf: Self.folder.appending(path: "\(theme).css"), encoding: .utf8)
    return css.matches(of: /--([a-z0-9-]+): (#[0-9a-f]{6})/)
      .reduce(into: [:]) { $0["\($1.1)"] = "\($1.2)" }
  }

  private func luminance(_ colour: String) -> Double {
    let parts = [1, 3, 5].map { start -> Double in
      let digits = colour.dropFirst(start).prefix(2)
      let share = Double(UInt8(digits, radix: 16) ?? 0) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private func contrast(_ one: String, _ other: String) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test("of marks differ from paper by 3 : 1, of text by 4.5 : 1", arguments: ["light", "dark"])
  func contrasts(theme: String) throws {
    let tokens = try tokens(theme)
    let paper = try #require(tokens["paper"])
    let marks = (1...8).map { "c\($0)" } + (4...8).map { "s\($0)" } + ["d0", "d8", "rule2", "bad"]
    for name in marks {
      let colour = try #require(tokens[name], "\(name)")
      #expect(contrast(colour, paper) >= 3, "\(name) of \(theme)")
    }
    for name in ["ink", "ink2", "accent", "ok", "warn", "bad", "c2t", "c7t"] {
      let colour = try #require(tokens[name], "\(name)")
      #expect(contrast(colour, paper) >= 4.5, "\(name) of \(theme)")
    }
  }
}
