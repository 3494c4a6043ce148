import Mustache

/// The frame of a page, with places for its parts.
///
/// All parts are markup already, escaped where they come from text: a template puts them in with
/// three braces, `{{{title}}}`. (Mustache's own escaping goes by characters and misses a quote that
/// carries a combining accent.)
struct PageTemplate {
  private let template: MustacheTemplate

  /// Reads a template.
  ///
  /// - Throws: Mustache's parser error if the braces do not match.
  init(_ text: String) throws { template = try MustacheTemplate(string: text) }

  /// The text of the frame that comes with nnbook.
  static let standardText = String(decoding: PackageResources.page_mustache, as: UTF8.self)

  /// The frame that comes with nnbook.
  static let standard: PageTemplate = {
    do {
      return try PageTemplate(standardText)
    } catch {
      preconditionFailure("page.mustache does not parse: \(error)")
    }
  }()

  /// The page with its parts in place.
  func render(_ parts: [String: HTML]) -> String { template.render(parts.mapValues(\.text)) }
}
