import Plotting

/// The names of an axis of names: those that are written, or else those of the marks as they come.
struct PlotNames: Sendable {
  /// The most names of an axis.
  static let most = 200

  private(set) var names: [Text]
  /// Whether marks may add names.
  let isOpen: Bool
  /// The column that the axis names, for the marks of the same table that name none.
  let column: (name: Text, source: TableSource)?

  init(_ names: [Text], isOpen: Bool = false, column: (Text, TableSource)? = nil) {
    self.names = names
    self.isOpen = isOpen
    self.column = column.map { (name: $0.0, source: $0.1) }
  }

  /// The place of a name; nil if there is none, or no room for another one.
  mutating func place(of name: Text) -> Int? {
    if let known = names.firstIndex(of: name) { return known }
    guard isOpen, names.count < Self.most else { return nil }
    names.append(name)
    return names.count - 1
  }
}
