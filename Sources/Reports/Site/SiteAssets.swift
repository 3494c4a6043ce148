/// The files that all pages of a site share.
enum SiteAssets {
  /// A file of a site.
  struct File {
    /// Its place, seen from the root of the site.
    let address: String
    let text: String
  }

  /// Where the index for the search is.
  static let indexAddress = "assets/search.js"

  /// The style.
  static func style(_ theme: Theme) -> File {
    File(
      address: "assets/nnbook.css",
      text: Stylesheet.theme + Stylesheet.site + theme.addedStyle)
  }

  /// The scripts.
  static let script = File(
    address: "assets/nnbook.js",
    text: pageScript + String(decoding: PackageResources.site_js, as: UTF8.self))

  /// The script of every page.
  static let pageScript = Script.text
}
