extension Notebook {
  /// The parameters of the notebook itself without a `${name}` in its text; those of included files
  /// are for several notebooks, which need not use all of them.
  public var unusedParameters: [FrontMatter.Parameter] {
    let own = frontMatter.parameters.filter { $0.position.file == 0 }
    guard !own.isEmpty else { return [] }
    let used = files.reduce(into: Set<String>()) { names, file in
      names.formUnion(Parameters.names(usedIn: Array(file.source.utf8)))
    }
    return own.filter { !used.contains($0.name) }
  }
}

extension Parameters {
  /// The names of all `${name}` in a text, declared or not; `\${` is none.
  fileprivate static func names(usedIn bytes: [UInt8]) -> Set<String> {
    let reader = Parameters()
    var names: Set<String> = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
      } else if let use = reader.use(in: bytes, at: index) {
        names.insert(use.name)
        index = use.end
      } else {
        index += 1
      }
    }
    return names
  }
}
