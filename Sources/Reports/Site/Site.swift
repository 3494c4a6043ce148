/// Notebooks that make a site: what every page says about the others.
public struct Site: Sendable, Equatable {
  /// The title, in the bar of every page.
  public var title: String
  /// One sentence below the title of the list of chapters.
  public var description: String?
  /// The language of the site's own pages, a BCP 47 tag.
  public var language = "en"
  /// The titles of the parts, in order.
  public var parts: [String] = []
  /// The chapters, in order.
  public var chapters: [Chapter] = []
  /// How its pages look.
  public var theme = Theme.standard
  /// Files of the project to which pages lead, seen from its folder, sorted.
  public var linkedFiles: [String] = []
  /// The address of the sources; nil for none.
  public var repository: String?
  /// Where the site will stand, without `/` at its end; nil if nobody knows.
  public var baseURL: String?

  /// A site without chapters.
  public init(title: String) { self.title = title }

  /// A notebook of the site.
  public struct Chapter: Sendable, Equatable {
    /// The title of its page.
    public var title: String
    /// One sentence about it.
    public var summary: String?
    /// Its page, seen from the root of the site: `training/rates.html`.
    public var address: String
    /// The notebook, seen from the folder of the project: `training/rates.md`.
    public var source: String
    /// 1 for the first; nil where chapters have no numbers, and for a home page.
    public var number: Int?
    /// The part it belongs to, an index into the site's parts; nil for none.
    public var part: Int?
    /// What came of its claims; nil for none.
    public var claims: Report.Fact?

    /// A chapter.
    public init(title: String, address: String, source: String) {
      self.title = title
      self.address = address
      self.source = source
    }

    /// Whether it is what a visitor sees first.
    var isHome: Bool { address == Site.homeAddress }

    /// "19 The learning rate".
    var numberedTitle: String { number.map { "\($0) \(title)" } ?? title }
  }
}

extension Site {
  /// The page that a visitor sees first.
  public static let homeAddress = "index.html"

  /// The page that servers show in place of one that does not exist.
  public static let notFoundAddress = "404.html"

  /// Where the list of all chapters is.
  static let contentsAddress = "index.html#contents"

  /// Whether a chapter is the home page; otherwise there is one that lists all chapters.
  public var hasOwnHome: Bool { chapters.contains { $0.isHome } }

  /// "Part III · Training"; without numbers "Training".
  func name(ofPart part: Int) -> String {
    guard chapters.contains(where: { $0.number != nil }) else { return parts[part] }
    return "Part \(RomanNumeral.text(part + 1)) · \(parts[part])"
  }

  /// "Part III · Training · Chapter 19"; nil for a chapter without number and part.
  func kicker(of chapter: Chapter) -> String? {
    let names = [chapter.part.map(name), chapter.number.map { "Chapter \($0)" }].compactMap { $0 }
    return names.isEmpty ? nil : names.joined(separator: " · ")
  }

  /// The address of a notebook's source; nil without a repository.
  func sourceAddress(_ source: String) -> String? {
    repository.map { "\(Self.folder(of: $0))/\(URLPath.encoded(source))" }
  }

  /// Repositories of GitHub and GitLab show their files below another address than their own.
  private static func folder(of repository: String) -> String {
    guard repository.wholeMatch(of: /https?:\/\/git(hub|lab)\.com\/[^\/]+\/[^\/]+/) != nil else {
      return repository
    }
    return repository + (repository.contains("gitlab.com") ? "/-/blob/HEAD" : "/blob/HEAD")
  }
}
