import Notebook

extension CitedWorks {
  /// A citation without links: "Kingma and Ba (2015, p. 3)" in the sentence, "(see Kingma and Ba 2015,
  /// p. 3; Robbins 1951)" in brackets. Of a work that is not known, what was written.
  func words(_ citation: Citation) -> String {
    if citation.isInText, let item = citation.items.first { return wordsInText(item) }
    return "(\(citation.items.map(wordsInBrackets).joined(separator: "; ")))"
  }

  private func wordsInText(_ item: Citation.Item) -> String {
    guard let entry = entry(item.key) else { return "@\(item.key)" }
    let place = item.suffix.isEmpty ? "" : ", \(item.suffix)"
    return "\(entry.authors) (\(entry.year)\(place))"
  }

  private func wordsInBrackets(_ item: Citation.Item) -> String {
    guard let entry = entry(item.key) else { return "@\(item.key)" }
    let label = item.hidesAuthor ? entry.year : "\(entry.authors) \(entry.year)"
    let before = item.prefix.isEmpty ? "" : "\(item.prefix) "
    return before + label + (item.suffix.isEmpty ? "" : ", \(item.suffix)")
  }
}
