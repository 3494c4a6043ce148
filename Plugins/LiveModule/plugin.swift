import Foundation
import PackagePlugin

/// Compiles Experiments, all that it imports, and Live/ to WebAssembly on every build.
@main
struct LiveModule: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let modules = try portableModules(of: context.package) + [liveModule(of: context.package)]
    let output = context.pluginWorkDirectoryURL.appending(path: "LiveModule.swift")
    let compiler = try context.tool(named: "swiftc").url
    return [
      .buildCommand(
        displayName: "Compiling the live engine to WebAssembly",
        executable: try context.tool(named: "livegen").url,
        arguments: [compiler.path, output.path] + modules.flatMap(\.arguments),
        inputFiles: modules.flatMap(\.files),
        outputFiles: [output])
    ]
  }

  /// Experiments and what it depends on, every module after those that it imports.
  private func portableModules(of package: Package) throws -> [ModuleFiles] {
    try package.targets(named: ["Experiments"])
      .flatMap { $0.recursiveTargetDependencies + [$0] }
      .map { target in
        // Everything below the folder: `sourceFiles` of a C target leaves out its headers.
        try ModuleFiles(
          name: target.name, imports: target.recursiveTargetDependencies.map(\.name),
          files: files(below: target.directoryURL))
      }
  }

  /// Live/, which is no target: it is compiled for wasm only, and imports all modules.
  private func liveModule(of package: Package) throws -> ModuleFiles {
    let imports = try portableModules(of: package).map(\.name)
    return try ModuleFiles(
      name: "Live", imports: imports,
      files: files(below: package.directoryURL.appending(path: "Live")))
  }

  private func files(below folder: URL) throws -> [URL] {
    let folder = folder.resolvingSymlinksInPath()
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .map { folder.appending(path: $0) }
      .filter { ["swift", "c", "h", "modulemap"].contains($0.pathExtension) }
  }
}

/// A module as livegen takes it.
struct ModuleFiles {
  let name: String
  let imports: [String]
  let files: [URL]

  var arguments: [String] {
    ["--module", name, "--imports"] + imports + ["--files"] + files.map(\.path)
  }
}
