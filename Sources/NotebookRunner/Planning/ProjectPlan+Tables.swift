import Datasets
import Experiments
import Notebook
import Plotting

extension ProjectPlan {
  /// The file of a table that a block shows; nil if it is another block's.
  func tableFile(_ source: TableSource, of block: BlockPlan) -> NamedFile? {
    guard case .file(let path) = source else { return nil }
    let notebook = notebooks[block.id.notebook]
    return NamedFile(
      written: String(path), notebook: notebook.path, isTrusted: notebook.frontMatter.trusted)
  }

  /// The files that hold the data and the tables of a block, each once.
  ///
  /// - Throws: `DatasetError` if they are not installed or may not be read.
  func dataPaths(of block: BlockPlan) throws(DatasetError) -> [String] {
    var paths = try dataSource(of: block)?.paths() ?? []
    for table in block.options.tables {
      guard let path = try tableFile(table.source, of: block)?.path() else { continue }
      if !paths.contains(path) { paths.append(path) }
    }
    return paths
  }
}
