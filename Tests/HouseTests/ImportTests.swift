import Testing

/// Who may import whom: the module table of docs/architecture.md, as a test.
struct ImportTests {
  /// What each module may import besides Foundation.
  static let allowed: [String: Set<String>] = [
    "CCmark": [],
    "CDuktape": [],
    "CZlib": [],
    "Kernels": [],
    "NeuralNet": ["Kernels"],
    "Plotting": [],
    "Experiments": ["NeuralNet", "Plotting"],
    "Notebook": ["CCmark", "Yams"],
    "Interchange": ["NeuralNet", "CZlib"],
    "Datasets": ["NeuralNet", "SwiftCSV", "CZlib"],
    "NotebookRunner": [
      "Notebook", "Experiments", "Datasets", "NeuralNet", "Plotting", "Crypto",
    ],
    "Reports": ["Notebook", "Experiments", "Plotting", "CDuktape", "Mustache", "Crypto"],
    "LiveEngine": [],
    "livegen": [],
    "nnbook": [
      "Notebook", "Experiments", "NeuralNet", "Plotting", "Datasets", "NotebookRunner", "Reports",
      "LiveEngine", "ArgumentParser", "Crypto", "FlyingFox", "FlyingSocks",
    ],
  ]

  /// The modules that also run in the browser, where there is no Foundation.
  static let portable: Set<String> = ["Kernels", "NeuralNet", "Plotting", "Experiments"]

  @Test("Every module has its row in the table of imports")
  func everyModuleIsListed() throws {
    #expect(try Repository.folders(in: "Sources") == Self.allowed.keys.sorted())
  }

  @Test("A module imports only what its row allows", arguments: allowed.keys.sorted())
  func importsAreAllowed(module: String) throws {
    let foundation: Set<String> = Self.portable.contains(module) ? [] : Self.hostLibraries
    let allowed = Self.allowed[module, default: []].union(foundation)
    for file in try Repository.files(below: "Sources/\(module)", "swift") {
      for name in file.imports where !allowed.contains(name) {
        Issue.record("\(file.path) imports \(name); \(module) may import \(allowed.sorted())")
      }
    }
  }

  @Test("The exports import the portable modules only")
  func exportsArePortable() throws {
    for file in try Repository.files(below: "Live", "swift") {
      #expect(Self.portable.isSuperset(of: file.imports), "\(file.path)")
    }
  }

  @Test("One file of a module imports a C library", arguments: ["CCmark", "CDuktape", "CZlib"])
  func oneFileImports(library: String) throws {
    for module in try Repository.folders(in: "Sources") {
      let importers = try Repository.files(below: "Sources/\(module)", "swift")
        .filter { $0.imports.contains(library) }.map(\.path)
      #expect(importers.count <= 1, "\(library) is imported by \(importers)")
    }
  }

  @Test("The kernels include their own headers and the compiler's")
  func kernelsStandAlone() throws {
    let sources = try Repository.files(below: "Sources/Kernels", "c", "h")
    let own = Set(sources.compactMap { $0.path.split(separator: "/").last.map(String.init) })
    for file in sources {
      for name in file.includes where !own.union(Self.systemHeaders).contains(name) {
        Issue.record("\(file.path) includes \(name)")
      }
    }
  }

  private static let hostLibraries: Set<String> = [
    "Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Glibc", "Musl",
    "Darwin",
  ]

  /// Headers that come with the compiler or hold no arithmetic; `math.h` is not among them,
  /// because its functions differ between systems.
  private static let systemHeaders: Set<String> = [
    "stddef.h", "stdint.h", "stdbool.h", "stdatomic.h", "stdlib.h", "string.h", "float.h",
    "limits.h", "pthread.h", "sched.h", "time.h", "unistd.h", "immintrin.h", "arm_neon.h",
  ]
}
