import Foundation

/// A Jupyter notebook, nbformat 4, as far as nnbook knows what to do with it.
struct JupyterNotebook: Decodable {
  let cells: [Cell]
  let metadata: Metadata?
  let nbformat: Int

  /// A cell.
  struct Cell: Decodable {
    let cell_type: String
    let metadata: CellMetadata?
    let source: Lines
    let outputs: [Output]?
    let attachments: [String: [String: Lines]]?
  }

  /// What nnbook left in a cell.
  struct CellMetadata: Decodable {
    let nnbook: Own?

    /// The parts of the notebook's text that no cell shows.
    struct Own: Decodable {
      let open: String?
      let close: String?
      let gap: String?
      let source: String?
      let shown: String?
      let generated: Bool?
    }
  }

  /// What the notebook says of itself.
  struct Metadata: Decodable {
    let kernelspec: Kernel?
    let language_info: Language?
    let nnbook: Own?

    /// The kernel that ran it.
    struct Kernel: Decodable { let language: String? }
    /// The language of its code.
    struct Language: Decodable { let name: String? }
    /// What nnbook left.
    struct Own: Decodable {
      let version: Int?
      let lead: String?
    }
  }

  /// What a code cell came to.
  struct Output: Decodable {
    let output_type: String
    let data: [String: Lines]?
    let text: Lines?
    let traceback: [String]?
  }

  /// Text in one piece or in lines; anything else, such as the objects of widgets, is no text.
  struct Lines: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let lines = try? value.decode([String].self) {
        text = lines.joined()
      } else {
        text = (try? value.decode(String.self)) ?? ""
      }
    }
  }
}

extension JupyterNotebook {
  /// Reads a notebook.
  static func read(_ data: Data) throws(JupyterConversion.Problem) -> JupyterNotebook {
    // Foundation would take text in another encoding for none.
    guard String(validating: data, as: UTF8.self) != nil else {
      throw .malformed("this is not UTF-8")
    }
    // Earlier versions have other keys: what is wrong with them is their version.
    if let version = try? JSONDecoder().decode(Version.self, from: data), version.nbformat != 4 {
      throw .version(version.nbformat)
    }
    let notebook: JupyterNotebook
    do {
      notebook = try JSONDecoder().decode(JupyterNotebook.self, from: data)
    } catch let error as DecodingError {
      throw .malformed(words(error))
    } catch {
      throw .malformed("this is no JSON")
    }
    return notebook
  }

  private struct Version: Decodable { let nbformat: Int }

  private static func words(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context): "'\(path(context))' has no '\(key.stringValue)'"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "'\(path(context))' is of another type than nbformat 4 has"
    default: "this is no JSON"
    }
  }

  private static func path(_ context: DecodingError.Context) -> String {
    let path = context.codingPath.map { key in
      key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)"
    }.joined()
    return path.isEmpty ? "the notebook" : String(path.drop { $0 == "." })
  }
}
