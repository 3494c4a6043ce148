import Foundation
import Notebook
import NotebookRunner
import Reports

/// The objects of `--log-format json`; docs/ci.md lists their fields.
enum LogEvent {
  /// Something is wrong; `block` is the label, or else the kind, of the block it lies in.
  static func diagnostic(_ diagnostic: Diagnostic, of notebook: Notebook?) -> JSONValue {
    [
      "event": "diagnostic", "severity": .text(diagnostic.severity.rawValue),
      "path": .text(diagnostic.path),
      "line": diagnostic.position.map { .integer($0.line) } ?? .null,
      "column": diagnostic.position.map { .integer($0.column) } ?? .null,
      "message": .text(diagnostic.message), "note": JSONValue(diagnostic.note),
      "block": JSONValue(block(of: diagnostic, in: notebook)),
    ]
  }

  private static func block(of diagnostic: Diagnostic, in notebook: Notebook?) -> String? {
    guard let notebook, let position = diagnostic.position else { return nil }
    let block = notebook.blocks.first {
      $0.kindPosition.file == position.file && $0.lines.contains(position.line)
    }
    return block.map { $0.options.label ?? $0.kind }
  }

  /// A block begins or has ended.
  static func block(_ progress: BlockProgress, state: String) -> JSONValue {
    [
      "event": "block", "state": .text(state), "index": .integer(progress.index),
      "count": .integer(progress.count), "block": .text(progress.name),
    ]
  }

  /// A report was written.
  static func report(_ run: NotebookRun, path: String, bytes: Int) -> JSONValue {
    let checks = run.blocks.flatMap { $0.checks }
    let origins = run.blocks.compactMap { $0.origin }
    return [
      "event": "report", "notebook": .text(run.notebook.path),
      "variant": .object(run.notebook.variant.map { ($0.name, .text($0.value)) }),
      "path": .text(path), "profile": .text(run.profile.rawValue), "bytes": .integer(bytes),
      "experiments": .integer(origins.count),
      "stored": .integer(origins.filter { $0 == .stored }.count),
      "claims": .integer(checks.count),
      "claimsHeld": .integer(checks.filter { $0.holds }.count),
    ]
  }

  /// The page that compares the variants of a notebook was written.
  static func comparison(
    _ path: String, notebook: String, variants: Int, bytes: Int
  ) -> JSONValue {
    [
      "event": "comparison", "notebook": .text(notebook), "path": .text(path),
      "variants": .integer(variants), "bytes": .integer(bytes),
    ]
  }

  /// A site was written.
  static func site(_ path: String, project: String, files: Int, bytes: Int) -> JSONValue {
    [
      "event": "site", "project": .text(project), "path": .text(path), "files": .integer(files),
      "bytes": .integer(bytes),
    ]
  }

  /// How a report on disk stands.
  static func check(_ path: String, notebook: String, verdict: Checker.Verdict) -> JSONValue {
    [
      "event": "check", "notebook": .text(notebook), "path": .text(path),
      "verdict": .text(verdict.words),
    ]
  }

  /// How long a block took; with `--timings`.
  static func timing(_ row: Timings.Row) -> JSONValue {
    [
      "event": "timing", "path": .text(row.path), "line": .integer(row.line),
      "block": .text(row.name), "origin": .text(row.origin.rawValue),
      "seconds": .number(row.seconds),
    ]
  }

  /// The end.
  static func summary(_ outcomes: [Renderer.Outcome], seconds: Double) -> JSONValue {
    [
      "event": "summary", "notebooks": .integer(outcomes.count),
      "succeeded": .integer(outcomes.filter { $0.succeeded }.count),
      "written": .integer(outcomes.filter { $0.isWritten }.count),
      "seconds": .number((seconds * 1000).rounded() / 1000),
    ]
  }
}
