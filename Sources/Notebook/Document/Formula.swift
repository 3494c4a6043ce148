/// A formula in TeX.
public struct Formula: Sendable, Equatable {
  /// What stands between the dollars, parameters replaced.
  public var tex: String
  /// Whether it stands on a line of its own: `$$…$$`.
  public var isDisplayed: Bool
  /// The word behind `#` in `$$ … $$ {#eq-loss}`; a formula with a label has a number.
  public var label: String?
  /// Where the dollars begin.
  public var position: SourcePosition
  /// Where each line of the TeX begins; at least one.
  public var lines: [SourcePosition]

  /// A formula.
  public init(
    tex: String, isDisplayed: Bool, label: String? = nil, position: SourcePosition,
    lines: [SourcePosition] = []
  ) {
    self.tex = tex
    self.isDisplayed = isDisplayed
    self.label = label
    self.position = position
    self.lines = lines.isEmpty ? [position] : lines
  }

  /// The place in the notebook of a scalar of the TeX, counted from 0.
  public func position(of offset: Int) -> SourcePosition {
    var (line, column) = (0, 0)
    for scalar in tex.unicodeScalars.prefix(max(0, offset)) {
      (line, column) = scalar == "\n" ? (line + 1, 0) : (line, column + 1)
    }
    guard lines.indices.contains(line) else { return lines.last ?? position }
    return lines[line].moved(by: column)
  }
}
