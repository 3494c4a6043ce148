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
