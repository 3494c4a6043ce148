import Notebook

/// Writes a listing: where it stands in the notebook, a copy button, the code.
struct ListingRenderer {
  let context: PageContext

  /// `code` in `language` from `lines` of one of the notebook's files.
  func html(
    _ code: String, in language: String, _ lines: ClosedRange<Int>, file: Int = 0
  ) -> HTML {
    let text = code.hasSuffix("\n") ? String(code.dropLast()) : code
    return html(coloured(text, in: language), lines, file: file)
  }

  /// `code` with the colours of its language, if that is known.
  func coloured(_ code: String, in language: String) -> HTML {
    guard case .markup(let markup) = context.report.typesetter.set(code: code, in: language) else {
      return "\(code)"
    }
    return HTML(raw: markup)
  }

  /// Code as it is shown; `id` goes to it.
  func html(
    _ text: HTML, _ lines: ClosedRange<Int>, file: Int = 0, id: String? = nil
  ) -> HTML {
    let anchor: HTML = id.map { " id=\"\($0)\"" } ?? ""
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
