import Notebook

/// A notebook as an indented tree, one node a line: what the goldens compare.
struct TreeDump {
  private var lines: [String] = []
  private let notebook: Notebook

  static func text(of notebook: Notebook) -> String {
    var dump = TreeDump(notebook: notebook)
    for (index, file) in notebook.files.enumerated().dropFirst() {
      dump.line(0, "file #\(index) \(file.path.split(separator: "/").last ?? "")")
    }
    dump.add(notebook.frontMatter)
    dump.add(notebook.elements, depth: 0)
    for footnote in notebook.footnotes {
      dump.line(0, "footnote \(footnote.name) \(dump.at(footnote.position))")
      dump.add(footnote.content, depth: 1)
    }
    dump.add(notebook.bibliography)
    for picture in notebook.pictures {
      let name = picture.path.split(separator: "/").last ?? ""
      dump.line(0, "picture \(name) \(picture.type) \(picture.bytes.count) bytes")
    }
    return dump.lines.map { $0 + "\n" }.joined()
  }

  private init(notebook: Notebook) {
    self.notebook = notebook
  }

  fileprivate mutating func line(_ depth: Int, _ text: String) {
    lines.append(String(repeating: "  ", count: depth) + text)
  }

  private mutating func add(_ matter: FrontMatter) {
    guard matter != FrontMatter() else { return }
    line(0, "front matter")
    for (field, text) in changes(matter, FrontMatter())
    where !["parameters", "bibliography"].contains(field) {
      line(1, "\(field) \(text)")
    }
    for file in matter.bibliography { line(1, "bibliography \(file.path) \(at(file.position))") }
    for parameter in matter.parameters {
      line(1, "param \(parameter.name) = \(parameter.value) \(at(parameter.position))")
    }
  }

  /// The fields of a value that are not as in its default.
  private func changes(_ value: Any, _ standard: Any) -> [(field: String, text: String)] {
    zip(Mirror(reflecting: value).children, Mirror(reflecting: standard).children)
      .flatMap { field, standard -> [(String, String)] in
        let name = field.label ?? ""
        if field.value is FrontMatter.Execution {
          return changes(field.value, standard.value).map { ("execute.\($0.field)", $0.text) }
        }
        let texts = [text(field.value), text(standard.value)]
        return texts[0] == texts[1] ? [] : [(name, texts[0])]
      }
  }

  /// A field without the wrapping of optionals.
  private func text(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .optional else {
      return (value as? SourcePosition).map(at) ?? "\(value)"
    }
    return mirror.children.first.map { text($0.value) } ?? "none"
  }

  private mutating func add(_ elements: [Element], depth: Int) {
    for element in elements { add(element, depth: depth) }
  }

  private mutating func add(_ element: Element, depth: Int) {
    switch element {
    case .heading(let level, let inlines, let label, let position, let isNumbered):
      let number = isNumbered ? "" : " without number"
      line(depth, "heading \(level) \(label.map { "#\($0) " } ?? "")\(at(position))\(number)")
      add(inlines, depth: depth + 1)
    case .paragraph(let inlines):
      line(depth, "paragraph")
      add(inlines, depth: depth + 1)
    case .list(let ordered, let start, let tight, let items):
      line(depth, "list \(ordered ? "from \(start)" : "bullets")\(tight ? " tight" : "")")
      for item in items {
        line(depth + 1, "item")
        add(item, depth: depth + 2)
      }
    case .quote(let content):
      line(depth, "quote")
      add(content, depth: depth + 1)
    case .listing(let language, let code, let lines, _):
      line(depth, "listing \(language) \(lines) \(code.debugDescription)")
    case .division(let division): add(division, depth: depth)
    case .figure(let picture): add(picture, "figure", depth: depth)
    case .block(let index): add(notebook.blocks[index], depth: depth)
    case .table(let header, let alignments, let rows):
      line(depth, "table " + alignments.map { "\($0)" }.joined(separator: " "))
      for row in [header] + rows {
        line(depth + 1, "row")
        for cell in row {
          line(depth + 2, "cell")
          add(cell, depth: depth + 3)
        }
      }
    case .math(let formula): add(formula, "math", depth: depth)
    case .rawHTML(let html): line(depth, "html \(html.debugDescription)")
    case .thematicBreak: line(depth, "break")
    }
  }

  private mutating func add(_ inlines: [Inline], depth: Int) {
    for inline in inlines { add(inline, depth: depth) }
  }

  private mutating func add(_ inline: Inline, depth: Int) {
    switch inline {
    case .text(let text): line(depth, text.debugDescription)
    case .code(let code): line(depth, "code \(code.debugDescription)")
    case .emphasis(let content):
      line(depth, "emphasis")
      add(content, depth: depth + 1)
    case .strong(let content):
      line(depth, "strong")
      add(content, depth: depth + 1)
    case .link(let destination, let title, let content):
      line(depth, "link \(destination.debugDescription) \(title.debugDescription)")
      add(content, depth: depth + 1)
    case .image(let picture): add(picture, "image", depth: depth)
    case .footnote(let name, let position): line(depth, "footnote \(name) \(at(position))")
    case .citation(let citation): add(citation, depth: depth)
    case .math(let formula):
      add(formula, formula.isDisplayed ? "displayed math" : "math", depth: depth)
    case .value(let value):
      let format = value.format.map { " as \($0)" } ?? ""
      line(depth, "value \(value.label).\(value.metric)\(format) \(at(value.position))")
    case .reference(let label, let position): line(depth, "reference \(label) \(at(position))")
    case .rawHTML(let html): line(depth, "html \(html.debugDescription)")
    case .softBreak: line(depth, "soft break")
    case .lineBreak: line(depth, "line break")
    }
  }

  private mutating func add(_ formula: Formula, _ name: String, depth: Int) {
    let label = formula.label.map { "#\($0) " } ?? ""
    let starts = formula.lines.map(at).joined(separator: " ")
    let tex = formula.tex.debugDescription
    line(depth, "\(name) \(label)\(at(formula.position)) from \(starts) \(tex)")
  }

  fileprivate func at(_ position: SourcePosition) -> String {
    (position.file == 0 ? "" : "#\(position.file)") + "@\(position.line):\(position.column)"
  }
}

// MARK: - Divisions, pictures, citations

extension TreeDump {
  private mutating func add(_ division: Division, depth: Int) {
    let label = division.label.map { " #\($0)" } ?? ""
    let kind =
      if case .callout(let callout) = division.kind { "\(callout)" } else { "\(division.kind)" }
    line(depth, "division \(kind)\(label) \(at(division.position))")
    if !division.title.isEmpty {
      line(depth + 1, "title")
      add(division.title, depth: depth + 2)
    }
    add(division.content, depth: depth + 1)
  }

  private mutating func add(_ picture: Picture, _ name: String, depth: Int) {
    let words = [
      name, picture.source.debugDescription, picture.title.debugDescription,
      picture.label.map { "#\($0)" }, picture.width, picture.alternative?.debugDescription,
      at(picture.position),
    ]
    line(depth, words.compactMap { $0 }.joined(separator: " "))
    add(picture.content, depth: depth + 1)
  }

  private mutating func add(_ citation: Citation, depth: Int) {
    line(depth, "citation\(citation.isInText ? " in text" : "")")
    for item in citation.items {
      let around = [item.prefix, item.suffix].map(\.debugDescription).joined(separator: " ")
      line(
        depth + 1, "\(item.hidesAuthor ? "-" : "")@\(item.key) \(around) \(at(item.position))")
    }
  }

  private mutating func add(_ bibliography: Bibliography?) {
    for work in bibliography?.works ?? [] {
      line(0, "work \(work.kind) \(work.key) \(at(work.position))")
      for (role, names) in [("author", work.authors), ("editor", work.editors)] {
        for name in names { line(1, "\(role) \(name.family), \(name.given)") }
      }
      for field in work.fields.sorted(by: { $0.key < $1.key }) {
        line(1, "\(field.key) \(field.value.debugDescription)")
      }
    }
  }
}

// MARK: - Blocks

extension TreeDump {
  private mutating func add(_ block: ExperimentBlock, depth: Int) {
    line(depth, "block \(block.kind) \(at(block.kindPosition)) \(block.lines)")
    for (field, text) in changes(block.options, CellOptions()) {
      line(depth + 1, "option \(field) \(text)")
    }
    add(block.body, name: "body", depth: depth + 1)
    for claim in block.claims {
      let condition = ClaimPrinter(isFull: true).text(claim.condition)
      let mentions = claim.mentions.map { "\($0.metric.text) \(at($0.position))" }
      line(depth + 1, "claim \(at(claim.position)) \(condition)")
      line(depth + 2, "of " + mentions.joined(separator: ", "))
    }
  }

  private mutating func add(_ node: ConfigurationNode, name: String, depth: Int) {
    let head = "\(name) \(at(node.position))"
    switch node.value {
    case .null: line(depth, "\(head) null")
    case .boolean(let value): line(depth, "\(head) \(value)")
    case .number(let text): line(depth, "\(head) number \(text)")
    case .text(let text): line(depth, "\(head) text \(text.debugDescription)")
    case .list(let items):
      line(depth, "\(head) list")
      for item in items { add(item, name: "-", depth: depth + 1) }
    case .map(let entries):
      line(depth, "\(head) map")
      for entry in entries {
        add(entry.value, name: "\(entry.key) \(at(entry.keyPosition))", depth: depth + 1)
      }
    }
  }
}
