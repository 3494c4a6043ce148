public import Foundation
public import Testing

/// Compares text with a golden: a file in the repository that holds what is right.
///
/// A mismatch fails with the lines that differ and leaves the text beside the golden, as
/// `name.changed.ext`. With `NNBOOK_RECORD=1` the golden is written instead; the run that records
/// fails too, so that nobody mistakes it for a check, and where `CI` is set nothing is recorded.
///
/// - Parameters:
///   - actual: what the code under test made.
///   - golden: the file to compare with.
public func expectGolden(
  _ actual: String, _ golden: URL, sourceLocation: SourceLocation = #_sourceLocation
) {
  let changed = changedFile(golden)
  let expected = try? String(contentsOf: golden, encoding: .utf8)
  if expected == actual {
    try? FileManager.default.removeItem(at: changed)
    return
  }
  let comment: String
  switch Recording.fromEnvironment {
  case .wanted:
    comment = write(actual, to: golden) ? "recorded" : "cannot be written"
    try? FileManager.default.removeItem(at: changed)
  case .refused: comment = "NNBOOK_RECORD has no effect where CI is set"
  case .off:
    let kept = write(actual, to: changed) ? "; see \(changed.lastPathComponent)" : ""
    comment =
      expected.map { "differs\(kept)\n" + lineDifference(from: $0, to: actual) }
      ?? "is missing\(kept); NNBOOK_RECORD=1 writes it"
  }
  Issue.record("\(golden.lastPathComponent) \(comment)", sourceLocation: sourceLocation)
}

/// The folder `name` beside a test file.
///
/// - Parameter file: the test's `#filePath`.
public func goldenFolder(_ name: String = "Goldens", beside file: String = #filePath) -> URL {
  URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent(name)
}

/// The names, without extension, of a folder's files with an extension, sorted.
public func goldenNames(in folder: URL, withExtension pathExtension: String) -> [String] {
  let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
  let suffix = ".\(pathExtension)"
  return (files ?? []).filter { $0.hasSuffix(suffix) && !$0.hasSuffix(".changed\(suffix)") }
    .map { String($0.dropLast(suffix.count)) }.sorted()
}

/// Whether this run may write goldens.
private enum Recording {
  case off, wanted, refused

  static var fromEnvironment: Recording {
    let environment = ProcessInfo.processInfo.environment
    guard environment["NNBOOK_RECORD"] == "1" else { return .off }
    return environment["CI"] == nil ? .wanted : .refused
  }
}

/// `lines.svg` → `lines.changed.svg`.
private func changedFile(_ golden: URL) -> URL {
  golden.deletingPathExtension().appendingPathExtension("changed")
    .appendingPathExtension(golden.pathExtension)
}

private func write(_ text: String, to file: URL) -> Bool {
  let folder = file.deletingLastPathComponent()
  try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  return (try? text.write(to: file, atomically: true, encoding: .utf8)) != nil
}
