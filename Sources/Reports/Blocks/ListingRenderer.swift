import Notebook

/// Writes a listing: where it stands in the notebook, a copy button, the code.
struct ListingRenderer {
  let context: PageContext

  /// `code` from `lines` of one of the notebook's files; `id` goes to the code.
  func html(
    _ code: String, _ lines: ClosedRange<Int>, file: Int = 0, id: String? = nil
  ) -> HTML {
    let anchor: HTML = id.map { " id=\"\($0)\"" } ?? ""
    let text = code.hasSuffix("\n") ? String(code.dropLast()) : code
    return """
      <div class="list"><div class="lh"><span>\(place(lines, file))</span>\
      <button type="button" class="copy">Copy</button></div>\
      <pre\(anchor) tabindex="0"><code>\(text)</code></pre></div>
      """
  }

  private func place(_ lines: ClosedRange<Int>, _ file: Int) -> HTML {
    let name = context.fileName(of: SourcePosition(line: 1, column: 1, file: file))
    return lines.count == 1
      ? "\(name), line \(lines.lowerBound)"
      : "\(name), lines \(lines.lowerBound)–\(lines.upperBound)"
  }
}
