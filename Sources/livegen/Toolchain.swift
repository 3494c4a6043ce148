import Foundation

/// The programs that make the live engine, all of one Swift toolchain but gzip and this one.
struct Toolchain {
  /// One of the programs.
  enum Tool: String, CaseIterable {
    case swiftc
    case clang
    case linker = "wasm-ld"
    case gzip
    case livegen
  }

  private let paths: [Tool: URL]

  /// Finds clang and the linker beside the compiler, and gzip where every system has it.
  ///
  /// - Throws: `LiveError.toolMissing` for the first one that is not there.
  init(compiler: URL) throws {
    let folder = compiler.resolvingSymlinksInPath().deletingLastPathComponent()
    paths = try [
      .swiftc: compiler,
      .clang: Self.find(.clang, in: folder),
      .linker: Self.find(.linker, in: folder),
      .gzip: Self.find(.gzip, in: URL(filePath: "/usr/bin")),
      .livegen: Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0]),
    ]
  }

  /// Where a program lies.
  func path(_ tool: Tool) -> URL { paths[tool, default: URL(filePath: tool.rawValue)] }

  /// Starts a program; what it prints goes to the standard streams of this one.
  func start(_ tool: Tool, _ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = path(tool)
    process.arguments = arguments
    process.environment = Self.environment
    try process.run()
    return process
  }

  // An SDKROOT is for the host; with it, swiftc takes our own modules for modules of that SDK.
  private static let environment = ProcessInfo.processInfo.environment.filter {
    $0.key != "SDKROOT"
  }

  private static func find(_ tool: Tool, in folder: URL) throws(LiveError) -> URL {
    let path = folder.appending(path: tool.rawValue)
    guard FileManager.default.isExecutableFile(atPath: path.path) else {
      throw .toolMissing(name: tool.rawValue, folder: folder.path)
    }
    return path
  }
}
