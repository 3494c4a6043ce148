/// What a page carries once for all of its live figures: the engine, the scripts, the style.
struct LivePage {
  /// The engine, base64 of a gzip file.
  private let engine: String

  /// Nil for a page without a live figure: it carries nothing of it.
  init?(_ context: PageContext) {
    guard let engine = context.report.liveEngine,
      context.references.blocks.indices.contains(where: { LiveRenderer(context, $0) != nil })
    else { return nil }
    self.engine = engine
  }

  /// The scripts as one, in an order in which each finds what it uses.
  static let script: String = {
    let parts = [
      PackageResources.live_module_js, PackageResources.live_engine_js,
      PackageResources.live_runner_js,
      PackageResources.live_link_js, PackageResources.live_controls_js,
      PackageResources.live_choices_js, PackageResources.live_numbers_js,
      PackageResources.live_found_js, PackageResources.live_points_js,
      PackageResources.live_address_js,
      PackageResources.live_block_js, PackageResources.live_table_js,
      PackageResources.live_morph_js, PackageResources.live_drawing_js,
      PackageResources.live_words_js, PackageResources.live_drag_js,
      PackageResources.live_figure_js, PackageResources.live_js,
    ]
    let text = parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    return "\n(function () {\n'use strict';\n\(text)})();\n"
  }()

  /// For the head.
  var head: HTML {
    let style = String(decoding: PackageResources.live_css, as: UTF8.self)
    return "\n<style>\(HTML(raw: style))</style>\n<script>\(HTML(raw: Self.script))</script>"
  }

  /// For the end of the body: base64 has no character that means something in HTML.
  var foot: HTML {
    "<script type=\"application/gzip\" id=\"live-engine\">\(HTML(raw: engine))</script>\n"
  }
}
