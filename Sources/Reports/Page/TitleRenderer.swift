import Notebook

/// Writes the head of an article: title, lede, and the facts that tell whether it holds.
struct TitleRenderer {
  let context: PageContext

  private var frontMatter: FrontMatter { context.report.notebook.frontMatter }

  /// The head.
  var html: HTML {
    let kicker: HTML = kickerText.map { "<p class=\"kick\">\($0)</p>\n" } ?? ""
    let text = frontMatter.subtitle ?? frontMatter.description
    let lede: HTML = text.map { "<p class=\"lede\">\($0)</p>\n" } ?? ""
    let facts = facts.joined(separator: "\n")
    return """
      <header class="head">\(kicker)<h1>\(context.references.outline.title)</h1>
      \(lede)<dl class="facts">\(facts)</dl></header>
      """
  }

  private var kickerText: String? {
    let place = context.report.place
    let chapter = place?.chapter.flatMap { place?.site.kicker(of: $0) }
    let names = [chapter, context.report.kicker].compactMap { $0 }
    return names.isEmpty ? nil : names.joined(separator: " · ")
  }

  private var facts: [HTML] {
    let provenance = context.report.provenance
    let pill = ProfilePill.html(provenance)
    let own = context.report.facts?.map { own in
      fact("\(own.term)", "\(own.value)", failing: "\(own.alarm)", if: true)
    }
    return (own ?? factsOfRun)
      + [
        fact("Seed", "\(provenance.seedText)", if: hasRun),
        fact("Arithmetic", "\(provenance.arithmetic)", if: hasRun),
        fact("Profile", pill, if: !pill.isEmpty),
      ].filter { !$0.isEmpty }
  }

  private var hasRun: Bool { context.report.facts != nil || !context.report.outcomes.isEmpty }

  private var factsOfRun: [HTML] {
    [
      fact("By", "\(frontMatter.author.joined(separator: ", "))", if: !frontMatter.author.isEmpty),
      fact("Date", "\(frontMatter.date ?? "")", if: frontMatter.date != nil),
      claims, experiments,
    ].filter { !$0.isEmpty }
  }

  private func fact(_ term: HTML, _ value: HTML, failing: HTML = "", if isShown: Bool) -> HTML {
    guard isShown else { return "" }
    let alarm: HTML = failing.isEmpty ? "" : " <dd class=\"f\">✕ \(failing)</dd>"
    return "<div><dt>\(term)</dt><dd>\(value)</dd>\(alarm)</div>"
  }

  private var claims: HTML {
    guard let claims = context.report.claimsFact else { return "" }
    return fact("\(claims.term)", "\(claims.value)", failing: "\(claims.alarm)", if: true)
  }

  private var experiments: HTML {
    let outcomes = context.report.outcomes
    let failed = outcomes.filter(\.failed).count
    let ran = outcomes.filter { $0.result != nil || $0.failed }.count
    return fact(
      "Experiments", "\(ran)", failing: failed == 0 ? "" : "\(failed) failed", if: ran > 0)
  }
}
