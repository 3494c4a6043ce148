import Foundation
import NotebookRunner

/// Lists changes of numbers for people: a heading a block, a line a number.
struct DiffListing {
  private let changes: [NumberChange]
  private let tolerance: Double

  init(_ changes: [NumberChange], tolerance: Double) {
    self.changes = changes
    self.tolerance = tolerance
  }

  /// The list, without a line end behind it.
  var text: String {
    guard !changes.isEmpty else {
      return tolerance == 0
        ? "nothing differs"
        : "nothing differs by more than \(NumberChange.short(tolerance, digits: 6)) of its value"
    }
    let rows = changes.map { cells($0) }
    let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
    var lines: [String] = []
    var place: String?
    for (change, row) in zip(changes, rows) {
      if change.place != place { lines.append(change.place) }
      place = change.place
      let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      let line = "  " + padded.joined(separator: "  ")
      lines.append(String(line.reversed().drop { $0 == " " }.reversed()))
    }
    return lines.joined(separator: "\n")
  }

  /// What, both values, absolute and relative change.
  private func cells(_ change: NumberChange) -> [String] {
    let what = (change.quantity ?? "all of it") + (change.row.map { " at \($0)" } ?? "")
    switch change.kind {
    case .moved(let old, let new):
      let (before, after) = NumberChange.tellApart(old.value, new.value)
      let sign = new.value < old.value ? "-" : "+"
      let percent = change.relative.map {
        "\(sign)\(NumberChange.short($0 * 100, digits: 2)) %"
      }
      return [
        what, "\(before) → \(after)", change.difference.map { sign + $0 } ?? "", percent ?? "",
      ]
    case .reworded(let old, let new): return [what, "'\(old)' → '\(new)'", "", ""]
    case .added(let value): return [what, value.isEmpty ? "new" : "new: \(value)", "", ""]
    case .removed(let value): return [what, value.isEmpty ? "gone" : "gone: \(value)", "", ""]
    }
  }
}
