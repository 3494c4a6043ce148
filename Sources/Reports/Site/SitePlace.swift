/// Where a page stands in a site.
public struct SitePlace: Sendable, Equatable {
  /// The site.
  public var site: Site
  /// The page, seen from the root of the site.
  public var address: String
  /// The index of the chapter that it belongs to; nil for pages of the site itself.
  public var chapterIndex: Int?
  /// Whether style and script stand in files that all pages share, else in the page.
  public var sharesAssets: Bool

  /// The place of a page of the site itself.
  public init(_ site: Site, address: String, sharesAssets: Bool = true) {
    self.site = site
    self.address = address
    self.sharesAssets = sharesAssets
  }

  /// The place of the page of a chapter.
  ///
  /// - Parameter address: that of another page of the chapter, a variant's; nil for its own.
  public init(_ site: Site, chapter: Int, address: String? = nil, sharesAssets: Bool = true) {
    self.init(
      site, address: address ?? site.chapters[chapter].address, sharesAssets: sharesAssets)
    chapterIndex = chapter
  }
}

extension SitePlace {
  /// The place of the chapter's own page, for one of its variants.
  public var ofChapter: SitePlace {
    chapterIndex.map { SitePlace(site, chapter: $0, sharesAssets: sharesAssets) } ?? self
  }

  /// The chapter that the page belongs to.
  var chapter: Site.Chapter? { chapterIndex.map { site.chapters[$0] } }

  /// The chapters before and after the page.
  var neighbours: (previous: Site.Chapter?, next: Site.Chapter?) {
    guard let index = chapterIndex else { return (nil, nil) }
    let chapters = site.chapters
    return (
      index > 0 ? chapters[index - 1] : nil, index + 1 < chapters.count ? chapters[index + 1] : nil
    )
  }

  /// What stands before the numbers of the page's sections and figures: "19."
  var numberPrefix: String { chapter?.number.map { "\($0)." } ?? "" }

  /// The link from the page to another one of the site, with its fragment, if it has one.
  func link(to target: String) -> String {
    let parts = target.split(separator: "#", maxSplits: 1)
    let path = parts.first.map { self.path(to: String($0)) } ?? ""
    return parts.count == 2 ? "\(path)#\(parts[1])" : path
  }

  /// What a server shows for every missing page may stand anywhere.
  private func path(to target: String) -> String {
    guard address == Site.notFoundAddress, let base = site.baseURL else {
      return URLPath.relative(target, from: address)
    }
    return "\(base)/\(target == Site.homeAddress ? "" : URLPath.encoded(target))"
  }

  /// The page's full address; nil if nobody knows where the site will stand.
  var canonical: String? {
    site.baseURL.map { "\($0)/\(address == Site.homeAddress ? "" : URLPath.encoded(address))" }
  }
}
