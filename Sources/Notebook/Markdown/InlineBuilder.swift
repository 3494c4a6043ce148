/// Turns libcmark's inline nodes into the document's, with the pieces back in their places.
struct InlineBuilder {
  let store: PieceStore
  /// Whether the text is a table cell, where `\|` is a pipe in code too.
  var inTable = false

  /// The inline elements of a paragraph, heading or cell; neighbouring texts are joined.
  ///
  /// - Parameter inLink: whether they are a link's text, in which references stay text.
  func build(_ nodes: [CommonMarkNode], inLink: Bool = false) -> [Inline] {
    var (output, text): ([Inline], String) = ([], "")
    for (index, node) in nodes.enumerated() {
      if node.kind == .softBreak, index + 1 < nodes.count, beginsWithFiller(nodes[index + 1]) {
        continue
      }
      if text.isEmpty, take(node, by: &output) { continue }
      for inline in build(node, inLink: inLink) {
        if case .text(let more) = inline {
          text += more
        } else {
          flush(&text, to: &output)
          output.append(inline)
        }
      }
    }
    flush(&text, to: &output)
    return output
  }

  /// Gives the attributes that a text begins with to the image or link before it, and adds its rest.
  private func take(_ node: CommonMarkNode, by output: inout [Inline]) -> Bool {
    guard case .text(let text) = node.kind,
      case .piece(let index) = store.stretches(of: text, inTable: inTable).first,
      case .attributes(let attributes) = store.pieces[index]
    else { return false }
    switch output.last {
    case .image(var picture)?:
      picture.label = attributes.label
      picture.alternative = attributes.value("fig-alt")
      picture.width = attributes.value("width").flatMap(PictureWidth.checked)
      output[output.count - 1] = .image(picture)
    case .link?: break
    default: return false
    }
    output += pieces(in: text, inLink: false).dropFirst()
    return true
  }

  private func flush(_ text: inout String, to output: inout [Inline]) {
    if !text.isEmpty { output.append(.text(text)) }
    text = ""
  }

  /// The rest of a piece that fills several lines.
  private func beginsWithFiller(_ node: CommonMarkNode) -> Bool {
    guard case .text(let text) = node.kind else { return false }
    return text.unicodeScalars.first == PieceStore.Mark.filler
  }

  private func build(_ node: CommonMarkNode, inLink: Bool) -> [Inline] {
    switch node.kind {
    case .text(let text): return pieces(in: text, inLink: inLink)
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

  private func pieces(in text: String, inLink: Bool) -> [Inline] {
    store.stretches(of: text, inTable: inTable).map { stretch in
      switch stretch {
      case .text(let text): .text(text)
      case .piece(let index): inline(index, inLink: inLink)
      }
    }
  }

  private func inline(_ index: Int, inLink: Bool) -> Inline {
    switch store.pieces[index] {
    case .math(let formula): .math(formula)
    case .value(let reference): .value(reference)
    case .reference(let label, let position) where !inLink:
      .reference(label: label, position: position)
    case .footnote(let name, let position) where !inLink:
      .footnote(name: name, position: position)
    case .citation(let citation) where !inLink: .citation(citation)
    case .reference, .footnote, .citation, .text, .table, .place, .attributes, .divisionStart,
      .divisionEnd:
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
