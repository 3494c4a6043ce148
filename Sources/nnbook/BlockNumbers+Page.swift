import NotebookRunner
import Reports

extension [BlockNumbers] {
  /// The numbers of a report, block by block; the ids of the page stand for names.
  init(_ page: PageNumbers) {
    self = []
    for metric in page.metrics {
      if last?.name != metric.block { append(BlockNumbers(name: metric.block)) }
      self[count - 1].metrics.append(
        BlockNumbers.Metric(name: metric.name, number: ExactNumber(Double(metric.value) ?? .nan)))
    }
    for table in page.tables { add(table) }
  }

  /// Adds a table to its block: the one whose id begins the figure's id.
  private mutating func add(_ table: PageNumbers.Table) {
    let owners = indices.filter {
      table.anchor == self[$0].name || table.anchor.hasPrefix(self[$0].name + "-")
    }
    let owner = owners.max { self[$0].name.count < self[$1].name.count }
    if owner == nil { append(BlockNumbers(name: table.anchor)) }
    let block = owner ?? count - 1
    let name = table.anchor.dropFirst(self[block].name.count + 1)
    self[block].tables.append(
      NumberTable(
        name: String(name), columns: table.rows.first ?? [],
        rows: table.rows.dropFirst().map { $0.map { NumberTable.Cell(field: $0) } }))
  }
}

extension NumberTable.Cell {
  /// A field of a table as text: a number if it can be one.
  init(field: String) {
    if field.isEmpty {
      self = .empty
    } else if let number = Double(field) {
      self = .number(ExactNumber(number))
    } else {
      self = .text(field)
    }
  }
}
