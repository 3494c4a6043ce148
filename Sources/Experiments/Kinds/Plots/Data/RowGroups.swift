import Plotting

/// Rows by a word of theirs, in the order in which the words first come.
struct RowGroups {
  private(set) var labels: [Text] = []
  /// The rows of each label.
  private(set) var rows: [[Int]] = []

  init(_ words: [Text]) {
    for (row, word) in words.enumerated() {
      if let last = rows.indices.last, labels[last] == word {
        rows[last].append(row)
      } else if let known = labels.firstIndex(of: word) {
        rows[known].append(row)
      } else {
        labels.append(word)
        rows.append([row])
      }
    }
  }

  /// Puts the groups into the order of their numbers, one a row.
  mutating func sort(by numbers: [Double]) {
    func number(_ group: Int) -> Double {
      let first = numbers[rows[group][0]]
      return first.isNaN ? .infinity : first
    }
    let order = labels.indices.sorted { (number($0), $0) < (number($1), $1) }
    (labels, rows) = (order.map { labels[$0] }, order.map { rows[$0] })
  }
}
