// Compiles the portable modules to WebAssembly and writes them into a Swift file.

import Foundation

do {
  let words = CommandLine.arguments.dropFirst()
  if words.first == SortedModule.command {
    try SortedModule.write(words.dropFirst())
  } else {
    try makeModules(Arguments(words))
  }
} catch {
  FileHandle.standardError.write(Data("livegen: error: \(error)\n".utf8))
  exit(1)
}

func makeModules(_ arguments: Arguments) throws {
  let folder = arguments.output.deletingLastPathComponent()
  let recipe = Recipe(modules: arguments.modules, folder: folder)
  let toolchain = try Toolchain(compiler: arguments.compiler)
  try Build(toolchain: toolchain, folder: folder).run(recipe.steps)
  let source = LiveModuleSource(
    simd: try Data(contentsOf: recipe.result(.simd)),
    tracing: try Data(contentsOf: recipe.result(.tracing)),
    scalar: try Data(contentsOf: recipe.result(.scalar)))
  try source.write(to: arguments.output)
}
