import Foundation

extension SortedModule {
  /// The first word of `livegen --sort MODULE OUTPUT`, a step of making the engine.
  static let command = "--sort"

  /// Sorts the module of one file into another.
  ///
  /// - Throws: `LiveError.usage` if these are not two files, and what reading and writing throw.
  static func write(_ files: ArraySlice<String>) throws {
    guard let module = files.first, let output = files.last, files.count == 2 else {
      throw LiveError.usage
    }
    let sorted = try SortedModule([UInt8](Data(contentsOf: URL(filePath: module))))
    try Data(sorted.bytes).write(to: URL(filePath: output))
  }
}
