import Notebook

/// The prose of a notebook as readers of Jupyter see it: values printed, references by their names,
/// parameters by their values.
struct FilledProse {
  private struct Piece {
    let position: SourcePosition
    let written: String
    let shown: String
  }

  /// The pieces of each line, the last one first, so that columns before it stay right.
  private let pieces: [Int: [Piece]]
  private let parameters: [FrontMatter.Parameter]

  init(_ context: PageContext) {
    let report = context.report
    parameters = report.notebook.frontMatter.parameters
    let pieces = report.notebook.proseInlines.compactMap { inline -> Piece? in
      switch inline {
      case .value(let reference):
        guard case .found(let printed, _) = ValueLookup(reference, in: context) else { return nil }
        return Piece(
          position: reference.position, written: "`", shown: MarkdownText.escape(printed))
      case .reference(let label, let position):
        guard let target = context.references.targets[label] else { return nil }
        return Piece(
          position: position, written: "@\(label)", shown: MarkdownText.escape(target.name))
      case .citation(let citation):
        guard let position = citation.start else { return nil }
        let words = CitationRenderer(context: context).html(citation).words
        return Piece(
          position: position, written: citation.written, shown: MarkdownText.escape(words))
      default: return nil
      }
    }.filter { $0.position.file == 0 }
    self.pieces = Dictionary(grouping: pieces) { $0.position.line }.mapValues {
      $0.sorted { $1.position < $0.position }
    }
  }

  /// The text of a cell, filled in; the same if there is nothing to fill in.
  func text(_ cell: SourceCells.Cell) -> String {
    var lines = cell.text.split(separator: "\n", omittingEmptySubsequences: false).map {
      Array($0.unicodeScalars)
    }
    for line in lines.indices {
      for piece in pieces[cell.line + line] ?? [] {
        let start = piece.position.column - 1
        guard let end = Self.end(of: piece, from: start, in: lines[line]) else { continue }
        lines[line].replaceSubrange(start..<end, with: Array(piece.shown.unicodeScalars))
      }
    }
    return filled(lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n"))
  }

  /// Where a piece ends that stands at `start`; nil if something else stands there.
  private static func end(
    of piece: Piece, from start: Int, in line: [Unicode.Scalar]
  ) -> Int? {
    let written = Array(piece.written.unicodeScalars)
    guard start >= 0, line.dropFirst(start).starts(with: written) else { return nil }
    let behind = start + written.count
    guard written == ["`"] else { return behind }
    return line[behind...].firstIndex(of: "`").map { $0 + 1 }
  }

  private func filled(_ text: String) -> String {
    parameters.reduce(text) { text, parameter in
      text.replacing("${\(parameter.name)}", with: parameter.value)
    }
  }
}

extension Citation {
  /// Where it begins: the place of its first `@`, less what stands before that.
  fileprivate var start: SourcePosition? {
    guard let item = items.first, let at = written.unicodeScalars.firstIndex(of: "@") else {
      return nil
    }
    var position = item.position
    position.column -= written.unicodeScalars.distance(from: written.startIndex, to: at)
    return position
  }
}
