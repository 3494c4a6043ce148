/// A page that lists reports and says how each stands.
public struct IndexPage: Sendable {
  /// How a report stands.
  public enum State: Sendable, Equatable {
    /// Its blocks run, or it waits for them.
    case running
    /// Everything in it holds.
    case done
    /// It does not: "2 errors".
    case failed(String)
  }

  /// A report in the list.
  public struct Entry: Sendable, Equatable {
    /// Its title.
    public var title: String
    /// Where the link leads, percent-encoded; nil while there is nothing to see.
    public var address: String?
    /// The file that it is made from.
    public var file: String
    /// How it stands.
    public var state: State

    /// An entry.
    public init(title: String, address: String?, file: String, state: State) {
      self.title = title
      self.address = address
      self.file = file
      self.state = state
    }
  }

  /// The heading.
  public var title: String
  /// One sentence below it.
  public var lede: String
  /// The reports in their order.
  public var entries: [Entry]

  /// A page.
  public init(title: String, lede: String, entries: [Entry]) {
    self.title = title
    self.lede = lede
    self.entries = entries
  }
}

extension IndexPage {
  /// The page, UTF-8.
  ///
  /// - Parameter addition: what is put into it besides.
  public func render(adding addition: PageAddition? = nil) -> String {
    PageFrame(title: title, description: lede, addition: addition)
      .render(["contents": "", "article": article])
  }

  private var article: HTML {
    let rows = entries.map(row).joined(separator: "\n")
    return """
      <header class="head"><h1>\(title)</h1>
      <p class="lede">\(lede)</p></header>
      <ul class="claims index">
      \(rows)
      </ul>
      """
  }

  private func row(_ entry: Entry) -> HTML {
    let name: HTML = "\(entry.title)"
    let link: HTML = entry.address.map { "<a href=\"\($0)\">\(name)</a>" } ?? name
    return """
      <li>\(badge(entry.state)) <span>\(link)</span> <span class="m">\(entry.file)</span></li>
      """
  }

  private func badge(_ state: State) -> HTML {
    switch state {
    case .running: "<span class=\"badge open\">running</span>"
    case .done: "<span class=\"badge pass\">done</span>"
    case .failed(let why): "<span class=\"badge miss\">\(why)</span>"
    }
  }
}
