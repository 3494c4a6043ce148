import Foundation

/// The steps from sources to a compressed wasm module, with every flag and why it is there.
struct Recipe {
  /// A way to compile the C kernels; the Swift code is the same in both.
  enum Variant: String, CaseIterable {
    /// For browsers: 128-bit vectors.
    case simd
    /// For interpreters, which have none.
    case scalar
  }

  /// The modules, every one after those that it imports.
  let modules: [Module]
  /// Where outputs go.
  let folder: URL

  /// All steps.
  var steps: [Step] {
    modules.filter { !$0.swiftSources.isEmpty }.map(compile)
      + Variant.allCases.flatMap { variant in
        cSources.map { compile($0, variant) } + [link(variant), compress(variant)]
      }
  }

  /// The compressed module that the steps leave behind.
  func result(_ variant: Variant) -> URL { output("\(variant.rawValue).wasm.gz") }

  private var cSources: [URL] { modules.flatMap(\.cSources) }
  private var headers: [URL] { modules.flatMap(\.headers) }
  private var includes: [String] {
    modules.compactMap(\.includeFolder).flatMap { ["-I", $0.path] }
  }

  private func output(_ name: String) -> URL { folder.appending(path: name) }
}

// MARK: - Swift

extension Recipe {
  /// Compiles a module by a call of its own, as the host build does: the sources need no `#if`,
  /// and `package` and `internal` mean the same in both worlds.
  private func compile(_ module: Module) -> Step {
    let outputs = [interface(module.name), object(module.name)]
    let imports = modules.filter { module.imports.contains($0.name) && !$0.swiftSources.isEmpty }
    return Step(
      name: module.name, tool: .swiftc,
      arguments: Self.swiftFlags + includes + [
        "-I", folder.path, "-module-name", module.name,
        "-emit-module", "-emit-module-path", outputs[0].path,
        "-c", "-o", outputs[1].path,
      ] + module.swiftSources.map(\.path),
      inputs: module.swiftSources + headers + imports.map { interface($0.name) },
      outputs: outputs)
  }

  private func interface(_ name: String) -> URL { output("\(name).swiftmodule") }
  private func object(_ name: String) -> URL { output("\(name).o") }

  // `-O` as in the host's build, without flags for size: under `-Osize` Swift 6.3 frees an array too
  // early whose span is passed on, and with LLVM's `-inline-threshold=0` writes through accessors
  // get lost, as a comparison of drawings showed.
  private static let swiftFlags =
    [
      "-target", "wasm32-unknown-none-wasm", "-swift-version", "6",
      "-wmo", "-parse-as-library", "-O", "-package-name", "nnbook",
      // Leaves out tables of layers that pages do not have.
      "-D", "LIVE",
      "-enable-experimental-feature", "Embedded", "-Werror", "EmbeddedRestrictions",
      // No `__stack_chk_fail` here; `--stack-first` below guards the stack.
      "-Xfrontend", "-disable-stack-protector",
      // Else a hash of the build folder's path lies in the data.
      "-Xfrontend", "-disable-incremental-llvm-codegen",
      // memcpy and memset become instructions instead of calls.
      "-Xcc", "-mbulk-memory",
    ] + upcomingFeatures.flatMap { ["-enable-upcoming-feature", $0] }

  /// The same as `strict` in Package.swift.
  private static let upcomingFeatures = [
    "InternalImportsByDefault", "MemberImportVisibility", "ExistentialAny",
  ]
}

// MARK: - C

extension Recipe {
  private func compile(_ source: URL, _ variant: Variant) -> Step {
    let object = object(source, variant)
    return Step(
      name: object.deletingPathExtension().lastPathComponent, tool: .clang,
      arguments: Self.cFlags + (variant == .simd ? ["-msimd128"] : []) + includes
        + ["-c", source.path, "-o", object.path],
      inputs: [source] + headers, outputs: [object])
  }

  private func object(_ source: URL, _ variant: Variant) -> URL {
    output("\(source.deletingPathExtension().lastPathComponent)-\(variant.rawValue).o")
  }

  private static let cFlags = [
    "--target=wasm32-unknown-none-wasm", "-O2", "-mbulk-memory", "-DLIVE",
    "-ffreestanding", "-fno-builtin", "-nostdlib",
  ]
}

// MARK: - Linking

extension Recipe {
  /// Links by `wasm-ld` itself: through clang, a `wasm-opt` on the PATH would change the result.
  private func link(_ variant: Variant) -> Step {
    let objects =
      modules.filter { !$0.swiftSources.isEmpty }.map { object($0.name) }
      + cSources.map { object($0, variant) }
    let wasm = output("\(variant.rawValue).wasm")
    return Step(
      name: "link-\(variant.rawValue)", tool: .linker,
      arguments: Self.linkFlags + objects.map(\.path) + ["-o", wasm.path],
      inputs: objects, outputs: [wasm])
  }

  private func compress(_ variant: Variant) -> Step {
    let wasm = output("\(variant.rawValue).wasm")
    return Step(
      name: "gzip-\(variant.rawValue)", tool: .gzip,
      // No date and no name inside: the same module gives the same bytes.
      arguments: ["--best", "--no-name", "--keep", "--force", wasm.path],
      inputs: [wasm], outputs: [result(variant)])
  }

  private static let linkFlags = [
    "--no-entry", "--gc-sections", "--strip-all",
    // The stack below the data: an overflow traps instead of overwriting it.
    "--stack-first", "-z", "stack-size=262144",
  ]
}
