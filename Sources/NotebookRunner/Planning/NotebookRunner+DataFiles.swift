import Datasets
import Experiments
public import Notebook

extension NotebookRunner {
  /// The tables and texts that the blocks of each notebook name and may read, there or not.
  ///
  /// - Parameter found: what the reader found, one list a notebook.
  public static func dataFiles(
    of notebooks: [Notebook], found: [[Diagnostic]]
  ) -> [Set<String>] {
    let plan = ProjectPlan(notebooks, found: found)
    var files: [Set<String>] = notebooks.map { _ in [] }
    for block in plan.blocks {
      if let source = plan.dataSource(of: block), !source.isOwn { continue }
      do throws(DatasetError) {
        files[block.id.notebook].formUnion(try plan.dataPaths(of: block))
      } catch {
        continue  // A file that may not be read is not watched either; the run says so.
      }
    }
    return files
  }
}

extension DataSource {
  /// Whether it is a file of the user's, and not one that is installed and never changes.
  fileprivate var isOwn: Bool {
    switch data {
    case .csv, .text: true
    case .fashionMNIST, .digits: false
    }
  }
}
