public import Notebook

/// A notebook with everything that was found when it ran: what a report is made from.
public struct Report: Sendable {
  /// What the author wrote.
  public var notebook: Notebook
  /// What came of each block: one for each of `notebook.blocks`, in their order.
  public var outcomes: [BlockOutcome]
  /// How the results were made.
  public var provenance: Provenance
  /// What sets the formulas.
  public var typesetter = Typesetter.system
  /// The line above the title, "Part III · Training"; nil for none.
  public var kicker: String?
  /// How the page looks.
  public var theme = Theme.standard
  /// Where the page stands in a site; nil for a page that stands alone.
  public var place: SitePlace?
  /// What the page knows of those of other notebooks.
  public var neighbours = PageNeighbours()
  /// The engine for live blocks, base64 of a gzip file; without it they are not live.
  public var liveEngine: String?
  /// What stands below the title in place of the facts of a run; nil for these.
  public var facts: [Fact]?

  /// A report; blocks beyond the last outcome count as not run.
  public init(
    notebook: Notebook, outcomes: [BlockOutcome], provenance: Provenance, kicker: String? = nil
  ) {
    let count = notebook.blocks.count
    let missing = Array(repeating: BlockOutcome(), count: max(0, count - outcomes.count))
    self.notebook = notebook
    self.outcomes = Array(outcomes.prefix(count)) + missing
    self.provenance = provenance
    self.kicker = kicker
  }
}

extension Report {
  /// The report of a notebook that did not run: what its text alone says.
  public static func unrun(_ notebook: Notebook) -> Report {
    Report(
      notebook: notebook, outcomes: [],
      provenance: Provenance(program: "", digest: "", seed: 0, command: ""))
  }

  /// A term and what there is to say about it, below the title.
  public struct Fact: Sendable, Equatable {
    /// "Claims".
    public var term: String
    /// "5 of 6 hold".
    public var value: String
    /// What the reader must not miss: "1 fails"; empty for nothing.
    public var alarm: String

    /// A fact.
    public init(term: String, value: String, alarm: String = "") {
      self.term = term
      self.value = value
      self.alarm = alarm
    }
  }
}
