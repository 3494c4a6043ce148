public import Foundation
import Notebook

/// Turns notebooks of Jupyter into Markdown: those that nnbook wrote as they were, others with their
/// code as listings and their pictures as files.
public struct JupyterConversion {
  /// Why a file cannot be converted.
  public enum Problem: Error, Equatable, Sendable {
    /// It is no notebook; what is wrong, in words.
    case malformed(String)
    /// It is of another version than 4.
    case version(Int)
  }

  /// The notebook.
  public private(set) var text = ""
  /// The pictures, with the names of their files.
  public private(set) var files: [(name: String, data: Data)] = []
  /// What is not in the text: "2 outputs without a picture or text".
  public private(set) var losses: [String] = []

  private let folder: String
  private let language: String
  private var skipped = 0

  /// Converts a file.
  ///
  /// - Parameters:
  ///   - data: the file.
  ///   - folder: that of the pictures, seen from the Markdown file: `notes_files`.
  /// - Throws: `Problem`.
  public init(_ data: Data, folder: String) throws(Problem) {
    let notebook = try JupyterNotebook.read(data)
    self.folder = folder
    language =
      notebook.metadata?.language_info?.name ?? notebook.metadata?.kernelspec?.language ?? "python"
    if notebook.metadata?.nnbook == nil {
      addForeign(notebook.cells)
    } else {
      addOwn(notebook)
    }
    if skipped > 0 {
      losses.append("\(skipped) \(skipped == 1 ? "output" : "outputs") without text or picture")
    }
  }
}

// MARK: - Our own

extension JupyterConversion {
  private mutating func addOwn(_ notebook: JupyterNotebook) {
    text = notebook.metadata?.nnbook?.lead ?? ""
    let cells = notebook.cells.filter { $0.metadata?.nnbook?.generated != true }
    var edited = 0
    for (index, cell) in cells.enumerated() {
      let own = cell.metadata?.nnbook
      let isLast = index == cells.count - 1
      let isBlock = cell.cell_type == "code" && own?.open != nil
      if let source = own?.source, own?.shown == Provenance.digest(of: cell.source.text) {
        text += source
      } else if cell.cell_type == "code", !isBlock {
        text += MarkdownText.listing(cell.source.text, language: language)
      } else {
        if own?.source != nil { edited += 1 }
        let inside = withFiles(cell, number: index + 1)
        text += (own?.open ?? "") + inside + (own?.close ?? "")
      }
      text += own?.gap ?? (isLast ? "\n" : "\n\n")
    }
    if edited > 0 {
      let cells = edited == 1 ? "1 cell was edited: its" : "\(edited) cells were edited: their"
      losses.append("\(cells) values and references are plain text now")
    }
  }
}

// MARK: - Others

extension JupyterConversion {
  private mutating func addForeign(_ cells: [JupyterNotebook.Cell]) {
    var parts: [String] = []
    for (index, cell) in cells.enumerated() {
      switch cell.cell_type {
      case "markdown": parts.append(markdown(cell, number: index + 1))
      case "code":
        parts.append(MarkdownText.listing(cell.source.text, language: language))
        parts += (cell.outputs ?? []).enumerated().compactMap { position, output in
          shown(output, name: "cell-\(index + 1)-\(position + 1)")
        }
      default: parts.append(raw(cell, isFirst: index == 0))
      }
    }
    // A line at the very top would begin front matter.
    let isRule = parts.first?.hasPrefix("---") == true && cells.first?.cell_type != "raw"
    text = (isRule ? "\n" : "") + parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private mutating func markdown(_ cell: JupyterNotebook.Cell, number: Int) -> String {
    Self.trimmed(withFiles(cell, number: number))
  }

  /// The text of a cell, its attachments as files.
  private mutating func withFiles(_ cell: JupyterNotebook.Cell, number: Int) -> String {
    var text = cell.source.text
    for (name, forms) in (cell.attachments ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let address = picture(forms, name: "cell-\(number)-\(Self.stem(name))") else {
        continue
      }
      text = text.replacing("attachment:\(name)", with: address)
    }
    return text
  }

  private func raw(_ cell: JupyterNotebook.Cell, isFirst: Bool) -> String {
    let text = Self.trimmed(cell.source.text)
    guard !(isFirst && text.hasPrefix("---")), !text.isEmpty else { return text }
    return MarkdownText.listing(text, language: "")
  }

  private mutating func shown(_ output: JupyterNotebook.Output, name: String) -> String? {
    if let address = output.data.flatMap({ picture($0, name: name) }) { return "![](\(address))" }
    let words = ["text/markdown", "text/latex"].compactMap { output.data?[$0]?.text }
    if let first = words.first(where: { !$0.isEmpty }) { return Self.trimmed(first) }
    let plain =
      output.text?.text ?? output.data?["text/plain"]?.text
      ?? output.traceback.map { $0.joined(separator: "\n") }
    guard let plain, !plain.isEmpty else {
      skipped += 1
      return nil
    }
    return MarkdownText.listing(Self.withoutColours(plain), language: "text")
  }

  /// Keeps the best picture of an output and returns its address; nil if there is none.
  private mutating func picture(_ forms: [String: JupyterNotebook.Lines], name: String) -> String? {
    let kinds = [
      ("image/svg+xml", "svg"), ("image/png", "png"), ("image/jpeg", "jpg"), ("image/gif", "gif"),
    ]
    for (type, ending) in kinds {
      guard let written = forms[type]?.text, !written.isEmpty else { continue }
      let data =
        ending == "svg"
        ? Data(written.utf8) : Data(base64Encoded: written, options: .ignoreUnknownCharacters)
      guard let data, !data.isEmpty else { continue }
      files.append((name: "\(name).\(ending)", data: data))
      return "\(URLPath.encoded(folder))/\(name).\(ending)"
    }
    return nil
  }

  /// The name of a file of an attachment, without anything that could leave the folder.
  private static func stem(_ name: String) -> String {
    let file = name.split(separator: "/").last ?? ""
    return Anchors.identifier(String(file.prefix { $0 != "." })).replacing(".", with: "-")
  }

  private static func withoutColours(_ text: String) -> String {
    text.replacing(/\u{1B}\[[0-9;]*[A-Za-z]/, with: "")
  }

  private static func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .newlines)
  }
}
