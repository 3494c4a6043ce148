import Foundation
import Notebook

/// Checks a template of a page before it is used: what it names, and what a page must not be without.
struct TemplateCheck {
  /// What is wrong with it.
  struct Problem: Equatable {
    var position: SourcePosition?
    var message: String
    var note: String?
  }

  /// The parts that a template can put in place.
  static let variables = [
    "addition", "article", "bar", "contents", "description", "direction", "engine", "language",
    "links",
    "metrics",
    "policy", "scripts", "styles", "title",
  ]
  /// Those without which there is no page, or no safe one.
  static let required = ["policy", "styles", "article", "scripts", "metrics"]

  private let text: String

  init(_ text: String) { self.text = text }

  /// All of them, in the order of the file.
  var problems: [Problem] {
    var problems = names + scripts + attributes
    for name in Self.required where !text.contains("{{{\(name)}}}") {
      problems.append(
        Problem(
          position: position(head), message: "the template has no {{{\(name)}}}",
          note: "expected \(Self.required.map { "{{{\($0)}}}" }.joined(separator: ", "))"))
    }
    let policy = text.range(of: "{{{policy}}}")?.lowerBound ?? text.endIndex
    for name in ["styles", "scripts"] {
      guard let place = text.range(of: "{{{\(name)}}}")?.lowerBound, place < policy else {
        continue
      }
      problems.append(
        Problem(
          position: position(place), message: "{{{\(name)}}} stands before {{{policy}}}",
          note: "the policy governs only what follows it"))
    }
    if problems.isEmpty, (try? PageTemplate(text)) == nil {
      let open = text.range(of: "{{", options: .backwards)?.lowerBound ?? text.startIndex
      problems.append(
        Problem(
          position: position(open), message: "the braces of the template do not match",
          note: "expected variables in the form {{{name}}}"))
    }
    return problems
  }

  /// Where what every page needs is first missed: at its head.
  private var head: String.Index {
    text.range(of: "<head", options: .caseInsensitive)?.lowerBound ?? text.startIndex
  }

  private var names: [Problem] {
    text.matches(of: /\{\{(\{?)([^{}]*)\}\}(\}?)/).compactMap { match in
      let written = String(match.output.2)
      let name = written.trimmingSpaces
      let position = position(match.range.lowerBound)
      if name.hasPrefix("!") { return nil }
      guard Self.variables.contains(name) else {
        return Problem(
          position: position, message: "unknown variable '\(name)' in the template",
          note: suggestion(for: name, among: Self.variables))
      }
      guard match.output.1 == "{", match.output.3 == "}", written == name else {
        return Problem(
          position: position, message: "'\(name)' is markup already",
          note: "write it with three braces: {{{\(name)}}}")
      }
      return nil
    }
  }

  /// A text with a blank would end an attribute without quotes and begin another one.
  private var attributes: [Problem] {
    text.matches(of: /=\s*(\{\{\{)/).map { match in
      Problem(
        position: position(match.output.1.startIndex), message: "an attribute needs quotes",
        note: "write for example content=\"{{{title}}}\"")
    }
  }

  /// Scripts of a template are named in the policy by their hash, which must not change with the page.
  private var scripts: [Problem] {
    text.matches(of: /<script([^>]*)>((?s:.*?))<\/script>/.ignoresCase()).compactMap { match in
      let position = position(match.range.lowerBound)
      if match.output.1.contains("src") {
        return Problem(
          position: position, message: "found a script with 'src', but a page loads no script",
          note: "write it into the template")
      }
      guard match.output.2.contains("{{") else { return nil }
      return Problem(
        position: position, message: "found a variable in a script",
        note: "scripts are named in the policy by their hash: they are the same in every page")
    }
  }

  private func position(_ index: String.Index) -> SourcePosition {
    let before = text[..<index]
    let line = before.utf8.count { $0 == 10 } + 1
    let start = before.lastIndex { $0.isNewline }.map { text.index(after: $0) } ?? text.startIndex
    return SourcePosition(line: line, column: text[start..<index].unicodeScalars.count + 1)
  }
}

extension PageTemplate {
  /// The scripts that stand in a template itself.
  static func scripts(in text: String) -> [String] {
    text.matches(of: /<script[^>]*>((?s:.*?))<\/script>/.ignoresCase()).map { String($0.output.1) }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }
}
