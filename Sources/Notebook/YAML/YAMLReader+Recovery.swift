/// Reading on behind an error, so that all errors of a map are told at once.
extension YAMLReader {
  /// The entries of a broken map that can be read: each line without indentation begins a part,
  /// which is read by itself.
  ///
  /// - Returns: nil if every part reads well, so that only the whole tells what is wrong.
  func recovered(_ diagnostics: inout Diagnostics) -> ConfigurationNode? {
    let parts = parts()
    // An alias means nothing without the part that holds its anchor.
    let hasAnchors = source.lines.contains { $0.text.utf8.contains { "&*".utf8.contains($0) } }
    guard parts.count > 1, !hasAnchors else { return nil }
    var (entries, found): ([ConfigurationNode.Entry], Diagnostics) = ([], diagnostics.cleared)
    for part in parts {
      var reader = YAMLReader(part)
      guard case .map(let read)? = reader.readOnce(&found)?.value else { continue }
      for entry in read { add(entry, to: &entries, &found) }
    }
    guard !found.isEmpty else { return nil }
    diagnostics.add(found)
    return ConfigurationNode(.map(entries), at: source.position(line: 1, column: 1))
  }

  private func add(
    _ entry: ConfigurationNode.Entry, to entries: inout [ConfigurationNode.Entry],
    _ diagnostics: inout Diagnostics
  ) {
    if let first = entries.first(where: { $0.key == entry.key }) {
      let problem = Problem.duplicateKey(entry.key, firstLine: first.keyPosition.line)
      diagnostics.report(problem, at: entry.keyPosition)
    } else {
      entries.append(entry)
    }
  }

  private func parts() -> [ExtractedText] {
    var parts: [[ExtractedText.Line]] = []
    for line in source.lines {
      let first = line.text.utf8.first ?? UInt8(ascii: " ")
      // Closing brackets end what stands above.
      if parts.isEmpty || !(first.isBlank || "]}#".utf8.contains(first)) { parts.append([]) }
      parts[parts.count - 1].append(line)
    }
    return parts.map { ExtractedText(lines: $0) }
  }
}
