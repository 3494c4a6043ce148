import Foundation

/// What the plugin asks for:
/// `livegen SWIFTC OUTPUT (--module NAME --imports NAME… --files PATH…)…`.
struct Arguments {
  /// The compiler; the other tools of its toolchain lie beside it.
  let compiler: URL
  /// The Swift file to write; the folder around it is for intermediate files.
  let output: URL
  /// The modules, every one after those that it imports.
  let modules: [Module]

  /// Reads the arguments that follow the executable's name.
  ///
  /// - Throws: `LiveError.usage` if they do not have the form above.
  init(_ words: ArraySlice<String>) throws(LiveError) {
    let parts = words.split(separator: "--module", omittingEmptySubsequences: false)
    guard let paths = parts.first, paths.count == 2, parts.count > 1 else { throw .usage }
    compiler = URL(filePath: paths[paths.startIndex])
    output = URL(filePath: paths[paths.startIndex + 1])
    var modules: [Module] = []
    for part in parts.dropFirst() { modules.append(try Self.module(part)) }
    self.modules = modules
  }

  private static func module(_ words: ArraySlice<String>) throws(LiveError) -> Module {
    guard let imports = words.firstIndex(of: "--imports"), imports == words.startIndex + 1,
      let files = words[imports...].firstIndex(of: "--files")
    else { throw .usage }
    return Module(
      name: words[words.startIndex], imports: Array(words[(imports + 1)..<files]),
      files: words[(files + 1)...].map { URL(filePath: $0) })
  }
}
