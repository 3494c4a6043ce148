import Notebook

/// The works that a page cites, in the order of its list, with what citations call them.
struct CitedWorks {
  /// A work that is cited.
  struct Entry {
    var work: Bibliography.Work
    /// "Kingma and Ba".
    var authors: String
    /// "2015", or "2015a" where another work has the same authors and year.
    var year: String
    /// The id of its line in the list.
    var anchor: String
    /// The ids of what cites it.
    var uses: [String] = []
  }

  /// In the order of authors, year and title.
  private(set) var entries: [Entry] = []
  private var indices: [String: Int] = [:]
  private var uses: [SourcePosition: String] = [:]

  init(_ report: Report, in body: some Sequence<Element>, anchors: inout Anchors) {
    guard let bibliography = report.notebook.bibliography else { return }
    let footnotes = report.notebook.footnotes.flatMap(\.content)
    var places: [(key: String, position: SourcePosition?)] = []
    for element in Element.all(in: Array(body) + footnotes) {
      let isBlock = if case .block = element { true } else { false }
      for case .citation(let citation) in report.notebook.inlines(of: element) {
        places += citation.items.map { ($0.key, isBlock ? nil : $0.position) }
      }
    }
    let keys = Set(places.map(\.key))
    let works = bibliography.works.filter { keys.contains($0.key) }
    entries = Self.labelled(works, &anchors)
    for (index, entry) in entries.enumerated() { indices[entry.work.key] = index }
    for (key, position) in places {
      guard let index = indices[key], let position, uses[position] == nil else { continue }
      let use = anchors.take("cite-\(key)")
      uses[position] = use
      entries[index].uses.append(use)
    }
  }

  private static func labelled(
    _ works: [Bibliography.Work], _ anchors: inout Anchors
  ) -> [Entry] {
    let sorted = works.sorted { ($0.sortKey, $0.key) < ($1.sortKey, $1.key) }
    var entries = sorted.map { work in
      Entry(
        work: work, authors: work.shortAuthors, year: work.year,
        anchor: anchors.take("ref-\(work.key)"))
    }
    let groups = Dictionary(grouping: entries.indices) { [entries[$0].authors, entries[$0].year] }
    for group in groups.values where group.count > 1 {
      for (position, index) in group.enumerated() {
        entries[index].year += letter(position)
      }
    }
    return entries
  }

  /// "a", "b", …, "z", "27".
  private static func letter(_ position: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return position < letters.count ? String(letters[position]) : "\(position + 1)"
  }

  /// The entry of a work that is cited.
  func entry(_ key: String) -> Entry? { indices[key].map { entries[$0] } }

  /// The id of what cites a work at a place; nil in captions.
  func use(at position: SourcePosition) -> String? { uses[position] }
}

extension Bibliography.Work {
  /// Authors, or who else answers for the work.
  var responsible: [Bibliography.Name] {
    if !authors.isEmpty { return authors }
    if !editors.isEmpty { return editors }
    let body = fields["organization"] ?? fields["institution"] ?? fields["title"] ?? key
    return [Bibliography.Name(family: body)]
  }

  /// "Kingma and Ba"; of more than three the first, "et al.".
  var shortAuthors: String {
    let names = responsible.map(\.family)
    switch names.count {
    case 1: return names[0]
    case 2: return names[1] == "et al." ? "\(names[0]) et al." : "\(names[0]) and \(names[1])"
    case 3 where names[2] != "et al.": return "\(names[0]), \(names[1]), and \(names[2])"
    default: return "\(names[0]) et al."
    }
  }

  /// The year of `year` or `date`; "n.d." for none.
  var year: String {
    let text = fields["year"] ?? String((fields["date"] ?? "").prefix(4))
    return text.isEmpty ? "n.d." : text
  }

  fileprivate var sortKey: String {
    let names = responsible.map { "\($0.family) \($0.given)" }.joined(separator: " ")
    return "\(names) \(year) \(fields["title"] ?? "")".lowercased()
  }
}
