/// What stands around the parts of a page: head, style, script and bar.
struct PageFrame {
  /// The name of the page.
  let title: String
  /// A BCP 47 tag.
  var language = "en"
  /// One sentence for previews of links.
  let description: String
  /// How the page looks.
  var theme = Theme.standard
  /// Where the page stands in a site; nil for one that stands alone.
  var place: SitePlace?
  /// What the formulas of the page need besides the theme.
  var formulaStyle = ""
  /// What makes its figures live; nil if none is.
  var live: LivePage?
  /// What is put into this copy of the page.
  var addition: PageAddition?

  /// The page with its parts in place.
  func render(_ parts: [String: HTML]) -> String {
    let frame: [String: HTML] = [
      "policy": "\(assets.policy)",
      "title": "\(fullTitle)",
      "language": "\(language)",
      "direction": isRightToLeft ? " dir=\"rtl\"" : "",
      "description": "\(description)",
      "links": links,
      "styles": assets.styles,
      "scripts": assets.scripts,
      "addition": (live?.head ?? "") + (addition?.html ?? ""),
      "engine": live?.foot ?? "",
      "bar": place.map { SiteBar(place: $0).html } ?? "<b>\(title)</b><span class=\"sp\"></span>",
    ]
    return template.render(frame.merging(parts) { $1 })
  }

  /// Whether the language is written from right to left.
  private var isRightToLeft: Bool {
    let code = language.prefix { $0 != "-" }.lowercased()
    return ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "syr", "ug", "ur", "yi"]
      .contains(code)
  }

  /// A theme's template was checked when it was read.
  private var template: PageTemplate {
    theme.template.flatMap { try? PageTemplate($0) } ?? .standard
  }

  private var assets: PageAssets {
    PageAssets(
      title: title, theme: theme, place: place, formulaStyle: formulaStyle, isLive: live != nil,
      addition: addition)
  }

  /// "The learning rate · Neural networks, computed"
  private var fullTitle: String {
    guard let site = place?.site.title, site != title else { return title }
    return "\(title) · \(site)"
  }

  /// What search engines and browsers want to know about the page's place.
  private var links: HTML {
    guard let place else { return "" }
    let (previous, next) = place.neighbours
    let canonical: HTML = place.canonical.map { "<link rel=\"canonical\" href=\"\($0)\">\n" } ?? ""
    return canonical + link("prev", previous, place) + link("next", next, place)
  }

  private func link(_ relation: HTML, _ chapter: Site.Chapter?, _ place: SitePlace) -> HTML {
    chapter.map { "<link rel=\"\(relation)\" href=\"\(place.link(to: $0.address))\">\n" } ?? ""
  }
}
