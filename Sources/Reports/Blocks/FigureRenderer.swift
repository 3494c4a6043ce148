import Notebook
import Plotting

/// Writes the figures of a block: drawing, caption, claims, tools.
struct FigureRenderer {
  let context: PageContext
  /// The block, an index into the notebook's.
  let block: Int

  /// The figure at `position` among the block's, with the block's claims and source if it is the
  /// one to carry them.
  func html(_ position: Int, claims: HTML, source: HTML) -> HTML {
    let entry = context.references.blocks[block].figures[position]
    let isPart = context.references.blocks[block].group != nil
    let name: HTML =
      isPart ? "figure sub" : entry.figure.width == .wide ? "figure wide" : "figure"
    // Claims and tools stand outside of <figure>, in which a caption must come last.
    return """
      <div class="\(name)" id="\(entry.anchor)"><figure>\(content(entry, position))
      \(caption(entry, position))</figure>
      \(live(position))\(claims)\(tools(entry, source))</div>
      """
  }

  /// What makes the block live, below its first figure.
  private func live(_ position: Int) -> HTML {
    guard position == 0, let renderer = LiveRenderer(context, block) else { return "" }
    return renderer.html + "\n"
  }

  private var options: CellOptions { context.report.notebook.blocks[block].options }

  private var captions: [[Inline]] { context.report.notebook.blocks[block].captions }

  /// All figures of the block as the parts of one, under the block's caption.
  func group(_ name: String, _ parts: HTML, after: HTML) -> HTML {
    let reference = context.references.blocks[block]
    let isWide = reference.figures.contains { $0.figure.width == .wide } || columns > 1
    let caption: HTML =
      captions.isEmpty ? "" : InlineRenderer(context: context).html(captions[0])
    let pill = ProfilePill.html(context.report.provenance)
    return """
      <div class="\(isWide ? "figure wide" : "figure")" id="\(reference.anchor)"><figure>
      \(grid(parts))
      <figcaption>\(pill)<b>\(name).</b> \(caption)</figcaption></figure>
      \(after)</div>
      """
  }

  /// Several figures of the block side by side.
  func columns(_ figures: HTML) -> HTML { "<div class=\"wide\">\(grid(figures))</div>" }

  private func grid(_ figures: HTML) -> HTML {
    "<div class=\"cells\" style=\"grid-template-columns:repeat(\(columns),minmax(0,1fr))\">\(figures)</div>"
  }

  private var columns: Int { options.layoutColumns ?? 1 }

  private var isTable: Bool { FigureKind(label: options.label) == .table }

  private func content(_ entry: CrossReferences.NumberedFigure, _ position: Int) -> HTML {
    if isTable { return DataTableRenderer(entry.figure.table).html(label: entry.name) }
    let id = Text(Array(entry.anchor.utf8))
    let captions = subcaptions(entry.parts)
    let markup = HTML(raw: String(entry.figure.markup(id: id, subcaptions: captions)))
    guard position < options.alternatives.count else { return markup }
    // One text for the whole figure, in place of those of its panels.
    return "<div role=\"img\" aria-label=\"\(options.alternatives[position])\">\(markup)</div>"
  }

  /// Captions of single drawings, which bear letters.
  private func subcaptions(_ parts: [String]) -> [Figure.Subcaption] {
    let inlines = context.report.notebook.blocks[block].subcaptions
    return parts.enumerated().map { number, id in
      let words = InlineRenderer(context: context).html(inlines[number])
      let html: HTML = "<b>\(CrossReferences.letter(number))</b> \(words)"
      return Figure.Subcaption(id: Text(Array(id.utf8)), markup: Text(Array(html.text.utf8)))
    }
  }

  private func caption(_ entry: CrossReferences.NumberedFigure, _ position: Int) -> HTML {
    if context.references.blocks[block].group != nil { return partCaption(position) }
    let text: HTML =
      position < captions.count
      ? InlineRenderer(context: context).html(captions[position])
      : LiveRenderer(context, block) == nil
        ? "\(entry.figure.caption)" : "<span class=\"auto\">\(entry.figure.caption)</span>"
    let pill = ProfilePill.html(context.report.provenance)
    return "<figcaption>\(pill)<b>\(entry.name).</b> \(text)</figcaption>"
  }

  private func partCaption(_ position: Int) -> HTML {
    let inlines = context.report.notebook.blocks[block].subcaptions
    let words: HTML =
      position < inlines.count ? InlineRenderer(context: context).html(inlines[position]) : ""
    return "<figcaption><b>\(CrossReferences.letter(position))</b> \(words)</figcaption>"
  }

  private func tools(_ entry: CrossReferences.NumberedFigure, _ source: HTML) -> HTML {
    let table = DataTableRenderer(entry.figure.table)
    let copy: HTML = table.isEmpty ? "" : "<button type=\"button\" class=\"csv\">Copy CSV</button>"
    let save: HTML =
      isTable
      ? ""
      : """
      <button type="button" class="svg">Save SVG</button>\
      <button type="button" class="png">Save PNG</button>
      """
    let fold = table.isEmpty || isTable ? "" : table.fold(label: "Data of \(entry.name)")
    let data: HTML =
      table.isEmpty ? "" : "<pre class=\"csv\" hidden>\(CSV.text(entry.figure.table))</pre>"
    return "<div class=\"tools\">\(copy)\(save)\(source)\(fold)\(data)</div>"
  }
}
