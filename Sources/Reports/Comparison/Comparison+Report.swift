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
    let claims = Report.Fact(variants.map(\.report.claimTally).reduce(ClaimTally(), +))
    let failed = variants.filter { $0.report.outcomes.contains { $0.failed } }.count
    let count = Report.Fact(
      term: "Variants", value: "\(variants.count)", alarm: failed == 0 ? "" : "\(failed) failed")
    let author = variants[0].report.notebook.frontMatter.author.joined(separator: ", ")
    return (author.isEmpty ? [] : [Report.Fact(term: "By", value: author)])
      + [claims, count].compactMap { $0 }
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
    let titles = Set(variants.map { $0.report.title })
    return titles.count == 1 ? titles.first ?? "" : variants[0].report.notebook.fileName
  }
}
