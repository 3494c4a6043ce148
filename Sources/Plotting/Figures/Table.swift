/// The numbers of a figure: named columns of numbers or text.
public struct Table: Sendable {
  /// A cell.
  public enum Cell: Sendable, Equatable {
    case number(Double)
    case text(Text)
    case empty
  }

  /// A column: its heading, and how its numbers are printed.
  public struct Column: Sendable {
    /// The heading, with the unit if there is one.
    public var name: Text
    /// Decimals of each number; nil for three significant digits.
    public var decimals: Int?
    /// Whether the cells are words, which are set to the left.
    public var isText: Bool

    /// A column of numbers.
    public static func numbers(_ name: Text, decimals: Int? = nil) -> Column {
      Column(name: name, decimals: decimals, isText: false)
    }

    /// A column of words.
    public static func words(_ name: Text) -> Column {
      Column(name: name, decimals: nil, isText: true)
    }
  }

  /// From left to right.
  public var columns: [Column]
  /// One cell a column.
  public var rows: [[Cell]]

  /// A table.
  public init(_ columns: [Column], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// A cell as it is printed in a report.
  public func printed(_ cell: Cell, in column: Int) -> Text {
    switch cell {
    case .empty: return ""
    case .text(let text): return text
    case .number(let number):
      if let decimals = columns[column].decimals { return "\(number, decimals: decimals)" }
      return "\(number, digits: 3)"
    }
  }
}
