import Notebook

extension Comparison {
  /// The page as a report, so that it is written as every other one.
  public var report: Report {
    var page = ComparisonPage(self)
    page.addVariants()
    for block in ComparedBlock.all(in: self) { page.add(block) }
    page.addClaims()
    var report = Report(
      notebook: page.notebook, outcomes: page.outcomes, provenance: provenance)
    report.facts = facts
    return report
  }

  private var facts: [Report.Fact] {
    let checks = variants.flatMap { $0.report.outcomes }.flatMap { $0.checks }
    let holding = checks.filter { $0.holds }.count
    let failing = checks.count - holding
    let failed = variants.filter { $0.report.outcomes.contains { $0.failed } }.count
    let claims = Report.Fact(
      term: "Claims",
      value: "\(holding) of \(checks.count) \(checks.count == 1 ? "holds" : "hold")",
      alarm: failing == 0 ? "" : failing == 1 ? "1 fails" : "\(failing) fail")
    let count = Report.Fact(
      term: "Variants", value: "\(variants.count)", alarm: failed == 0 ? "" : "\(failed) failed")
    let author = variants[0].report.notebook.frontMatter.author.joined(separator: ", ")
    return (author.isEmpty ? [] : [Report.Fact(term: "By", value: author)])
      + (checks.isEmpty ? [] : [claims]) + [count]
  }

  /// "6 variants: seed 1, 2, 3; width 8, 16".
  var lede: String {
    let parts = axes.enumerated().map { axis, name in
      "\(name) \(values(of: axis).joined(separator: ", "))"
    }
    return "\(variants.count) variants: \(parts.joined(separator: "; "))"
  }

  /// The title of all variants, or the file's name if they have several.
  var title: String {
    let titles = Set(variants.map { PageContext($0.report).references.outline.title })
    return titles.count == 1 ? titles.first ?? "" : variants[0].report.notebook.fileName
  }
}
