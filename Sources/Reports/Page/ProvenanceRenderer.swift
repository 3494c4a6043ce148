/// Writes the foot of a report: what it was made from, and how to check it.
struct ProvenanceRenderer {
  let context: PageContext

  /// The foot.
  var html: HTML {
    let made = context.report.provenance
    return """
      <footer class="prov">Made by \(made.program) from <code>\(context.fileName)</code> \
      (sha-256 <code>\(String(made.digest.prefix(12)))</code>). \(made.seeds.count > 1 ? "Seeds" : "Seed") \(made.seedText), \
      \(made.arithmetic). The same inputs give the same bytes: <code>\(made.command)</code>.\
      </footer>
      """
  }
}
