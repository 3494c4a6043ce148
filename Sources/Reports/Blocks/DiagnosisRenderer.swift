import Experiments
import Plotting

/// Writes what went wrong in a run, and what to try.
enum DiagnosisRenderer {
  /// The box; ids inside begin with `id`.
  static func html(_ diagnosis: Diagnosis, id: String) -> HTML {
    let entries = diagnosis.entries.map { entry -> HTML in
      "<dt>\(entry.term)</dt><dd>\(entry.description)</dd>"
    }.joined()
    return """
      <div class="box diag" role="note"><p class="bh">\(diagnosis.heading)</p>\
      <div class="dg"><dl>\(entries)</dl>\(curve(diagnosis.curve, id: id))</div></div>
      """
  }

  private static func curve(_ panel: Panel?, id: String) -> HTML {
    var markup = Text()
    panel?.write(id: Text(Array(id.utf8)), into: &markup)
    return HTML(raw: String(markup))
  }
}
