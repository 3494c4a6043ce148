import Foundation
import TestSupport
import Testing

@testable import Plotting

/// Each file `name.svg` in Goldens is the markup of a figure below, an element a line.
@Suite("Figures as they were approved")
struct GoldenTests {
  static let folder = goldenFolder()

  @Test("are drawn to the byte", arguments: GoldenFigures.all.map(\.name))
  func golden(name: String) throws {
    let figure = try #require(GoldenFigures.all.first { $0.name == name }).panels
    var markup = Text()
    for (index, panel) in figure.enumerated() { panel.write(id: "p\(index)", into: &markup) }
    let lines = markup.string.replacing("><", with: ">\n<") + "\n"
    expectGolden(lines, Self.folder.appendingPathComponent("\(name).svg"))
  }

  @Test("all have a figure")
  func complete() {
    #expect(
      goldenNames(in: Self.folder, withExtension: "svg") == GoldenFigures.all.map(\.name).sorted())
  }
}
