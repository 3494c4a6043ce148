/// How pages look: a style on top of the default one, and the frame of the page.
public struct Theme: Sendable, Equatable {
  /// What it is called: its name, or the file or folder it was read from.
  public var name: String
  /// A style sheet behind the default one; its `:root` names the tokens that differ.
  var style = ""
  /// The declarations of tokens that differ in the dark theme.
  var dark = ""
  /// The frame of the page, a template; nil for the default one.
  var template: String?

  /// The look of look.md.
  public static let standard = Theme(name: "default")

  /// Sans, on white: for slides and handouts.
  public static let lecture = Theme(
    name: "lecture", style: Stylesheet.text(PackageResources.lecture_light_css),
    dark: Stylesheet.text(PackageResources.lecture_dark_css))

  /// The themes that come with nnbook.
  public static let all = [standard, lecture]
}

extension Theme {
  /// The files of which a theme in a folder is made, as far as they are there: what they are called, and
  /// what a new one begins with.
  public var files: [(name: String, text: String)] {
    let light = style.isEmpty ? Stylesheet.text(PackageResources.light_css) : style
    let dark = dark.isEmpty ? Stylesheet.text(PackageResources.dark_css) : dark
    return [
      (Self.styleName, light), (Self.darkName, dark),
      (Self.templateName, template ?? PageTemplate.standardText),
    ]
  }

  static let styleName = "theme.css"
  static let darkName = "dark.css"
  static let templateName = "page.mustache"

  /// The tokens of both themes, written over those of the default.
  var tokens: (light: StyleTokens, dark: StyleTokens) {
    let light = StyleTokens(Stylesheet.text(PackageResources.light_css))
      .merging(StyleTokens(style))
    let dark = light.merging(StyleTokens(":root {\(Stylesheet.text(PackageResources.dark_css))}"))
      .merging(StyleTokens(":root {\(self.dark)}"))
    return (light, dark)
  }

  /// The style behind the default one.
  var addedStyle: String {
    dark.isEmpty ? style : "\(style)\n\(Stylesheet.dark(dark))"
  }
}
