/// Writes formulas as the TeX that the author wrote.
enum MathRenderer {
  /// A formula; what stands around it decides whether it gets a line of its own.
  static func html(_ tex: String) -> HTML { "<code class=\"tex\">\(tex)</code>" }
}
