import Foundation
import Notebook

extension Typesetter {
  /// What becomes of a listing.
  enum SetListing: Equatable, Sendable {
    /// Markup with the classes of the theme: `hk`, `hs`, `hn` and `hc`.
    case markup(String)
    /// It has no language, or one that means no colours.
    case plain
    /// Nobody knows the language.
    case unknownLanguage
    /// highlight.js is not installed.
    case unset
  }

  /// What becomes of code in a language.
  func set(code: String, in language: String) -> SetListing {
    guard let file = ListingLanguage.file(language) else { return .plain }
    return withState { state in
      let core = state.highlight ?? files.highlight.map(Program.init)
      state.highlight = .some(core)
      guard let core else { return .unset }
      guard let grammar = grammar(file, &state) else { return .unknownLanguage }
      let key = Provenance.digest(
        of: ["listing", core.digest, grammar.digest, code].joined(separator: "\n"))
      if let kept = state.listings[key] ?? store.read(key) { return .markup(kept) }
      guard let markup = highlighted(code, file, core, grammar, &state) else { return .plain }
      state.listings[key] = markup
      store.write(key, markup)
      return .markup(markup)
    }
  }

  /// The name of a language that was probably meant.
  func nearestLanguage(to name: String) -> String? {
    nearestName(to: name, in: (ListingLanguage.names + files.languages).sorted())
  }

  private func grammar(_ file: String, _ state: inout State) -> Program? {
    if let known = state.grammars[file] { return known }
    let grammar = files.grammar(file).map(Program.init)
    state.grammars[file] = .some(grammar)
    return grammar
  }

  private func highlighted(
    _ code: String, _ file: String, _ core: Program, _ grammar: Program, _ state: inout State
  ) -> String? {
    do {
      let heap = try state.heap()
      if !state.hasHighlight {
        try heap.run(wrapped("nnbookHighlight", core.source))
        state.hasHighlight = true
      }
      if state.registered.insert(file).inserted {
        try heap.run(wrapped("nnbookGrammar", grammar.source))
        _ = try heap.call("nnbookRegister", [file])
      }
      return try heap.call("nnbookListing", [file, code])
    } catch {
      // A grammar that this highlight.js cannot read: the code is shown as it is.
      return nil
    }
  }

  /// A CommonJS module as a program that defines one name.
  private func wrapped(_ name: String, _ source: Data) -> [UInt8] {
    Array("var \(name) = (function () { var exports = {}, module = { exports: exports };\n".utf8)
      + source + Array("\nreturn module.exports; })();".utf8)
  }
}
