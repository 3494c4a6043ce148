/// All differences between two sets of results, in the order of the old one.
public struct NumberComparison: Sendable {
  /// What differs; empty if nothing does.
  public private(set) var changes: [NumberChange] = []
  private let tolerance: Double

  /// Compares results.
  ///
  /// - Parameter tolerance: relative changes up to this one do not count; 0 by default.
  public init(from old: [BlockNumbers], to new: [BlockNumbers], tolerance: Double = 0) {
    self.tolerance = tolerance
    for (old, new) in Self.pairs(old, new, name: { $0.name }) {
      let name = old?.name ?? new?.name ?? ""
      switch (old, new) {
      case (let old?, let new?): compare(old, new)
      case (nil, _): note(name, name, .added(""))
      case (_, nil): note(name, name, .removed(""))
      }
    }
  }

  private mutating func compare(_ old: BlockNumbers, _ new: BlockNumbers) {
    for (before, after) in Self.pairs(old.metrics, new.metrics, name: { $0.name }) {
      let name = before?.name ?? after?.name
      compare(
        before.map { .number($0.number) }, after.map { .number($0.number) }, old.name, old.name,
        quantity: name)
    }
    let tables = (Array(old.tables.enumerated()), Array(new.tables.enumerated()))
    for (before, after) in Self.pairs(tables.0, tables.1, name: { $0.element.name }) {
      compare(before?.element, after?.element, of: old.name, at: before?.offset ?? after?.offset)
    }
    if old.diagnoses != new.diagnoses { compareDiagnoses(old, new) }
  }

  private mutating func compareDiagnoses(_ old: BlockNumbers, _ new: BlockNumbers) {
    let (before, after) = (
      old.diagnoses.joined(separator: "; "), new.diagnoses.joined(separator: "; ")
    )
    note(old.name, old.name, .reworded(from: before, to: after), quantity: "the diagnosis")
  }

  /// The parts of the same name, the n-th with the n-th; old ones first, then those that are new.
  private static func pairs<Part>(
    _ old: [Part], _ new: [Part], name: (Part) -> String
  ) -> [(old: Part?, new: Part?)] {
    var waiting: [String: [Int]] = [:]
    for (number, part) in new.enumerated().reversed() {
      waiting[name(part), default: []].append(number)
    }
    let kept = old.map { part in (old: part, new: waiting[name(part)]?.popLast().map { new[$0] }) }
    let added = waiting.values.flatMap { $0 }.sorted()
    return kept.map { ($0.old, $0.new) } + added.map { (nil, new[$0]) }
  }

  private mutating func note(
    _ place: String, _ block: String, _ kind: NumberChange.Kind, quantity: String? = nil,
    row: String? = nil
  ) {
    changes.append(
      NumberChange(place: place, block: block, quantity: quantity, row: row, kind: kind))
  }
}

// MARK: - Tables and cells

extension NumberComparison {
  private mutating func compare(
    _ old: NumberTable?, _ new: NumberTable?, of block: String, at index: Int?
  ) {
    let name = old?.name ?? new?.name ?? ""
    let place = index == 0 || name.isEmpty ? block : "\(block)-\(name)"
    guard let old, let new else {
      return note(
        place, block, old == nil ? .added("") : .removed(""), quantity: "the table")
    }
    guard old.columns == new.columns else {
      let (before, after) = (
        old.columns.joined(separator: ", "), new.columns.joined(separator: ", ")
      )
      return note(place, block, .reworded(from: before, to: after), quantity: "the heading")
    }
    let rows = TableRows(old, new)
    for pair in rows.pairs {
      guard let before = pair.old, let after = pair.new else {
        note(
          place, block, pair.old == nil ? .added("") : .removed(""), quantity: "a row",
          row: pair.name)
        continue
      }
      for column in old.columns.indices.dropFirst(rows.keyCount) {
        compare(
          old.rows[before][column], new.rows[after][column], place, block,
          quantity: old.columns[column], row: pair.name)
      }
    }
  }

  private mutating func compare(
    _ old: NumberTable.Cell?, _ new: NumberTable.Cell?, _ place: String, _ block: String,
    quantity: String?, row: String? = nil
  ) {
    switch (old, new) {
    case (.number(let before), .number(let after)):
      guard before != after, before.value != after.value else { return }
      if let relative = NumberChange.relative(before.value, after.value), relative <= tolerance {
        return
      }
      note(place, block, .moved(from: before, to: after), quantity: quantity, row: row)
    case (let before?, let after?):
      guard before != after else { return }
      note(
        place, block, .reworded(from: before.words, to: after.words), quantity: quantity, row: row)
    case (nil, let after?):
      note(place, block, .added(after.words), quantity: quantity, row: row)
    case (let before?, nil):
      note(place, block, .removed(before.words), quantity: quantity, row: row)
    case (nil, nil): return
    }
  }
}
