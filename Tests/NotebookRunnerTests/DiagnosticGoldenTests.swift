import Foundation
import Experiments
import Notebook
import NotebookRunner
import Plotting
import TestSupport
import Testing

/// Each notebook of the folder is read and run; what is printed about it stands beside it.
@Suite("Notebooks with bad input")
struct DiagnosticGoldenTests {
  static let folder = goldenFolder("Notebooks")
  static let names = goldenNames(in: folder, withExtension: "md")

  @Test("are reported completely, each problem at its place", arguments: names)
  func report(name: String) throws {
    let path = Self.folder.appending(path: name + ".md").path
    let (notebook, found) = NotebookReader.read(contentsOf: path)
    let run = NotebookRunner(jobs: 2).run(notebook, found: found)
    let lines =
      run.allDiagnostics.map { $0.line }
      + run.blocks.flatMap { $0.result?.diagnoses ?? [] }.map { diagnosis in
        "diagnosis: " + String(decoding: diagnosis.heading.bytes, as: UTF8.self)
      }
    let text = lines.joined(separator: "\n")
      .replacing(Self.folder.path + "/", with: "")
    expectGolden(text + "\n", Self.folder.appending(path: name + ".diagnostics"))
  }

  @Test("all have a golden, so that the folder was really listed")
  func listed() { #expect(Self.names.count >= 15) }
}
