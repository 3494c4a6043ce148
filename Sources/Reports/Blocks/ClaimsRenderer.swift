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
    let checks = outcome.checks.filter { context.report.showsResults(index) || !$0.holds }
    let open = context.report.openClaims(of: index).map { claim -> HTML in
      "<li><span class=\"badge open\">open</span> <code>\(claim.text)</code></li>"
    }
    return checks.map { check in row(check, index) } + open
  }

  private func row(_ check: ClaimCheck, _ index: Int) -> HTML {
    let wording = ClaimWording(check)
    let code: HTML = "<code>\(check.claim.text)</code>"
    guard !check.holds else {
      return "<li><span class=\"badge pass\">holds</span> \(code) \(measured(wording))</li>"
    }
    let why: HTML =
      "<span class=\"why\">\(wording.reason.asSentence). \(place(check, index))</span>"
    return """
      <li class="fail"><span class="badge miss">fails</span> \(code) \(measured(wording)) \(why)</li>
      """
  }

  /// "measured **0.0112**"; several values stand on a line of their own, with their names.
  private func measured(_ wording: ClaimWording) -> HTML {
    let values = wording.values.map { name, value -> HTML in
      name.map { "\($0) <b>\(value)</b>" } ?? "<b>\(value)</b>"
    }
    let list = values.joined(separator: wording.isDuel ? " against " : ", ")
    let room: HTML = wording.room.map { ", \($0) to spare" } ?? ""
    let name: HTML = wording.isList ? "m all" : "m"
    return "<span class=\"\(name)\">measured \(list)\(room)</span>"
  }

  private func place(_ check: ClaimCheck, _ index: Int) -> HTML {
    let place = "\(context.fileName(of: check.claim.position)), line \(check.claim.position.line)"
    guard context.report.echoes(index) else { return "\(place)" }
    let source = SourceRenderer(context: context).anchor(index)
    return "<a href=\"#\(source)\">\(place)</a>"
  }
}
