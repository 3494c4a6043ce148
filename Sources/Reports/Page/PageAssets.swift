/// The style and the script of a page: in the page itself, or in files that all pages of a site share.
struct PageAssets {
  let title: String
  let theme: Theme
  let place: SitePlace?
  /// What the formulas of this page need besides the theme.
  let formulaStyle: String
  let isLive: Bool
  let addition: PageAddition?

  /// The policy of the page.
  ///
  /// A hash covers a script in the page. It would cover a file only together with `integrity`, which no
  /// browser checks for pages that are opened from a folder; so files are allowed by where they lie.
  var policy: String {
    let own = theme.template.map(PageTemplate.scripts) ?? []
    let hashed = ((isShared ? [] : [script]) + own).map { "'sha256-\(SecurityPolicy.hash($0))'" }
    let scripts = ((isShared ? ["'self'"] : []) + hashed).joined(separator: " ")
    return SecurityPolicy.policy(
      scripts: scripts, files: isShared, isLive: isLive, adding: addition)
  }

  /// The style elements.
  var styles: HTML {
    guard let place, isShared else { return "<style>\n\(HTML(raw: style))</style>" }
    return """
      <link rel="stylesheet" href="\(address(SiteAssets.style(theme), from: place))">
      <style>\(HTML(raw: formulaStyle + Stylesheet.footer(title)))</style>
      """
  }

  /// The script elements.
  var scripts: HTML {
    guard let place, isShared else {
      return "<script>\(HTML(raw: script))</script>"
    }
    let index = place.link(to: SiteAssets.indexAddress)
    return """
      <script src="\(address(SiteAssets.script, from: place))" data-index="\(index)"></script>
      """
  }

  private var isShared: Bool { place?.sharesAssets == true }

  private var style: String {
    formulaStyle + Stylesheet.theme + (place == nil ? "" : Stylesheet.site)
      + theme.addedStyle + Stylesheet.footer(title)
  }

  /// The search is left out, as it needs the index, which is a file.
  private var script: String { SiteAssets.pageScript }

  /// The name stays, so that no old file is left behind; the digest makes browsers fetch a new one.
  private func address(_ asset: SiteAssets.File, from place: SitePlace) -> String {
    "\(place.link(to: asset.address))?\(Provenance.digest(of: asset.text).prefix(12))"
  }
}
