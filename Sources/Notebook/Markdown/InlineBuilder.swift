/// Turns libcmark's inline nodes into the document's, with the pieces back in their places.
struct InlineBuilder {
  let store: PieceStore
  /// Whether the text is a table cell, where `\|` is a pipe in code too.
  var inTable = false

  /// The number of footnotes before those found here.
  var noteCount = 0
  /// What stands in `^[…]`, in order.
  var notes: [Footnote] = []
  /// What stands in `[…]{.aside}`, in order.
  var asides: [Division] = []
  /// What is wrong, and where.
  var problems: [(Problem, SourcePosition)] = []

  init(store: PieceStore, inTable: Bool = false) {
    (self.store, self.inTable) = (store, inTable)
  }

  /// The inline elements of a paragraph, heading or cell; neighbouring texts are joined.
  ///
  /// - Parameter inLink: whether they are a link's text, in which references stay text.
  mutating func build(_ nodes: [CommonMarkNode], inLink: Bool = false) -> [Inline] {
    var (output, open): ([Inline], [OpenBracket]) = ([], [])
    for (index, node) in nodes.enumerated() {
      if node.kind == .softBreak, index + 1 < nodes.count, beginsWithFiller(nodes[index + 1]) {
        continue
      }
      guard case .text(let text) = node.kind else {
        output += build(node, inLink: inLink)
        continue
      }
      for stretch in store.stretches(of: text, inTable: inTable) {
        add(stretch, to: &output, &open, inLink: inLink)
      }
    }
    // A bracket whose counterpart stands within emphasis, or without it, is text.
    while let last = open.popLast() {
      output = last.before + [.text(store.plainText(last.piece))] + output
    }
    return Self.joined(output)
  }

  private mutating func add(
    _ stretch: PieceStore.Stretch, to output: inout [Inline], _ open: inout [OpenBracket],
    inLink: Bool
  ) {
    guard case .piece(let index) = stretch else {
      if case .text(let text) = stretch { output.append(.text(text)) }
      return
    }
    switch store.pieces[index] {
    case .noteStart(let position) where inLink:
      problems.append((.misplacedNote, position))
      output.append(.text(store.plainText(index)))
    case .noteStart, .spanStart:
      open.append(OpenBracket(piece: index, before: output))
      output = []
    case .bracketEnd:
      guard let bracket = open.popLast() else {
        return output.append(.text(store.plainText(index)))
      }
      output = bracket.before + close(bracket.piece, around: Self.joined(output))
    case .attributes(let attributes):
      if !take(attributes, by: &output) { output.append(.text(store.plainText(index))) }
    default: output.append(inline(index, inLink: inLink))
    }
  }

  /// The same with neighbouring texts in one.
  private static func joined(_ inlines: [Inline]) -> [Inline] {
    var (output, text): ([Inline], String) = ([], "")
    for inline in inlines {
      if case .text(let more) = inline {
        text += more
      } else {
        if !text.isEmpty { output.append(.text(text)) }
        text = ""
        output.append(inline)
      }
    }
    return text.isEmpty ? output : output + [.text(text)]
  }

  /// Gives attributes to the image or link before them; false if there is none.
  private func take(_ attributes: Attributes, by output: inout [Inline]) -> Bool {
    switch output.last {
    case .image(var picture)?:
      picture.label = attributes.label
      picture.alternative = attributes.value("fig-alt")
      picture.width = attributes.value("width").flatMap(PictureWidth.checked)
      output[output.count - 1] = .image(picture)
      return true
    case .link?: return true
    default: return false
    }
  }

  /// The rest of a piece that fills several lines.
  private func beginsWithFiller(_ node: CommonMarkNode) -> Bool {
    guard case .text(let text) = node.kind else { return false }
    return text.unicodeScalars.first == PieceStore.Mark.filler
  }

  private mutating func build(_ node: CommonMarkNode, inLink: Bool) -> [Inline] {
    switch node.kind {
    case .softBreak: return [.softBreak]
    case .lineBreak: return [.lineBreak]
    case .inlineCode(let code): return [.code(restored(code))]
    case .inlineHTML(let html): return Comment.isAll(of: html) ? [] : [.rawHTML(restored(html))]
    case .emphasis: return [.emphasis(build(node.children, inLink: inLink))]
    case .strong: return [.strong(build(node.children, inLink: inLink))]
    case .link(let destination, let title):
      let content = build(node.children, inLink: true)
      return [.link(destination: restored(destination), title: restored(title), content)]
    case .image(let source, let title):
      var picture = Picture(
        source: restored(source), content: build(node.children, inLink: true),
        position: place(node))
      picture.title = restored(title)
      return [.image(picture)]
    default: return []
    }
  }

  /// Where an image begins: its brackets hold a piece that says so.
  private func place(_ node: CommonMarkNode) -> SourcePosition {
    var first = node.children.first
    while let inner = first?.children.first { first = inner }
    guard case .text(let text)? = first?.kind,
      case .piece(let index) = store.stretches(of: text, inTable: inTable).first,
      case .place(let position) = store.pieces[index]
    else { return SourcePosition(line: 1, column: 1) }
    return position
  }

  private func restored(_ text: String) -> String { store.restored(text, inTable: inTable) }

  private func inline(_ index: Int, inLink: Bool) -> Inline {
    switch store.pieces[index] {
    case .math(let formula): .math(formula)
    case .value(let reference): .value(reference)
    case .reference(let label, let position) where !inLink:
      .reference(label: label, position: position)
    case .footnote(let name, let position) where !inLink:
      .footnote(name: name, position: position)
    case .citation(let citation) where !inLink: .citation(citation)
    case .reference, .footnote, .citation, .noteStart, .spanStart, .bracketEnd, .text, .table,
      .place,
      .attributes, .divisionStart, .divisionEnd:
      .text(store.plainText(index))
    }
  }
}

/// HTML comments, which no report shows.
enum Comment {
  /// Whether the text is one comment and nothing else.
  static func isAll(of html: String) -> Bool {
    var text = Array(html.utf8)[...]
    while text.last == .newline { text = text.dropLast() }
    guard text.starts(with: "<!--".utf8) else { return false }
    return text.dropFirst(4).firstRange(of: Array("-->".utf8))?.upperBound == text.endIndex
  }
}
