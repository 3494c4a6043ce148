/// Which rows of an old and of a new table belong together.
///
/// The first columns usually say what a row is about: the rate, the epoch. As few of them as make
/// all rows different are the key, and rows with the same key belong together. Where that fails,
/// because the key itself was measured, rows at the same place do.
struct TableRows {
  /// A row of both tables, or of one.
  struct Pair: Equatable {
    var old: Int?
    var new: Int?
    /// `rate 0.1`.
    var name: String
  }

  let pairs: [Pair]
  /// The first columns, which are the key; they need not be compared. 0 if rows go by their place.
  let keyCount: Int

  /// - Precondition: both tables have the same columns.
  init(_ old: NumberTable, _ new: NumberTable) {
    let count = Self.keyCount(old, new)
    let matched = count.map { Self.byKey(old, new, keyCount: $0) }
    let common = matched?.filter { $0.old != nil && $0.new != nil }.count ?? 0
    if let count, let matched,
      2 * common >= max(old.rows.count, new.rows.count) || old.rows.count != new.rows.count
    {
      (pairs, keyCount) = (matched, count)
    } else {
      (pairs, keyCount) = (Self.byPlace(old, new), 0)
    }
  }

  /// The fewest first columns, but not all, that make the rows of each table different.
  private static func keyCount(_ old: NumberTable, _ new: NumberTable) -> Int? {
    guard old.columns.count > 1 else { return nil }
    return (1..<old.columns.count).first { count in
      [old, new].allSatisfy { table in
        Set(table.rows.map { Array($0.prefix(count)) }).count == table.rows.count
      }
    }
  }

  private static func byKey(_ old: NumberTable, _ new: NumberTable, keyCount: Int) -> [Pair] {
    func key(_ row: [NumberTable.Cell]) -> [NumberTable.Cell] { Array(row.prefix(keyCount)) }
    var places: [[NumberTable.Cell]: Int] = [:]
    for (number, row) in new.rows.enumerated() { places[key(row)] = number }
    let kept = old.rows.enumerated().map { number, row in
      Pair(
        old: number, new: places.removeValue(forKey: key(row)),
        name: name(row, old.columns, keyCount))
    }
    let added = new.rows.enumerated().filter { places[key($0.element)] == $0.offset }.map {
      Pair(old: nil, new: $0.offset, name: name($0.element, new.columns, keyCount))
    }
    return kept + added
  }

  private static func name(
    _ row: [NumberTable.Cell], _ columns: [String], _ keyCount: Int
  ) -> String {
    zip(columns, row).prefix(keyCount).map { column, cell in
      guard case .number(let number) = cell else { return "\(column) \(cell.words)" }
      return "\(column) \(NumberChange.short(number.value, digits: 6))"
    }.joined(separator: ", ")
  }

  private static func byPlace(_ old: NumberTable, _ new: NumberTable) -> [Pair] {
    (0..<max(old.rows.count, new.rows.count)).map { number in
      Pair(
        old: number < old.rows.count ? number : nil, new: number < new.rows.count ? number : nil,
        name: "row \(number + 1)")
    }
  }
}
