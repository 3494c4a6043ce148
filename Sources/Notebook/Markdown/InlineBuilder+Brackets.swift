/// Footnotes in place, and spans, while inlines are built.
extension InlineBuilder {
  /// Brackets of which the end was not seen yet.
  struct OpenBracket {
    /// The piece of its beginning.
    var piece: Int
    /// What stands before it.
    var before: [Inline]
  }

  /// What brackets hold became something; nil if it stays where it is.
  mutating func close(_ piece: Int, around content: [Inline]) -> [Inline] {
    switch store.pieces[piece] {
    case .noteStart(let position):
      // No author can write such a name.
      let name = "^\(noteCount + notes.count + 1)"
      let paragraphs: [Element] = content.isEmpty ? [] : [.paragraph(content)]
      notes.append(Footnote(name: name, content: paragraphs, position: position))
      return [.footnote(name: name, position: position)]
    case .spanStart(let attributes, let position):
      if attributes.classes.contains(where: { DivisionClass.kinds[$0] == .margin }) {
        asides.append(
          Division(kind: .margin, content: [.paragraph(content)], position: position))
        return []
      }
      for name in attributes.classes { tell(name, position) }
      return content
    default: return content
    }
  }

  /// Inlines without the blanks at their ends that a note left there.
  static func withoutBlankEnds(_ inlines: [Inline]) -> [Inline] {
    var inlines = inlines[...]
    while inlines.first == .softBreak { inlines.removeFirst() }
    while inlines.last == .softBreak { inlines.removeLast() }
    if case .text(let text)? = inlines.first {
      let rest = text.drop { $0 == " " }
      inlines = (rest.isEmpty ? [] : [.text(String(rest))]) + inlines.dropFirst()
    }
    if case .text(let text)? = inlines.last {
      let rest = Array(text.utf8).trimmedEnd.string
      inlines = inlines.dropLast() + (rest.isEmpty ? [] : [.text(rest)])
    }
    return Array(inlines)
  }

  /// A class that Quarto knows and that means nothing here, or that is nearly one with a meaning.
  private mutating func tell(_ name: String, _ position: SourcePosition) {
    let known = ["column-margin", "aside"]
    let nearest = nearestName(to: name, in: known)
    guard nearest != nil || Self.foreignClasses.contains(name) else { return }
    problems.append((.unknownClass(name, nearest: nearest), position))
  }

  /// Classes of spans that Quarto gives a look.
  private static let foreignClasses: Set<String> = [
    "kbd", "mark", "smallcaps", "strike", "ul", "underline",
  ]
}
