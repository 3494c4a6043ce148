import Foundation

/// A module of the package that goes into the live engine.
struct Module {
  /// The name that `import` lines use.
  let name: String
  /// The names of the modules it imports, all of them made before it.
  let imports: [String]
  /// Every file below the module's folder, sorted: sources, headers, module maps.
  let files: [URL]

  /// The Swift sources; all of them are compiled in one call.
  var swiftSources: [URL] { files(endingIn: "swift") }

  /// The C sources; each is compiled on its own, once for every variant.
  var cSources: [URL] { files(endingIn: "c") }

  /// What C sources, and through the module map also Swift sources, include.
  var headers: [URL] { files(endingIn: "h") + files(endingIn: "modulemap") }

  /// The folder that users of a C module search for its headers, if it has one.
  var includeFolder: URL? {
    files(endingIn: "modulemap").first?.deletingLastPathComponent()
  }

  private func files(endingIn suffix: String) -> [URL] {
    files.filter { $0.pathExtension == suffix }
  }
}
