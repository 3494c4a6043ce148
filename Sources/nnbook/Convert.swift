import ArgumentParser
import Foundation
import Notebook
import Reports

/// `nnbook convert X.ipynb|X.md`: from and to Jupyter, without running anything.
struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turn a Jupyter notebook into Markdown, or a notebook into one of Jupyter.",
    discussion: """
      A Jupyter notebook that nnbook wrote becomes what it was, byte for byte. In others, Markdown cells \
      are text, code cells listings, and pictures files in NAME_files. Nothing runs: \
      `nnbook render --to ipynb` writes a Jupyter notebook with results.
      """)

  @Argument(help: "A notebook: NAME.ipynb or NAME.md.")
  var path: String

  @Option(name: .shortAndLong, help: "The file to write; without it NAME.md or NAME.ipynb.")
  var output: String?

  @Flag(help: "Overwrite the file if it is there.")
  var force = false

  func validate() throws {
    guard path.hasSuffix(".ipynb") || path.hasSuffix(".md") else {
      throw ValidationError("\(path) is neither NAME.ipynb nor NAME.md")
    }
  }

  func run() throws {
    let terminal = Terminal(quiet: false)
    do throws(Diagnostic) {
      let (files, losses) = path.hasSuffix(".md") ? (try fromMarkdown(), []) : try fromJupyter()
      let present = files.map { $0.path }.filter { FileManager.default.fileExists(atPath: $0) }
      guard force || present.isEmpty else {
        throw problem(present[0], "is there already", note: "--force overwrites it")
      }
      for file in files { try file.write() }
      for loss in losses { terminal.note("\(path): \(loss)") }
      terminal.say("\(target) was written")
    } catch {
      terminal.print([error])
      throw ExitCode(1)
    }
  }

  private var target: String {
    if let output { return output }
    return path.hasSuffix(".md") ? path.dropLast(2) + "ipynb" : path.dropLast(5) + "md"
  }

  private func fromMarkdown() throws(Diagnostic) -> [OutputFile] {
    let source: String
    do throws(FileProblem) {
      source = try FileReader.disk.text(of: path, limit: NotebookReader.sizeLimit)
    } catch {
      throw problem(path, error.words.message, note: error.words.note)
    }
    let (notebook, _) = NotebookReader.read(source: source, path: path)
    return [OutputFile(path: target, text: JupyterReport.convert(notebook, source: source))]
  }

  private func fromJupyter() throws(Diagnostic) -> ([OutputFile], losses: [String]) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path, directoryHint: .notDirectory))
    } catch {
      throw problem(path, "cannot be read: \(ReportFile.reason(error))")
    }
    let folder = (target.hasSuffix(".md") ? String(target.dropLast(3)) : target) + "_files"
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    do throws(JupyterConversion.Problem) {
      let conversion = try JupyterConversion(data, folder: name)
      let files = conversion.files.map { OutputFile(path: "\(folder)/\($0.name)", data: $0.data) }
      return (files + [OutputFile(path: target, text: conversion.text)], conversion.losses)
    } catch {
      switch error {
      case .malformed(let words): throw problem(path, "this is no Jupyter notebook: \(words)")
      case .version(let version):
        throw problem(
          path, "this is nbformat \(version); only version 4 is read",
          note: "Jupyter converts it: jupyter nbconvert --to notebook")
      }
    }
  }

  private func problem(_ path: String, _ message: String, note: String? = nil) -> Diagnostic {
    Diagnostic(path: path, position: nil, message: message, note: note)
  }
}
