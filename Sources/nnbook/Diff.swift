import ArgumentParser
import Foundation
import Notebook
import NotebookRunner
import Reports

/// `nnbook diff OLD NEW`: what moved between two reports, or two files of results.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare the numbers of two reports, or of two files that --freeze kept.",
    discussion: """
      Every number that moved is listed with its absolute change, and with its change relative to \
      the larger of the two. Exit codes: 0 nothing differs beyond the tolerance; 1 something does; \
      64 a file is neither a report nor results.
      """)

  @Argument(help: "A report (.html) or results (.results.json).")
  var old: String

  @Argument(help: "Another one of the same kind.")
  var new: String

  @Option(help: "Relative changes up to this one do not count.")
  var tolerance = 0.0

  func validate() throws {
    guard tolerance >= 0, tolerance.isFinite else {
      throw ValidationError("--tolerance is \(tolerance), expected 0 or more")
    }
  }

  func run() throws {
    let terminal = Terminal(quiet: false)
    let (before, after): (NumberFile, NumberFile)
    do throws(Diagnostic) {
      (before, after) = (try NumberFile(old), try NumberFile(new))
    } catch {
      terminal.print([error])
      throw ExitCode.validationFailure
    }
    guard before.isReport == after.isReport else {
      throw ValidationError("one file is a report and the other one results; give two of a kind")
    }
    let changes = NumberComparison(
      from: before.blocks, to: after.blocks, tolerance: tolerance
    ).changes
    terminal.say(DiffListing(changes, tolerance: tolerance).text)
    if !changes.isEmpty { throw ExitCode(1) }
  }
}

/// A file that numbers can be read from.
private struct NumberFile {
  let isReport: Bool
  let blocks: [BlockNumbers]

  /// - Throws: what is wrong with the file.
  init(_ path: String) throws(Diagnostic) {
    func problem(_ message: String) -> Diagnostic {
      Diagnostic(path: path, position: nil, message: message)
    }
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path, directoryHint: .notDirectory))
    } catch {
      throw problem("cannot be read: \(ReportFile.reason(error))")
    }
    isReport = !path.hasSuffix(".json")
    if isReport {
      do throws(PageNumbers.Problem) {
        blocks = .init(try PageNumbers(page: data))
      } catch {
        throw problem(error.words)
      }
    } else {
      do throws(ResultsProblem) {
        blocks = try ResultsFile(text: String(decoding: data, as: UTF8.self)).blocks
      } catch {
        throw error.diagnostic(path: path)
      }
    }
  }
}
