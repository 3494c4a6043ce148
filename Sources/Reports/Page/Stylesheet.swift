/// The style of a page: the parts of the theme in a fixed order, and what depends on the title.
enum Stylesheet {
  /// The style of all pages.
  static let theme: String = {
    let light = text(PackageResources.light_css)
    let dark = text(PackageResources.dark_css)
    let parts = [
      PackageResources.page_css, PackageResources.prose_css, PackageResources.figures_css,
      PackageResources.results_css, PackageResources.interaction_css, PackageResources.narrow_css,
      PackageResources.print_css,
    ]
    return light + Self.dark(dark) + parts.map(text).joined()
  }()

  /// The rules under which dark tokens hold. They are needed twice: where the system asks for them and
  /// where the reader does; on a `screen` only, because paper is always light.
  static func dark(_ tokens: String) -> String {
    """
    @media screen and (prefers-color-scheme: dark) {
    :root:not([data-theme=light]) {
    \(tokens)}
    }
    @media screen {
    :root[data-theme=dark] {
    \(tokens)}
    }

    """
  }

  /// A style that comes with nnbook.
  static func text(_ resource: [UInt8]) -> String {
    String(decoding: resource, as: UTF8.self)
  }

  /// What drawings need that stand outside of a page.
  static func ofDrawings(_ theme: Theme) -> DrawingStyle {
    let (light, dark) = theme.tokens
    return DrawingStyle(light: light, dark: dark, rules: text(PackageResources.figures_css))
  }

  /// What only pages of a site have.
  static let site = text(PackageResources.site_css)

  /// Prints `title` at the foot of each sheet of paper.
  static func footer(_ title: String) -> String {
    "@page { @bottom-left { content: \"\(quoted(title))\"; } }\n"
  }

  /// `title` for between the quotes of a CSS string inside a `style` element: everything but
  /// letters, digits and spaces becomes an escape, so that it can end neither.
  static func quoted(_ title: String) -> String {
    title.unicodeScalars.map { scalar in
      let isPlain =
        scalar == " " || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      return isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
    }.joined()
  }
}
