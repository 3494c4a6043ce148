/// Writes the foot of a report: what it was made from, and how to check it.
struct ProvenanceRenderer {
  let context: PageContext

  /// The foot.
  var html: HTML {
    let made = context.report.provenance
    return """
      <footer class="prov">Made by \(made.program) from \(source) \
      (sha-256 <code>\(String(made.digest.prefix(12)))</code>). \(made.seeds.count > 1 ? "Seeds" : "Seed") \(made.seedText), \
      \(made.arithmetic).\(typesetting) The same inputs give the same bytes: <code>\(made.command)</code>.\
      </footer>
      """
  }

  /// What set formulas and listings: other versions give other bytes.
  private var typesetting: HTML {
    let programs = context.report.typesettingPrograms
    return programs.isEmpty ? "" : " Set with \(programs.joined(separator: " and "))."
  }

  /// The notebook; a link to it where the site has a repository.
  private var source: HTML {
    let name: HTML = "<code>\(context.fileName)</code>"
    let place = context.report.place
    let address = place?.chapter.flatMap { place?.site.sourceAddress($0.source) }
    return address.map { "<a href=\"\($0)\">\(name)</a>" } ?? name
  }
}
