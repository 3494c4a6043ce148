import Datasets
import Experiments
import Foundation
import NotebookRunner
import Plotting
import Testing

@Suite("Data of a notebook")
struct DatasetLibraryTests {
  private let tables = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Notebooks/tables")

  private func points(_ path: String) -> ExternalData {
    .csv(
      path: Text(Array(path.utf8)), target: "y", classes: true, standardize: false)
  }

  @Test("are read from its folder, and from elsewhere only if it is trusted")
  func trusted() throws {
    let library = DatasetLibrary()
    let inside = tables.appending(path: "a.md").path
    let outside = tables.deletingLastPathComponent().appending(path: "no-such/a.md").path
    let expected = try library.load(points("points.csv"), besides: inside)
    #expect(throws: DatasetError.outsideProject(path: "\(tables.path)/points.csv")) {
      try library.load(points("\(tables.path)/points.csv"), besides: outside)
    }
    let data = try library.load(
      points("\(tables.path)/points.csv"), besides: outside, trusted: true)
    #expect(data.training == expected.training)
    // What a trusted notebook has read does not open the way for another one.
    #expect(throws: DatasetError.outsideProject(path: "\(tables.path)/points.csv")) {
      try library.load(points("\(tables.path)/points.csv"), besides: outside)
    }
  }
}
