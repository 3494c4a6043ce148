/// Counts figures and tables apart.
struct FigureCounter {
  private let prefix: String
  private var counts: [FigureKind: Int] = [:]

  /// Counts from 1, with `prefix` before each number.
  init(prefix: String) { self.prefix = prefix }

  /// "Figure 3", or "Figure 19.3".
  mutating func next(_ kind: FigureKind) -> String {
    let number = (counts[kind] ?? 0) + 1
    counts[kind] = number
    return "\(kind.rawValue) \(prefix)\(number)"
  }
}
