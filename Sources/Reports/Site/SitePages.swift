/// The pages that belong to a site and to no notebook.
struct SitePages {
  let site: Site
  /// The program and its version.
  let program: String

  /// The list of all chapters, for a site whose first chapter is none.
  var home: String {
    let place = SitePlace(site, address: Site.homeAddress)
    let lede: HTML = site.description.map { "<p class=\"lede\">\($0)</p>\n" } ?? ""
    let count = site.chapters.count
    let facts: HTML = "<div><dt>Chapters</dt><dd>\(count)</dd></div>"
    let article: HTML = """
      <header class="head"><h1>\(site.title)</h1>
      \(lede)<dl class="facts">\(facts)</dl></header>
      \(ChapterList(place: place).html)
      <footer class="prov">Made by \(program) from \(source(place)). The same inputs give the same bytes: \
      <code>nnbook render</code>.</footer>
      """
    return page(site.title, place, contents: "", article)
  }

  /// What a server shows in place of a page that does not exist. It stands alone, as it may be shown
  /// at any address.
  var notFound: String {
    let place = SitePlace(site, address: Site.notFoundAddress, sharesAssets: false)
    let article: HTML = """
      <header class="head"><h1>There is no such page</h1>
      <p class="lede">It may have moved. These are the chapters of \
      <a href="\(place.link(to: Site.homeAddress))">\(site.title)</a>.</p></header>
      \(ChapterList(place: place).html)
      """
    return page("There is no such page", place, contents: "", article)
  }

  /// The addresses of all pages, for search engines; nil if nobody knows where the site will stand.
  var map: String? {
    guard site.baseURL != nil else { return nil }
    let own = site.hasOwnHome ? [] : [Site.homeAddress]
    let pages = (own + site.chapters.map(\.address)).compactMap { address -> HTML? in
      SitePlace(site, address: address).canonical.map { "<url><loc>\($0)</loc></url>\n" }
    }
    let map: HTML = """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      \(pages.joined())</urlset>

      """
    return map.text
  }

  private func source(_ place: SitePlace) -> HTML {
    let name: HTML = "<code>nnbook.yml</code>"
    return site.sourceAddress("nnbook.yml").map { "<a href=\"\($0)\">\(name)</a>" } ?? name
  }

  private func page(_ title: String, _ place: SitePlace, contents: HTML, _ article: HTML) -> String
  {
    let frame = PageFrame(
      title: title, language: site.language, description: site.description ?? title,
      theme: site.theme,
      place: place)
    return frame.render(["contents": contents, "article": article, "metrics": ""])
  }
}
