import Experiments
import Notebook
import Plotting

/// Composes the notebook that a comparison is shown as: headings, tables and charts.
struct ComparisonPage {
  private(set) var notebook: Notebook
  private(set) var outcomes: [BlockOutcome] = []
  private let comparison: Comparison

  init(_ comparison: Comparison) {
    self.comparison = comparison
    notebook = comparison.variants[0].report.notebook
    notebook.elements = []
    notebook.blocks = []
    notebook.frontMatter.title = comparison.title
    notebook.frontMatter.subtitle = comparison.lede
    notebook.frontMatter.trusted = false
    notebook.frontMatter.execute.echo = false
  }

  /// The variants with their claims and links to their reports.
  mutating func addVariants() {
    addHeading([.text("Variants")])
    let rows = comparison.variants.indices.map { index in
      comparison.variants[index].values.map { [Inline.text($0)] }
        + [claims(of: index), [link(to: index, "report")]]
    }
    let names = comparison.axes.map { [Inline.text($0)] }
    notebook.elements.append(
      .table(
        header: names + [[.text("claims")], []],
        alignments: comparison.axes.indices.map(alignment) + [.left, .left], rows: rows))
  }

  /// The metrics of a block: over the seeds, as a chart, and of each variant.
  mutating func add(_ block: ComparedBlock) {
    addHeading([.code(block.label)])
    let seeds = comparison.seedAxis.map { comparison.values(of: $0).count } ?? 1
    if seeds > 1 { addSpreads(block, over: seeds) }
    if let figure = ComparisonChart(block, comparison)?.figure { add(figure, of: block) }
    if seeds > 1 { notebook.elements.append(.paragraph([.text("Each variant:")])) }
    let rows = comparison.variants.indices.map { index in
      comparison.variants[index].values.map { [Inline.text($0)] }
        + block.values[index].prefix(ComparedBlock.columnLimit).map { metric in
          [Inline.text(metric.map { String($0.printed) } ?? "—")]
        }
    }
    addTable(block, axes: Array(comparison.axes.indices), rows)
  }

  private mutating func addSpreads(_ block: ComparedBlock, over seeds: Int) {
    notebook.elements.append(
      .paragraph([.text("Mean ± standard deviation over \(seeds) seeds, lowest to highest below.")])
    )
    let groups = comparison.groups(free: Set([comparison.seedAxis].compactMap { $0 }))
    let rows = groups.map { group in
      group.values.map { [Inline.text($0)] }
        + block.metrics.prefix(ComparedBlock.columnLimit).map { metric in
          spread(Spread(block.values(of: metric, in: group.members)))
        }
    }
    addTable(block, axes: comparison.otherAxes, rows)
  }

  private func spread(_ spread: Spread) -> [Inline] {
    guard spread.count > 0 else { return [.text("—")] }
    // Numbers stay in one line: a table that is too wide scrolls.
    let (center, range) = (Self.unbroken(spread.center), Self.unbroken(spread.range))
    return range.isEmpty ? [.text(center)] : [.text(center), .lineBreak, .text(range)]
  }

  private static func unbroken(_ text: Text) -> String {
    String(text).replacing(" ", with: "\u{A0}")
  }

  private mutating func add(_ figure: Figure, of block: ComparedBlock) {
    var options = CellOptions()
    options.label = "fig-variants-\(block.label)"
    notebook.elements.append(.block(notebook.blocks.count))
    notebook.blocks.append(
      ExperimentBlock(
        kind: "matrix", kindPosition: position, options: options,
        body: ConfigurationNode(.map([]), at: position), claims: [], source: "",
        lines: position.line...position.line))
    outcomes.append(BlockOutcome(result: ExperimentResult(figures: [figure])))
  }
}

// MARK: - Parts

extension ComparisonPage {
  /// A place for each element: headings are told apart by it.
  private var position: SourcePosition {
    SourcePosition(line: notebook.elements.count + 1, column: 1)
  }

  private mutating func addHeading(_ heading: [Inline]) {
    notebook.elements.append(.heading(level: 2, heading, label: nil, position: position))
  }

  /// A table with a column for each axis and each metric.
  private mutating func addTable(_ block: ComparedBlock, axes: [Int], _ rows: [[[Inline]]]) {
    let shown = block.metrics.prefix(ComparedBlock.columnLimit)
    notebook.elements.append(
      .table(
        header: axes.map { [.text(comparison.axes[$0])] } + shown.map { [.text(String($0))] },
        alignments: axes.map(alignment) + shown.map { _ in .right }, rows: rows))
    let more = block.metrics.count - shown.count
    guard more > 0 else { return }
    notebook.elements.append(
      .paragraph([.text("\(more) more metrics stand in the reports of the variants.")]))
  }

  private func alignment(_ axis: Int) -> ColumnAlignment {
    comparison.values(of: axis).allSatisfy { Double($0) != nil } ? .right : .left
  }

  private func link(to variant: Int, _ text: String) -> Inline {
    .link(destination: comparison.variants[variant].address, title: "", [.text(text)])
  }

  private func claims(of variant: Int) -> [Inline] {
    let outcomes = comparison.variants[variant].report.outcomes
    if outcomes.contains(where: { $0.failed }) { return [.strong([.text("✕ failed")])] }
    let tally = comparison.variants[variant].report.claimTally
    guard tally.count > 0 else { return [.text("—")] }
    return tally.alarm.isEmpty ? [.text(tally.words)] : [.strong([.text("✕ " + tally.words)])]
  }
}

// MARK: - Claims

extension ComparisonPage {
  /// The most variants that are named beside a claim that fails in them.
  private static let nameLimit = 6

  /// Every claim, and the variants in which it fails.
  mutating func addClaims() {
    let rows = notebookClaims.map { label, claim in
      [[Inline.code(claim.text)], [Inline.code(label)]] + verdict(claim)
    }
    guard !rows.isEmpty else { return }
    addHeading([.text("Claims")])
    notebook.elements.append(
      .table(
        header: [[.text("claim")], [.text("block")], [.text("holds in")], [.text("fails in")]],
        alignments: [.left, .left, .right, .left], rows: rows))
  }

  private var notebookClaims: [(label: String, claim: Claim)] {
    comparison.variants[0].report.notebook.blocks.flatMap { block in
      block.claims.map { (block.options.label ?? block.kind, $0) }
    }
  }

  private func verdict(_ claim: Claim) -> [[Inline]] {
    // A parameter may stand in a claim: the same claim is the one at the same place.
    let checks = comparison.variants.map { variant in
      variant.report.outcomes.flatMap { $0.checks }
        .first { $0.claim.position == claim.position }
    }
    let holding = checks.filter { $0?.holds == true }.count
    let failing = checks.indices.filter { checks[$0]?.holds == false }
    var names = failing.prefix(Self.nameLimit).flatMap { index in
      [link(to: index, comparison.name(of: index)), .text("; ")]
    }.dropLast()
    let more = failing.count - Self.nameLimit
    if more > 0 { names.append(.text(" and \(more) more")) }
    return [[.text("\(holding) of \(checks.count)")], Array(names)]
  }
}
