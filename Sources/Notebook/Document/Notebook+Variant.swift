extension Notebook {
  /// Which variant of its matrix it is, for readers: "seed 1, width 8"; empty for none.
  public var variantName: String {
    variant.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
  }

  /// The same for names of files: `seed-1-width-8`; what is no letter, digit, `.`, `_` or `-`
  /// becomes `-`.
  public var variantSuffix: String {
    let words = variant.flatMap { [$0.name, $0.value] }.joined(separator: "-")
    return String(
      words.map { $0.isLetter || $0.isNumber || "._-".contains($0) ? $0 : "-" })
  }

  /// The notebook's path with the variant in its name: `notes-seed-1-width-8.md`.
  public var variantPath: String {
    guard !variant.isEmpty else { return path }
    guard path.hasSuffix(".md") else { return "\(path)-\(variantSuffix)" }
    return "\(path.dropLast(3))-\(variantSuffix).md"
  }
}
