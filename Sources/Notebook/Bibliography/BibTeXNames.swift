/// Reads the names of authors as BibTeX does: `First von Last`, `von Last, First`, `von Last, Jr, First`.
enum BibTeXNames {
  /// The names in the value of a field, which are joined by `and`; `others` is "et al.".
  static func names(in value: String) -> [Bibliography.Name] {
    split(words(value)).map(name).filter { !$0.family.isEmpty }
  }

  /// The words of a text; braces hold theirs together, and a comma outside of them is a word.
  private static func words(_ value: String) -> [String] {
    var (words, word, depth): ([String], String, Int) = ([], "", 0)
    func isSpace(_ character: Character) -> Bool { character.isWhitespace || character == "~" }
    for character in value {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if depth <= 0, isSpace(character) || character == "," {
        if !word.isEmpty { words.append(word) }
        word = ""
        if character == "," { words.append(",") }
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  private static func split(_ words: [String]) -> [[String]] {
    words.split { $0.lowercased() == "and" }.map(Array.init)
  }

  private static func name(_ words: [String]) -> Bibliography.Name {
    let parts = words.split(separator: ",", omittingEmptySubsequences: false).map(Array.init)
    func plain(_ words: some Sequence<String>) -> String {
      TeXText.plain(words.joined(separator: " "))
    }
    guard parts.count == 1, let words = parts.first else {
      let suffix = parts.count > 2 ? ", " + plain(parts[1]) : ""
      return Bibliography.Name(
        family: plain(parts.first ?? []), given: plain(parts.last ?? []) + suffix)
    }
    guard words.count > 1 else {
      let family = plain(words)
      return Bibliography.Name(family: family == "others" ? "et al." : family)
    }
    let particle = words.dropLast().firstIndex { $0.first?.isLowercase == true }
    let start = particle ?? words.count - 1
    return Bibliography.Name(family: plain(words[start...]), given: plain(words[..<start]))
  }
}
