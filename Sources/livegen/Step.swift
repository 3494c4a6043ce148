import Foundation

/// One call of a program: what it reads and what it writes decide when it runs, and whether.
struct Step {
  /// Names the step in messages, and its stamp.
  let name: String
  /// The program.
  let tool: Toolchain.Tool
  /// Its arguments.
  let arguments: [String]
  /// Every file whose change makes the outputs out of date, outputs of other steps included.
  let inputs: [URL]
  /// The files it writes.
  let outputs: [URL]
}
