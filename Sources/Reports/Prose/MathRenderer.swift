/// Writes formulas as the TeX they are written in.
enum MathRenderer {
  /// A formula within a line, or on a line of its own if `display`.
  static func html(_ tex: String, display: Bool) -> HTML {
    let code: HTML = "<code class=\"tex\">\(tex)</code>"
    return display ? "<span class=\"eq\">\(code)</span>" : code
  }
}
