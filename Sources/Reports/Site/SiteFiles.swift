/// The files of a site besides the pages of its notebooks.
public enum SiteFiles {
  /// Each with its place, seen from the root of the site, in the order in which they are written: what
  /// pages need comes before them.
  ///
  /// - Parameters:
  ///   - site: the site.
  ///   - reports: the pages of the chapters, with their places.
  ///   - program: the program and its version.
  public static func all(
    _ site: Site, reports: [Report], program: String
  ) -> [(address: String, text: String)] {
    let pages = SitePages(site: site, program: program)
    let addresses = Set(site.chapters.map(\.address))
    var files = [
      (SiteAssets.style(site.theme).address, SiteAssets.style(site.theme).text),
      (SiteAssets.script.address, SiteAssets.script.text),
      (SiteAssets.indexAddress, SearchIndex(reports).script),
    ]
    if !site.hasOwnHome { files.append((Site.homeAddress, pages.home)) }
    if !addresses.contains(Site.notFoundAddress) {
      files.append((Site.notFoundAddress, pages.notFound))
    }
    if let map = pages.map { files.append(("sitemap.xml", map)) }
    return files
  }
}
