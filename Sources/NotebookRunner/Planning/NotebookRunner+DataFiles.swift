import Experiments
import Foundation
public import Notebook
import Plotting

extension NotebookRunner {
  /// The files of data that the blocks of each notebook name, there or not, without those that come
  /// with the system.
  ///
  /// - Parameter found: what the reader found, one list a notebook.
  public static func dataFiles(
    of notebooks: [Notebook], found: [[Diagnostic]]
  ) -> [Set<String>] {
    let plan = ProjectPlan(notebooks, found: found)
    var files: [Set<String>] = notebooks.map { _ in [] }
    for block in plan.blocks {
      guard let written = block.options.externalData?.ownFile else { continue }
      let folder = (notebooks[block.id.notebook].path as NSString).deletingLastPathComponent
      let isWhole = written.hasPrefix("/") || folder.isEmpty
      files[block.id.notebook].insert(isWhole ? written : "\(folder)/\(written)")
    }
    return files
  }
}

extension ExternalData {
  /// The file of the user's that this is read from, as written; nil for data of the system.
  fileprivate var ownFile: String? {
    switch self {
    case .csv(let path, _, _, _), .text(let path, _): String(path)
    case .fashionMNIST, .digits: nil
    }
  }
}
