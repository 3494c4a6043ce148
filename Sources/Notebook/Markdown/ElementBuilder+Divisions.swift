/// The divisions that are open while elements are built.
struct DivisionStack {
  /// A division whose end was not seen yet.
  struct Open {
    var attributes: Attributes
    var position: SourcePosition
    /// What stands before it.
    var before: [Element]
  }

  var open: [Open] = []
  /// What stands in the innermost one so far.
  var elements: [Element] = []
}

extension ElementBuilder {
  /// Which of the lines `::: …` and `:::` a comment stands for; nil for any other node.
  func divisionLine(_ node: CommonMarkNode) -> Piece? {
    guard case .html(let html) = node.kind, html.hasPrefix("<!--"),
      case .piece(let index) = store.stretches(of: String(html.dropFirst(4)), inTable: false).first
    else { return nil }
    return store.pieces[index]
  }

  /// Begins a division. One nested too deep is told, and what it holds belongs to the one around it.
  mutating func open(
    _ attributes: Attributes, _ position: SourcePosition, _ divisions: inout DivisionStack
  ) {
    depth += 1
    if depth == CommonMarkReader.nestingLimit + 1 {
      diagnostics.report(.nestedTooDeep(CommonMarkReader.nestingLimit), at: position)
    }
    divisions.open.append(
      .init(attributes: attributes, position: position, before: divisions.elements))
    divisions.elements = []
  }

  /// Ends the innermost division.
  mutating func close(_ position: SourcePosition, _ divisions: inout DivisionStack) {
    guard let open = divisions.open.popLast() else {
      return diagnostics.report(.strayDivisionEnd, at: position)
    }
    depth -= 1
    let content = divisions.elements
    divisions.elements = open.before
    if depth >= CommonMarkReader.nestingLimit {
      divisions.elements += content
    } else {
      divisions.elements.append(.division(division(open, content)))
    }
  }

  private mutating func division(_ open: DivisionStack.Open, _ content: [Element]) -> Division {
    var division = Division(
      kind: kind(open.attributes, open.position), content: content, position: open.position)
    division.label = open.attributes.label
    guard case .callout = division.kind else { return division }
    if let title = open.attributes.value("title") {
      division.title = inlines(of: title, at: open.position)
    } else if case .heading(_, let title, _, _, _)? = content.first {
      division.title = title
      division.content.removeFirst()
    }
    return division
  }

  /// What the classes of a division mean; those that nearly mean something are told.
  private mutating func kind(
    _ attributes: Attributes, _ position: SourcePosition
  ) -> Division.Kind {
    if attributes.label == "refs" { return .references }
    for name in attributes.classes {
      if let kind = DivisionClass.kinds[name] { return kind }
      if name.hasPrefix("callout") {
        let known = Division.Callout.allCases.map { "callout-\($0)" }
        diagnostics.report(.unknownCallout(name, known: known), at: position)
      } else if let nearest = nearestName(to: name, in: DivisionClass.kinds.keys.sorted()) {
        diagnostics.report(.unknownClass(name, nearest: nearest), at: position)
      }
    }
    return .plain
  }
}

/// The classes of divisions that mean something.
enum DivisionClass {
  /// Quarto has more widths; a page here has two.
  static let kinds: [String: Division.Kind] = {
    var kinds: [String: Division.Kind] = [
      "column-margin": .margin, "aside": .margin, "column-page": .wide, "column-screen": .wide,
      "column-page-inset": .wide, "column-body-outset": .wide,
    ]
    for callout in Division.Callout.allCases { kinds["callout-\(callout)"] = .callout(callout) }
    return kinds
  }()
}

// MARK: - Titles

extension ElementBuilder {
  /// The inlines of a text that stands in an attribute.
  mutating func inlines(of text: String, at position: SourcePosition) -> [Inline] {
    var scanner = ProseScanner(
      ProseLines(
        [Array(text.utf8)], firstLine: position.line, startColumn: 1, quoteDepth: 0,
        file: position.file), parameters: blockReader.parameters, cites: cites)
    var (store, found) = (PieceStore(), diagnostics.cleared)
    let protected = scanner.protect(store: &store, diagnostics: &found)
    diagnostics.add(found, at: position)
    let document = CommonMarkReader.parse(protected).document
    // The pieces of the title are those of its own store.
    var builder = InlineBuilder(store: store)
    builder.noteCount = content.footnotes.count
    let inlines = builder.build(document.children.flatMap(\.children))
    content.footnotes += builder.notes
    return inlines
  }
}
