/// An element within a line of prose.
public indirect enum Inline: Sendable, Equatable {
  /// Characters; neighbouring texts are joined.
  case text(String)
  /// `` `a` ``
  case code(String)
  /// `*a*`
  case emphasis([Inline])
  /// `**a**`
  case strong([Inline])
  /// `[a](destination "title")`; the destination is as written and may be of any scheme.
  case link(destination: String, title: String, [Inline])
  /// `![alternative](source "title")`
  case image(Picture)
  /// `$…$` or `$$…$$` within a paragraph.
  case math(Formula)
  /// `` `{label.metric | %.3g}` ``.
  case value(ValueReference)
  /// `@fig-sweep`, `@tbl-x`, `@sec-x`.
  case reference(label: String, position: SourcePosition)
  /// `[^name]`: `Notebook.footnotes` says what it says.
  case footnote(name: String, position: SourcePosition)
  /// `@key`, `[@key, p. 3]`.
  case citation(Citation)
  /// A tag as written.
  case rawHTML(String)
  /// A line end in the source.
  case softBreak
  /// A line end after a backslash or two spaces.
  case lineBreak
}
