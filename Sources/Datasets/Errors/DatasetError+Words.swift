import NeuralNet

extension DatasetError {
  /// The error as a sentence without a full stop, and a suggestion.
  ///
  /// - Parameter nearest: finds the name that was probably meant among the known ones; this module
  ///   knows none, Notebook's `nearestName(to:in:)` fits.
  public func words(
    nearest: (_ name: String, _ known: [String]) -> String? = { _, _ in nil }
  ) -> (message: String, note: String?) {
    switch self {
    case .missingFile: ("there is no such file", nil)
    case .outsideProject:
      (
        "the file lies outside of the project and of NNBOOK_DATA",
        "move it into the folder of the notebook or of 'nnbook.yml', or write 'trusted: true' in "
          + "the front matter"
      )
    case .isFolder: ("this is a folder; expected a file", nil)
    case .unreadable(_, let reason): ("the file cannot be read: \(reason)", nil)
    case .tooLarge(_, let limit): ("the data are larger than \(limit >> 20) MiB, the limit", nil)
    case .damaged: ("the compressed file is damaged or incomplete", "fetch it again")
    case .wrongSize(_, let expected, let found):
      ("the file has \(found) bytes; the published one has \(expected)", "fetch it again")
    case .wrongDigest(_, let expected, let found):
      ("the file's SHA-256 is \(found); the published one's is \(expected)", "fetch it again")
    case .notInstalled(let name, let command, let searched):
      (
        "\(name) is not installed; searched \(searched.joined(separator: ", "))",
        "run '\(command)', or name a folder in NNBOOK_DATA"
      )
    case .rejected(_, let error): ("the numbers make no data set: \(error)", nil)
    case .notTable(_, _, let reason): (reason, nil)
    case .badLimit(let limit): ("the limit must be above 0; found \(limit)", nil)
    case .notIDX, .unsupportedElements, .wrongDimensions, .truncated, .surplus,
      .countsDiffer, .labelOutOfRange:
      (idxWords, nil)
    default: csvWords(nearest)
    }
  }

  private var idxWords: String {
    switch self {
    case .notIDX(_, let magic):
      "this is no IDX file: it begins with 0x" + String(magic, radix: 16)
    case .unsupportedElements(_, let code):
      "the elements have IDX type 0x\(String(code, radix: 16)); expected 0x8, unsigned bytes"
    case .wrongDimensions(_, let expected, let found):
      "expected \(expected) dimensions; found \(found.count): \(found)"
    case .truncated(_, let expected, let found):
      "the header promises \(expected) bytes of data; found \(found)"
    case .surplus(_, let expected):
      "the header promises \(expected) bytes of data; the file goes on after them"
    case .countsDiffer(let images, let labels):
      "there are \(images) images but \(labels) labels"
    case .labelOutOfRange(_, let row, let label, let classes):
      "label \(row + 1) is \(label); expected 0 to \(classes - 1)"
    default: "\(self)"
    }
  }

  private func csvWords(
    _ nearest: (_ name: String, _ known: [String]) -> String?
  ) -> (message: String, note: String?) {
    switch self {
    case .emptyTable: ("the file is empty; expected a line of column names", nil)
    case .noRows: ("there are column names but no rows", nil)
    case .notUTF8(_, let offset):
      ("the file is not UTF-8: byte \(offset) begins no character", "save it as UTF-8")
    case .badQuotes: ("a quote in the middle of a field, or one that is never closed", nil)
    case .raggedRow(_, _, let expected, let found):
      ("the row has \(found) fields; the header has \(expected)", nil)
    case .duplicateColumn(_, let name): ("two columns are called '\(name)'", nil)
    case .missingColumn(_, let name, let known):
      ("there is no column '\(name)'", suggestion(nearest(name, known), known))
    case .noFeatures(_, let target): ("no column is left beside the target '\(target)'", nil)
    case .notNumber(let cell):
      ("column '\(cell.column)' must be numbers; found '\(cell.text.prefix(40))'", Self.choice)
    case .emptyCell(let cell):
      ("the cell in column '\(cell.column)' is empty", "remove the row or fill the cell")
    case .notFinite(let cell):
      ("column '\(cell.column)' must be finite numbers; found '\(cell.text.prefix(40))'", nil)
    case .oneClass(_, let column, let name):
      ("every row of '\(column)' is '\(name)'; expected two classes or more", nil)
    default: ("\(self)", nil)
    }
  }

  private static let choice = "correct the cell, or leave the column out with 'features'"

  private func suggestion(_ nearest: String?, _ known: [String]) -> String {
    let list = known.joined(separator: ", ")
    return nearest.map { "did you mean '\($0)'? Known: \(list)" } ?? "known: \(list)"
  }
}

extension DatasetError {
  /// The file that is meant, and where in it if that is known; lines and characters from 1.
  public var place: (path: String, line: Int?, character: Int?)? {
    switch self {
    case .missingFile(let path), .isFolder(let path), .outsideProject(let path),
      .unreadable(let path, _),
      .tooLarge(let path, _), .damaged(let path), .wrongSize(let path, _, _),
      .wrongDigest(let path, _, _), .notIDX(let path, _), .unsupportedElements(let path, _),
      .wrongDimensions(let path, _, _), .truncated(let path, _, _), .surplus(let path, _),
      .labelOutOfRange(let path, _, _, _), .emptyTable(let path), .noRows(let path),
      .notUTF8(let path, _), .duplicateColumn(let path, _), .missingColumn(let path, _, _),
      .noFeatures(let path, _), .oneClass(let path, _, _), .rejected(let path, _):
      (path, nil, nil)
    case .badQuotes(let path, let line), .raggedRow(let path, let line, _, _): (path, line, nil)
    case .notTable(let path, let line, _): (path, line, nil)
    case .notNumber(let cell), .emptyCell(let cell), .notFinite(let cell):
      (cell.path, cell.line, cell.character)
    case .notInstalled, .countsDiffer, .badLimit: nil
    }
  }
}

extension DatasetError: CustomStringConvertible {
  /// `path:line:character: message; note`, as far as they are known.
  public var description: String {
    let parts = place.map { place in
      [place.path, place.line.map { "\($0)" }, place.character.map { "\($0)" }].compactMap { $0 }
    }
    let head = parts.map { $0.joined(separator: ":") + ": " } ?? ""
    let (message, note) = words()
    return head + message + (note.map { "; \($0)" } ?? "")
  }
}
