/// What a block's results are called; labels that begin with `tbl-` make tables.
enum FigureKind: String {
  case figure = "Figure"
  case table = "Table"

  /// By the label's prefix.
  init(label: String?) {
    self = label?.hasPrefix("tbl-") == true ? .table : .figure
  }

  /// Whether a label says that there is a figure or a table to number.
  static func isNamed(by label: String) -> Bool {
    label.hasPrefix("fig-") || label.hasPrefix("tbl-")
  }
}

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
