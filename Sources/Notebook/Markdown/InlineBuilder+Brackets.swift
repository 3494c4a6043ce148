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
