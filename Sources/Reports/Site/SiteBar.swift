/// Writes the bar on top of the pages of a site: where one is, and the ways on.
struct SiteBar {
  let place: SitePlace

  /// What stands in the bar before the choice of theme.
  var html: HTML {
    let (previous, next) = place.neighbours
    return """
      <a class="home" href="\(place.link(to: Site.homeAddress))"><b>\(place.site.title)</b></a>\
      <a class="nx" href="\(place.link(to: Site.contentsAddress))">Contents</a>\
      \(search)<span class="sp"></span>\
      \(step(previous, "Previous", before: "← ", after: ""))\
      \(step(next, "Next", before: "", after: " →"))
      """
  }

  private var search: HTML {
    place.sharesAssets ? "<button type=\"button\" class=\"find\">Search</button>" : ""
  }

  /// A step to a neighbour; its number says where to, its name those who cannot see it.
  private func step(
    _ chapter: Site.Chapter?, _ direction: HTML, before: HTML, after: HTML
  ) -> HTML {
    guard let chapter else { return "" }
    let number: HTML = chapter.number.map { "\($0)" } ?? "\(direction)"
    let link = place.link(to: chapter.address)
    return """
      <a class="nx" href="\(link)" aria-label="\(direction) chapter: \(chapter.title)">\
      \(before)\(number)\(after)</a>
      """
  }
}

/// Writes the ways on at the foot of a chapter.
struct ChapterSteps {
  let place: SitePlace

  /// Previous and next with their titles; empty for a page that is no chapter's.
  var html: HTML {
    let (previous, next) = place.neighbours
    let steps = step(previous, "Previous", "prev") + step(next, "Next", "next")
    return steps.isEmpty ? "" : "<nav class=\"pn\" aria-label=\"Chapters\">\(steps)</nav>"
  }

  private func step(_ chapter: Site.Chapter?, _ direction: HTML, _ relation: HTML) -> HTML {
    guard let chapter else { return "" }
    return """
      <a class="\(relation)" rel="\(relation)" href="\(place.link(to: chapter.address))">\
      <small>\(direction)</small>\(chapter.numberedTitle)</a>
      """
  }
}
