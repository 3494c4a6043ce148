import Notebook

/// Writes a line of the list of references, as the Chicago Manual of Style has it for author and date.
struct ReferenceText {
  let work: Bibliography.Work
  /// With the letter that tells it from others.
  let year: String

  /// "Kingma, Diederik P., and Jimmy Ba. 2015. “Adam: …” In *…*."
  var html: HTML {
    let sentences: [HTML] = [
      "\(authors)", "\(year)", title, container, "\(edition)", "\(publisher)", "\(note)",
    ].filter { !$0.isEmpty }
    return (sentences.map(closed) + [link]).filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func closed(_ sentence: HTML) -> HTML {
    let end = sentence.text.replacing(/(<\/[a-z]+>|”)+$/, with: "").last
    return ".?!…".contains(end ?? " ") ? sentence : sentence + "."
  }

  private func field(_ name: String) -> String? {
    work.fields[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}

// MARK: - Parts

extension ReferenceText {
  /// All names; the first one begins with the family.
  private var authors: String {
    let isEdited = work.authors.isEmpty && !work.editors.isEmpty
    let names = work.responsible.enumerated().map { index, name in
      guard !name.given.isEmpty else { return name.family }
      return index == 0 ? "\(name.family), \(name.given)" : "\(name.given) \(name.family)"
    }
    let role = isEdited ? (names.count > 1 ? ", eds." : ", ed.") : ""
    return joined(names) + role
  }

  private func joined(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    let first = names.dropLast().joined(separator: ", ")
    return last == "et al." ? "\(first), et al." : "\(first), and \(last)"
  }

  private var isWhole: Bool {
    ["book", "proceedings", "manual", "booklet", "collection"].contains(work.kind)
  }

  private var title: HTML {
    guard let title = field("title"), title != work.responsible.first?.family else { return "" }
    if isWhole { return "<i>\(title)</i>" }
    return ".?!".contains(title.last ?? " ") ? "“\(title)”" : "“\(title).”"
  }

  /// The journal or book that the work stands in.
  private var container: HTML {
    let pages = (field("pages") ?? "").replacing(/\s*[-–]+\s*/, with: "–")
    if let journal = field("journal") ?? field("journaltitle") {
      let volume = field("volume").map { " \($0)" } ?? ""
      let number = field("number").map { volume.isEmpty ? ", no. \($0)" : " (\($0))" } ?? ""
      return "<i>\(journal)</i>\(volume)\(number)\(pages.isEmpty ? "" : ": \(pages)")"
    }
    guard let book = field("booktitle") else {
      return "\(isWhole ? field("volume").map { "Vol. \($0)" } ?? "" : "")"
    }
    let editors = joined(work.editors.map { "\($0.given) \($0.family)" })
    let edited = editors.isEmpty || work.authors.isEmpty ? "" : ", edited by \(editors)"
    return "In <i>\(book)</i>\(edited)\(pages.isEmpty ? "" : ", \(pages)")"
  }

  private var edition: String { field("edition").map { "\($0) ed." } ?? "" }

  private var publisher: String {
    let theses = [
      "phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis", "thesis": "Thesis",
      "techreport": "Technical report", "report": "Technical report",
    ]
    let kind = theses[work.kind].map { field("type") ?? $0 }
    let house =
      field("publisher") ?? field("school") ?? field("institution")
      ?? field("organization")
    let own = house == work.responsible.first?.family ? nil : house
    if let kind { return [kind, own].compactMap { $0 }.joined(separator: ", ") }
    guard let own else { return field("howpublished") ?? "" }
    return (field("address") ?? field("location")).map { "\($0): \(own)" } ?? own
  }

  private var note: String { field("note") ?? "" }

  private var link: HTML {
    let identifier = field("doi").map { $0.replacing(/^(https?:\/\/)?(dx\.)?doi\.org\//, with: "") }
    let archive = field("eprint").flatMap { eprint -> String? in
      let isArXiv =
        (field("archiveprefix") ?? field("eprinttype") ?? "arxiv").lowercased() == "arxiv"
      return isArXiv ? eprint : nil
    }
    let address =
      identifier.map { "https://doi.org/\($0)" } ?? field("url")
      ?? archive.map { "https://arxiv.org/abs/\($0)" }
    guard let address, let safe = Link.destination(address) else { return "" }
    return "<a href=\"\(safe)\">\(safe)</a>."
  }
}
