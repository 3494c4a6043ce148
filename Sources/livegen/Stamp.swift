import Foundation

/// What a step was last made from: the program, the arguments, and the dates of the files read.
///
/// It is written beside the outputs after a success, so that a step runs again only when one of
/// these changed. The date of livegen itself is left out on purpose: the first build after a
/// clean one links livegen again, and would then compile everything twice.
struct Stamp {
  private let file: URL
  private let text: String
  private let outputs: [URL]

  /// The stamp of a step whose inputs are all there.
  init(_ step: Step, toolchain: Toolchain, folder: URL) throws {
    file = folder.appending(path: step.name + ".stamp")
    outputs = step.outputs
    let dates = try ([toolchain.path(step.tool)] + step.inputs).map(Self.line)
    text = (dates + step.arguments).joined(separator: "\n")
  }

  /// Whether the outputs were made from just this.
  var isCurrent: Bool {
    outputs.allSatisfy { FileManager.default.fileExists(atPath: $0.path) }
      && (try? String(contentsOf: file, encoding: .utf8)) == text
  }

  /// Forgets an earlier success, before the outputs are touched.
  func remove() throws {
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    try FileManager.default.removeItem(at: file)
  }

  /// Notes a success.
  func write() throws { try Data(text.utf8).write(to: file) }

  private static func line(_ file: URL) throws -> String {
    let path = file.resolvingSymlinksInPath().path
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let date = attributes[.modificationDate] as? Date ?? .distantPast
    return "\(path) \(date.timeIntervalSinceReferenceDate) \(attributes[.size] ?? 0)"
  }
}
