import Foundation
import Notebook
import Synchronization

/// Sets formulas as KaTeX does, and colours listings as highlight.js does.
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
    /// KaTeX does not work: what went wrong, in its words.
    case failed(String)
  }

  let files: TypesettingFiles
  let store: TypesettingStore
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
    withState { state in
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
  fileprivate struct FormulaKey: Hashable {
    var tex: String
    var isDisplayed: Bool
  }

  /// A program of the system, and the digest of all that decides what it makes.
  struct Program {
    var source: Data
    var digest: String

    init(_ source: Data) {
      self.source = source
      digest = Provenance.digest(of: source + Data(PackageResources.typeset_js))
    }
  }

  /// What was loaded and set so far.
  struct State {
    fileprivate var formulas: [FormulaKey: SetFormula] = [:]
    var listings: [String: String] = [:]
    /// KaTeX, nil before it was looked for.
    fileprivate var katex: Program??
    /// highlight.js, likewise.
    var highlight: Program??
    /// The grammars that were looked for.
    var grammars: [String: Program?] = [:]
    var hasHighlight = false
    fileprivate var hasKatex = false
    /// The grammars in the heap.
    var registered: Set<String> = []
    private var made: JavaScript?

    /// The heap, made when it is needed first.
    mutating func heap() throws(JavaScript.Failure) -> JavaScript {
      if let made { return made }
      guard let heap = JavaScript() else { throw JavaScript.Failure(message: "no memory is left") }
      try heap.run(PackageResources.typeset_js)
      made = heap
      return heap
    }
  }

  /// Whatever sets something holds the lock: a heap serves one thread at a time.
  func withState<Result: Sendable>(_ body: (inout State) -> Result) -> Result {
    state.withLock { body(&$0) }
  }

  private func set(_ key: FormulaKey, _ state: inout State) -> SetFormula {
    let katex = state.katex ?? files.katex.map(Program.init)
    state.katex = .some(katex)
    guard let katex else { return .unset }
    let stored = Provenance.digest(
      of: [katex.digest, key.isDisplayed ? "display" : "inline", key.tex].joined(separator: "\n"))
    if let kept = store.read(stored), let result = SetFormula(answer: kept) { return result }
    do throws(JavaScript.Failure) {
      let answer = try answer(key, katex, &state)
      guard let result = SetFormula(answer: answer) else {
        return .failed("found the answer '\(answer.prefix(40))'")
      }
      store.write(stored, answer)
      return result
    } catch {
      return .failed(error.message)
    }
  }

  private func answer(
    _ key: FormulaKey, _ katex: Program, _ state: inout State
  ) throws(JavaScript.Failure) -> String {
    let heap = try state.heap()
    if !state.hasKatex {
      try heap.run([UInt8](katex.source))
      state.hasKatex = true
    }
    return try heap.call("nnbookFormula", [key.tex, key.isDisplayed ? "1" : ""])
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
