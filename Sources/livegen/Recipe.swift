import Foundation

/// The steps from sources to a compressed wasm module, with every flag and why it is there.
struct Recipe {
  /// A module to make. The Swift code of all is the same, but for what `Live/` names of it.
  enum Variant: String, CaseIterable {
    /// For browsers: 128-bit vectors.
    case simd
    /// For browsers, without what trains: for pages that only pass numbers forward and back.
    case tracing
    /// For interpreters, which have no vectors.
    case scalar

    /// Sets the conditions of `#if` in `Live/` and in the tables of kernels.
    fileprivate var conditions: [String] { self == .tracing ? ["-DTRACING"] : [] }
    fileprivate var vectors: [String] { self == .scalar ? [] : ["-msimd128"] }
    /// Of the kernels, which are quick enough in any case where nothing is trained.
    fileprivate var optimization: String { self == .tracing ? "-Oz" : "-O2" }
  }

  /// The modules, every one after those that it imports.
  let modules: [Module]
  /// Where outputs go.
  let folder: URL

  /// All steps.
  var steps: [Step] {
    swiftModules.flatMap { compile($0, .simd) }
      + swiftModules.suffix(1).flatMap { compile($0, .tracing) }
      + Variant.allCases.flatMap { variant in
        cSources.map { compile($0, variant) }
          + [link(variant)] + pack(variant)
      }
  }

  /// The compressed module that the steps leave behind.
  func result(_ variant: Variant) -> URL { packed(variant).appendingPathExtension("gz") }

  private var swiftModules: [Module] { modules.filter { !$0.swiftSources.isEmpty } }
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
  ///
  /// The compiler writes LLVM's intermediate code as it comes from Swift, and clang optimises it and
  /// makes an object of it. The compiler's own objects are larger: they reach every constant through
  /// a table, as code must that may be loaded at any address, and they are less strict about
  /// inlining. (Linked as a whole, by `-flto`, the code would be slower to draw a figure.)
  private func compile(_ module: Module, _ variant: Variant) -> [Step] {
    let name = name(module, variant)
    let outputs = [interface(name), code(name)]
    let imports = swiftModules.filter { module.imports.contains($0.name) }
    let compiling = Step(
      name: name, tool: .swiftc,
      arguments: Self.swiftFlags + variant.conditions + includes + [
        "-I", folder.path, "-module-name", module.name,
        "-emit-module", "-emit-module-path", outputs[0].path,
        "-emit-ir", "-o", outputs[1].path,
      ] + module.swiftSources.map(\.path),
      inputs: module.swiftSources + headers + imports.map { interface($0.name) },
      outputs: outputs)
    let assembling = Step(
      name: "\(name)-code", tool: .clang,
      arguments: Self.assemblyFlags + ["-c", code(name).path, "-o", object(name).path],
      inputs: [code(name)], outputs: [object(name)])
    return [compiling, assembling]
  }

  private func code(_ name: String) -> URL { output("\(name).ll") }

  // Only the last module, the functions that a page calls, differs between variants.
  private func name(_ module: Module, _ variant: Variant) -> String {
    variant == .tracing && module.name == modules.last?.name
      ? "\(module.name)-\(variant.rawValue)" : module.name
  }

  private func interface(_ name: String) -> URL { output("\(name).swiftmodule") }
  private func object(_ name: String) -> URL { output("\(name).o") }

  // For size: loops that take time are in C. Two traps: under `-Osize` Swift 6.3 frees an array too
  // early whose `span` is passed on, so none of these modules may use spans; and with LLVM's
  // `-inline-threshold=0` writes through accessors get lost, as a comparison of drawings showed.
  private static let swiftFlags =
    [
      "-target", "wasm32-unknown-none-wasm", "-swift-version", "6",
      "-wmo", "-parse-as-library", "-Osize", "-package-name", "nnbook",
      // Leaves out tables of layers that pages do not have.
      "-D", "LIVE",
      "-enable-experimental-feature", "Embedded", "-Werror", "EmbeddedRestrictions",
      // No `__stack_chk_fail` here; `--stack-first` below guards the stack.
      "-Xfrontend", "-disable-stack-protector",
      // Else a hash of the build folder's path lies in the data.
      "-Xfrontend", "-disable-incremental-llvm-codegen",
      // memcpy and memset become instructions instead of calls.
      "-Xcc", "-mbulk-memory",
      // clang does it, below.
      "-Xfrontend", "-disable-llvm-optzns",
    ] + upcomingFeatures.flatMap { ["-enable-upcoming-feature", $0] }
    + inlining.flatMap { ["-Xllvm", $0] }

  /// Nothing is inlined for speed: appending to an array or mapping it is a call, and what a call
  /// costs is little here. Together 170 KB.
  private static let inlining =
    [
      "closure", "load", "store", "terminator",
    ].map { "-sil-inline-removed-\($0)-benefit=0" } + [
      "-sil-inline-removed-call-benefit=3",
      "-sil-inline-ref-count-benefit=0", "-sil-inline-fast-path-builtin-benefit=0",
      "-sil-inline-generic-specialization-benefit=0", "-sil-inline-generics=false",
      "-sil-inline-never-functions=Sa6append", "-sil-disable-pass=closure-specialize",
    ]

  private static let assemblyFlags = [
    "--target=wasm32-unknown-none-wasm", "-Oz", "-Wno-override-module",
    "-Xclang", "-fmerge-functions",
    // What a call costs in LLVM's eyes, instead of 25: only what is not longer than a call is inlined.
    "-mllvm", "-inline-call-penalty=3",
  ]

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
      arguments: Self.cFlags + [variant.optimization] + variant.conditions + variant.vectors
        + includes + ["-c", source.path, "-o", object.path],
      inputs: [source] + headers, outputs: [object])
  }

  private func object(_ source: URL, _ variant: Variant) -> URL {
    output("\(source.deletingPathExtension().lastPathComponent)-\(variant.rawValue).o")
  }

  private static let cFlags = [
    "--target=wasm32-unknown-none-wasm", "-mbulk-memory", "-DLIVE",
    "-ffreestanding", "-fno-builtin", "-nostdlib",
  ]
}

// MARK: - Linking

extension Recipe {
  /// Links by `wasm-ld` itself: through clang, a `wasm-opt` on the PATH would change the result.
  private func link(_ variant: Variant) -> Step {
    let objects =
      swiftModules.map { object(name($0, variant)) } + cSources.map { object($0, variant) }
    let wasm = wasm(variant)
    return Step(
      name: "link-\(variant.rawValue)", tool: .linker,
      arguments: Self.linkFlags + objects.map(\.path) + ["-o", wasm.path],
      inputs: objects, outputs: [wasm])
  }

  // Sorting makes the gzip file a quarter smaller, and interpreters have nobody to undo it.
  private func packed(_ variant: Variant) -> URL {
    variant == .scalar ? wasm(variant) : output("\(variant.rawValue).sorted")
  }

  private func pack(_ variant: Variant) -> [Step] {
    let (wasm, packed) = (wasm(variant), packed(variant))
    let sorting = Step(
      name: "sort-\(variant.rawValue)", tool: .livegen,
      arguments: [SortedModule.command, wasm.path, packed.path], inputs: [wasm], outputs: [packed])
    let compressing = Step(
      name: "gzip-\(variant.rawValue)", tool: .gzip,
      // No date and no name inside: the same module gives the same bytes.
      arguments: ["--best", "--no-name", "--keep", "--force", packed.path],
      inputs: [packed], outputs: [result(variant)])
    return wasm == packed ? [compressing] : [sorting, compressing]
  }

  private func wasm(_ variant: Variant) -> URL { output("\(variant.rawValue).wasm") }

  private static let linkFlags = [
    "--no-entry", "--gc-sections", "--strip-all",
    // Numbers that the linker fills in take as many bytes as they need instead of five.
    "--compress-relocations",
    // The stack below the data: an overflow traps instead of overwriting it.
    "--stack-first", "-z", "stack-size=262144",
  ]
}
