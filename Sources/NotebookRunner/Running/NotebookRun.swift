public import Experiments
public import Notebook

/// What became of a notebook: one outcome a block, in the notebook's order.
public struct NotebookRun: Sendable {
  /// The notebook.
  public var notebook: Notebook
  /// As many as the notebook has blocks.
  public var blocks: [BlockRun]
  /// Problems of the notebook as a whole: syntax, labels, options, in the order of the file.
  public var diagnostics: [Diagnostic]
  /// How much work was done.
  public var profile = Profile.full

  /// Whether a claim that fails is a warning only: claims are made for the full run.
  public var forgivesClaims: Bool { profile == .quick }

  /// Whether nothing failed: no error and, in a full run, no claim.
  public var succeeded: Bool {
    diagnostics.allSatisfy { $0.severity != .error }
      && blocks.allSatisfy { block in
        block.isErrorAllowed
          || (block.diagnostics.allSatisfy { $0.severity != .error }
            && (forgivesClaims || block.checks.allSatisfy { $0.holds }))
      }
  }

  /// Whether a block failed that was meant to.
  public var hasAllowedErrors: Bool {
    blocks.contains { block in
      block.isErrorAllowed && block.diagnostics.contains { $0.severity == .error }
    }
  }
}

extension NotebookRun {
  /// Everything that was found, of the notebook and of its blocks, in the order of the file.
  public var allDiagnostics: [Diagnostic] {
    (diagnostics + blocks.flatMap { $0.diagnostics }).inFileOrder
  }
}

extension [Diagnostic] {
  /// Sorted by file and place, each once; what concerns the whole notebook comes first. What is
  /// wrong in a file that is included twice is said once.
  public var inFileOrder: [Diagnostic] {
    var seen: Set<String> = []
    let start = SourcePosition(line: 0, column: 0)
    return filter { seen.insert($0.line).inserted }.enumerated().sorted { left, right in
      let (a, b) = (left.element.position ?? start, right.element.position ?? start)
      return a == b ? left.offset < right.offset : a < b
    }.map { $0.element }
  }
}

/// What became of one block.
public struct BlockRun: Sendable {
  /// Where a result came from.
  public enum Origin: String, Sendable {
    /// The experiment ran.
    case computed
    /// Its slow part was stored, the figures were drawn again.
    case redrawn
    /// All of it was stored.
    case stored
    /// It was kept beside the notebook.
    case frozen
  }

  /// What the experiment found; nil for a definition and for a block that did not run.
  public var result: ExperimentResult?
  /// Where the result came from; nil without one.
  public var origin: Origin?
  /// The block's claims against what was measured.
  public var checks: [ClaimCheck] = []
  /// Why it did not run, or which claims cannot be checked.
  public var diagnostics: [Diagnostic] = []
  /// Whether `#| error: true` says that failing is part of the lesson.
  public var isErrorAllowed = false
  /// Seconds of work; never in a report.
  public var seconds = 0.0
  /// What a page needs to run it again; nil if its readers cannot operate it.
  public var live: LiveBlock?
  /// The seed that the experiment used; nil when it did not run.
  public var seed: UInt64?
  /// All that the result depends on; empty when the block did not run.
  public var dependencies: [KeyPart] = []
  /// The same without the build of nnbook, its own and those of other blocks.
  public var lastingDependencies: [KeyPart] = []
}
