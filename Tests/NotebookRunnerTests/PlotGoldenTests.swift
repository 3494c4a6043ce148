import Experiments
import Foundation
import Notebook
import NotebookRunner
import Plotting
import TestSupport
import Testing

/// Each notebook of the folder is run; text alternatives, tables and drawings stand beside it.
@Suite("Plots of the author's numbers")
struct PlotGoldenTests {
  static let folder = goldenFolder("Plots")
  static let names = goldenNames(in: folder, withExtension: "md")

  @Test("are drawn, described and listed as recorded", arguments: names)
  func golden(name: String) throws {
    let path = Self.folder.appending(path: name + ".md").path
    let (notebook, found) = NotebookReader.read(contentsOf: path)
    let run = NotebookRunner(jobs: 2).run(notebook, found: found)
    #expect(run.allDiagnostics.map { $0.line } == [])
    let figures = run.blocks.flatMap { $0.result?.figures ?? [] }
    expectGolden(
      figures.map(described).joined(separator: "\n"),
      Self.folder.appending(path: name + ".figures"))
  }

  @Test("are each there")
  func listed() { #expect(Self.names.count >= 2) }

  private func described(_ figure: Figure) -> String {
    let panels = figure.rows.flatMap { $0.panels }
    let heads = panels.map { "\(string($0.title))\n\(string($0.summary))\n" }
    let table = figure.table
    let head = table.columns.map { string($0.name) }.joined(separator: " | ")
    let rows = table.rows.prefix(12).map { row in
      row.enumerated().map { string(table.printed($1, in: $0)) }.joined(separator: " | ")
    }
    let more = table.rows.count > 12 ? ["… \(table.rows.count) rows"] : []
    let markup = string(figure.markup(id: "f")).replacing("><", with: ">\n<")
    return heads.joined() + ([head] + rows + more).joined(separator: "\n") + "\n\(markup)\n"
  }

  private func string(_ text: Text) -> String { String(decoding: text.bytes, as: UTF8.self) }
}
