import Notebook

extension Report {
  /// The programs that set something in the page, with their versions: "KaTeX 0.16.4".
  var typesettingPrograms: [String] {
    let files = typesetter.files
    return [
      setsFormulas ? named("KaTeX", files.katexVersion) : nil,
      coloursListings ? named("highlight.js", files.highlightVersion) : nil,
    ].compactMap { $0 }
  }

  private var setsFormulas: Bool {
    formulas.contains { formula in
      if case .markup = typesetter.set(formula) { true } else { false }
    }
  }

  private var coloursListings: Bool {
    let sources = notebook.blocks.indices.contains(where: echoes) ? ["yaml"] : []
    let languages = notebook.allElements.compactMap { element -> String? in
      if case .listing(let language, _, _, _) = element { language } else { nil }
    }
    return Set(sources + languages).contains { language in
      if case .markup = typesetter.set(code: "", in: language) { true } else { false }
    }
  }

  private func named(_ name: String, _ version: String?) -> String {
    version.map { "\(name) \($0)" } ?? name
  }
}
