import Notebook

/// Writes a listing: where it stands in the notebook, a copy button, the code.
struct ListingRenderer {
  let context: PageContext

  /// `code` from `lines` of the notebook; `id` goes to the code.
  func html(_ code: String, _ lines: ClosedRange<Int>, id: String? = nil) -> HTML {
    let anchor: HTML = id.map { " id=\"\($0)\"" } ?? ""
    let text = code.hasSuffix("\n") ? String(code.dropLast()) : code
    return """
      <div class="list"><div class="lh"><span>\(place(lines))</span>\
      <button type="button" class="copy">Copy</button></div>\
      <pre\(anchor) tabindex="0"><code>\(text)</code></pre></div>
      """
  }

  private func place(_ lines: ClosedRange<Int>) -> HTML {
    lines.count == 1
      ? "\(context.fileName), line \(lines.lowerBound)"
      : "\(context.fileName), lines \(lines.lowerBound)–\(lines.upperBound)"
  }
}
