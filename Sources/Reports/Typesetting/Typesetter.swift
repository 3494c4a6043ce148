import Foundation
import Notebook
import Synchronization

/// Sets formulas as KaTeX does.
///
/// KaTeX is loaded with the first formula that was never set before, as that takes longer than
/// anything else; a formula that was set once is remembered.
public final class Typesetter: Sendable {
  /// What becomes of a formula.
  enum SetFormula: Equatable, Sendable {
    /// Markup that needs KaTeX's style.
    case markup(String)
    /// It is no TeX: why, and at which character of it.
    case mistake(String, offset: Int?)
    /// KaTeX is not installed.
    case unset
  }

  let files: TypesettingFiles
  private let store: TypesettingStore
  private let state = Mutex(State())

  /// Uses what is installed on this machine, and remembers nothing.
  public static let system = Typesetter(store: .none)

  /// - Parameters:
  ///   - files: where the programs are.
  ///   - store: where results are kept.
  init(files: TypesettingFiles, store: TypesettingStore = .none) {
    self.files = files
    self.store = store
  }

  /// Uses what is installed on this machine, and keeps results in `store`.
  public convenience init(store: TypesettingStore) {
    self.init(files: .system, store: store)
  }

  /// What becomes of a formula.
  func set(_ formula: Formula) -> SetFormula {
    state.withLock { state in
      let key = FormulaKey(tex: formula.tex, isDisplayed: formula.isDisplayed)
      if let known = state.formulas[key] { return known }
      let result = set(key, &state)
      state.formulas[key] = result
      return result
    }
  }

  /// The command of KaTeX that was probably meant by one that it does not know: `\frac`.
  func nearestCommand(to command: String) -> String? {
    let source = files.katex.map { String(decoding: $0, as: UTF8.self) } ?? ""
    let known = source.matches(of: /"\\\\([A-Za-z]{2,})"/).map { String($0.output.1) }
    return nearestName(to: command, in: Set(known).sorted()).map { "\\" + $0 }
  }
}

// MARK: - State

extension Typesetter {
  private struct FormulaKey: Hashable {
    var tex: String
    var isDisplayed: Bool
  }

  private struct State {
    var formulas: [FormulaKey: SetFormula] = [:]
    /// KaTeX's program and its digest, nil before they were looked for.
    var katex: (source: Data, digest: String)??
    /// The heap with KaTeX in it, nil before it was needed.
    var heap: JavaScript??
  }

  private func set(_ key: FormulaKey, _ state: inout State) -> SetFormula {
    let katex =
      state.katex
      ?? files.katex.map { ($0, Provenance.digest(of: $0 + Data(PackageResources.typeset_js))) }
    state.katex = .some(katex)
    guard let katex else { return .unset }
    let stored = Provenance.digest(
      of: [katex.digest, key.isDisplayed ? "display" : "inline", key.tex].joined(separator: "\n"))
    if let kept = store.read(stored), let result = SetFormula(answer: kept) { return result }
    let heap = state.heap ?? Self.heap(katex.source)
    state.heap = .some(heap)
    let answer = try? heap?.call("nnbookFormula", [key.tex, key.isDisplayed ? "1" : ""])
    guard let answer, let result = SetFormula(answer: answer) else { return .unset }
    store.write(stored, answer)
    return result
  }

  private static func heap(_ katex: Data) -> JavaScript? {
    guard let heap = JavaScript() else { return nil }
    let programs = [PackageResources.typeset_js, [UInt8](katex)]
    return (try? programs.forEach(heap.run)).map { heap }
  }
}

extension Typesetter.SetFormula {
  /// Reads what `nnbookFormula` returned; nil if that is something else.
  fileprivate init?(answer: String) {
    let rest = answer.dropFirst()
    switch answer.first {
    case "+": self = .markup(String(rest))
    case "-":
      let parts = rest.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let offset = Int(parts[0]) else { return nil }
      self = .mistake(String(parts[1]), offset: offset < 0 ? nil : offset)
    default: return nil
    }
  }
}
