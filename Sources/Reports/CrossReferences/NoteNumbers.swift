import Notebook

/// The footnotes of a page, numbered in the order in which its words refer to them.
struct NoteNumbers {
  /// A footnote with its number.
  struct Note {
    var footnote: Footnote
    var number: Int
    /// The id of its text.
    var anchor: String
    /// The ids of what refers to it.
    var uses: [String] = []
  }

  /// In the order of their numbers.
  private(set) var notes: [Note] = []
  private var indices: [String: Int] = [:]
  private var uses: [SourcePosition: String] = [:]

  init(_ report: Report, in body: some Sequence<Element>, anchors: inout Anchors) {
    var footnotes: [String: Footnote] = [:]
    for footnote in report.notebook.footnotes where footnotes[footnote.name] == nil {
      footnotes[footnote.name] = footnote
    }
    for element in Element.all(in: body) {
      let isBlock = if case .block = element { true } else { false }
      for case .footnote(let name, let position) in report.notebook.inlines(of: element) {
        guard let footnote = footnotes[name] else { continue }
        // The captions of a block know only one place, so that there is no id for each.
        add(footnote, at: isBlock ? nil : position, &anchors)
      }
    }
  }

  private mutating func add(
    _ footnote: Footnote, at position: SourcePosition?, _ anchors: inout Anchors
  ) {
    let index = indices[footnote.name] ?? notes.count
    if index == notes.count {
      indices[footnote.name] = index
      notes.append(
        Note(
          footnote: footnote, number: index + 1, anchor: anchors.take("fn-\(footnote.name)")))
    }
    guard let position else { return }
    let use = anchors.take("fnref-\(footnote.name)")
    uses[position] = use
    notes[index].uses.append(use)
  }

  /// The footnote with a name.
  func note(_ name: String) -> Note? { indices[name].map { notes[$0] } }

  /// The id of what refers to a footnote at a place; nil in captions.
  func use(at position: SourcePosition) -> String? { uses[position] }
}
