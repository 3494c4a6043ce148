/// Writes the list of all chapters, with what each is about and whether its claims hold.
struct ChapterList {
  let place: SitePlace

  /// The list; parts are its headings.
  var html: HTML {
    let site = place.site
    var groups: [(part: Int?, rows: [HTML])] = []
    for chapter in site.chapters where !chapter.isHome {
      if groups.last?.part != chapter.part || groups.isEmpty { groups.append((chapter.part, [])) }
      groups[groups.count - 1].rows.append(row(chapter))
    }
    let parts = groups.map { group -> HTML in
      let heading: HTML = group.part.map { "<h2>\(site.name(ofPart: $0))</h2>\n" } ?? ""
      return "\(heading)<ol class=\"chapters\">\n\(group.rows.joined(separator: "\n"))\n</ol>"
    }
    return "<nav id=\"contents\" aria-label=\"Chapters\">\n\(parts.joined(separator: "\n"))\n</nav>"
  }

  private func row(_ chapter: Site.Chapter) -> HTML {
    let number: HTML = chapter.number.map { "<span class=\"n\">\($0)</span>" } ?? ""
    let summary: HTML = chapter.summary.map { "<p>\($0)</p>" } ?? ""
    let link: HTML = "<a href=\"\(place.link(to: chapter.address))\">\(chapter.title)</a>"
    return "<li>\(number)<div>\(link)\(summary)</div>\(claims(chapter))</li>"
  }

  private func claims(_ chapter: Site.Chapter) -> HTML {
    guard let claims = chapter.claims else { return "" }
    let alarm: HTML = claims.alarm.isEmpty ? "" : " <b class=\"f\">✕ \(claims.alarm)</b>"
    // "6 of 7 hold" says nothing where "Claims" does not stand before it.
    let value = claims.value.replacing(" hold", with: " claims hold", maxReplacements: 1)
    return "<span class=\"m\">\(value)\(alarm)</span>"
  }
}
