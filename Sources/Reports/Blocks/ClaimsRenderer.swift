import Experiments
import Notebook
import Plotting

/// Writes the claims of a block: quiet where they hold, loud where they do not.
struct ClaimsRenderer {
  let context: PageContext

  /// The claims of the block with that index; empty if there are none to show.
  func html(_ index: Int) -> HTML {
    let rows = rows(index).joined(separator: "\n")
    return rows.isEmpty ? "" : "<ul class=\"claims\">\n\(rows)\n</ul>"
  }

  private func rows(_ index: Int) -> [HTML] {
    let outcome = context.report.outcomes[index]
    let wording = ClaimWording(result: outcome.result)
    let checks = outcome.checks.filter { context.report.showsResults(index) || !$0.holds }
    let open = context.report.openClaims(of: index).map { claim -> HTML in
      "<li><span class=\"badge open\">open</span> <code>\(claim.text)</code></li>"
    }
    return checks.map { check in row(check, wording, index) } + open
  }

  private func row(_ check: ClaimCheck, _ wording: ClaimWording, _ index: Int) -> HTML {
    let code: HTML = "<code>\(check.claim.text)</code>"
    let measured: HTML = "<span class=\"m\">\(wording.measured(check))</span>"
    guard !check.holds else {
      return "<li><span class=\"badge pass\">holds</span> \(code) \(measured)</li>"
    }
    let why: HTML = "<span class=\"why\">\(wording.reason(check)) \(place(check, index))</span>"
    return """
      <li class="fail"><span class="badge miss">fails</span> \(code) \(measured) \(why)</li>
      """
  }

  private func place(_ check: ClaimCheck, _ index: Int) -> HTML {
    let place = "\(context.fileName(of: check.claim.position)), line \(check.claim.position.line)"
    guard context.report.echoes(index) else { return "\(place)" }
    let source = SourceRenderer(context: context).anchor(index)
    return "<a href=\"#\(source)\">\(place)</a>"
  }
}
