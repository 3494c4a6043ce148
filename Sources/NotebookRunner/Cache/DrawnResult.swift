package import Experiments
package import Plotting

/// A result whose figures are drawn: it can be stored, and does not hold the numbers that the
/// experiment worked with.
///
/// Every result passes through here, fresh or stored, so that a report cannot tell one from the other.
enum DrawnResult {
  /// The bytes of a result.
  static func bytes(_ result: ExperimentResult) -> [UInt8] {
    var record = Record()
    record.put(result.metrics)
    record.put(result.figures)
    record.put(result.diagnoses)
    record.put(result.diverged)
    if !result.numbers.isEmpty { record.put(result.numbersJSON) }
    return record.bytes
  }

  /// The result of these bytes; nil if they are none.
  static func result(_ bytes: [UInt8]) -> ExperimentResult? {
    do throws(RecordError) {
      var reader = RecordReader(Record(bytes))
      var result = ExperimentResult(
        metrics: try reader.take(), figures: try reader.take(), diagnoses: try reader.take(),
        diverged: try reader.take())
      if !reader.isAtEnd {
        let numbers = Experiments.JSONReader.value(try reader.take(Text.self).bytes)
        guard case .map(let entries)? = numbers?.content else { return nil }
        result.numbers = entries
      }
      return reader.isAtEnd ? result : nil
    } catch {
      return nil
    }
  }
}

// MARK: - Metrics and diagnoses

extension Metric: Recordable {
  private static let styles: [Style] = [.whole, .measured, .percent]

  package func put(into record: inout Record) {
    record.put(name)
    record.put(value)
    record.put(Self.styles.firstIndex(of: style) ?? 1)
  }

  package init(from reader: inout RecordReader) throws(RecordError) {
    let (name, value): (Text, Double) = (try reader.take(), try reader.take())
    self.init(name, value, try Self.styles.element(try reader.take()))
  }
}

extension Diagnosis: Recordable {
  package func put(into record: inout Record) {
    record.put(heading)
    record.put(entries.map { $0.term })
    record.put(entries.map { $0.description })
    record.put(curve)
  }

  package init(from reader: inout RecordReader) throws(RecordError) {
    let heading = try reader.take(Text.self)
    let (terms, descriptions): ([Text], [Text]) = (try reader.take(), try reader.take())
    self.init(
      heading: heading,
      entries: Array(zip(terms, descriptions)).map { (term: $0, description: $1) },
      curve: try reader.take())
  }
}

// MARK: - Figures

extension Figure: Recordable {
  package func put(into record: inout Record) {
    record.put(name)
    record.put(width == .wide)
    record.put(rows)
    record.put(caption)
    record.put(table)
  }

  package init(from reader: inout RecordReader) throws(RecordError) {
    self.init(
      try reader.take(), width: try reader.take(Bool.self) ? .wide : .text,
      rows: try reader.take(), caption: try reader.take(), table: try reader.take())
  }
}

extension Figure.Row: Recordable {
  package func put(into record: inout Record) {
    record.put(key)
    record.put(panels)
  }

  package init(from reader: inout RecordReader) throws(RecordError) {
    let key = try reader.take(Panel?.self)
    self.init(try reader.take(), key: key)
  }
}

extension Panel: Recordable {
  package func put(into record: inout Record) {
    record.put(title)
    record.put(summary)
    record.put(isKey)
    record.put(wideWidth)
    record.put(narrowWidth)
    record.put(drawn(width: wideWidth))
    if let narrowWidth { record.put(drawn(width: narrowWidth)) }
  }

  package init(from reader: inout RecordReader) throws(RecordError) {
    let (title, summary): (Text, Text) = (try reader.take(), try reader.take())
    let isKey = try reader.take(Bool.self)
    let (wideWidth, narrowWidth): (Double, Double?) = (try reader.take(), try reader.take())
    let wide = try reader.take(SVG.self)
    let narrow = narrowWidth == nil ? wide : try reader.take(SVG.self)
    self.init(title: title, summary: summary, wideWidth: wideWidth, narrowWidth: narrowWidth) {
      width, _ in width == narrowWidth ? narrow : wide
    }
    self.isKey = isKey
  }
}

extension SVG: Recordable {
  package func put(into record: inout Record) {
    record.put(width)
    record.put(height)
    record.put(body)
    record.put(hooks)
  }

  package init(from reader: inout RecordReader) throws(RecordError) {
    self.init(
      width: try reader.take(), height: try reader.take(), body: try reader.take(),
      hooks: try reader.take())
  }
}

// MARK: - Tables

extension Table: Recordable {
  package func put(into record: inout Record) {
    record.put(columns)
    record.put(rows)
  }

  package init(from reader: inout RecordReader) throws(RecordError) {
    let columns = try reader.take([Column].self)
    self.init(columns, rows: try reader.take())
  }
}

extension Table.Column: Recordable {
  package func put(into record: inout Record) {
    record.put(name)
    record.put(decimals)
    record.put(isText)
  }

  package init(from reader: inout RecordReader) throws(RecordError) {
    let (name, decimals): (Text, Int?) = (try reader.take(), try reader.take())
    self = try reader.take(Bool.self) ? .words(name) : .numbers(name, decimals: decimals)
  }
}

extension Table.Cell: Recordable {
  package func put(into record: inout Record) {
    switch self {
    case .empty: record.put(0)
    case .number(let number):
      record.put(1)
      record.put(number)
    case .text(let text):
      record.put(2)
      record.put(text)
    }
  }

  package init(from reader: inout RecordReader) throws(RecordError) {
    switch try reader.take(Int.self) {
    case 0: self = .empty
    case 1: self = .number(try reader.take())
    case 2: self = .text(try reader.take())
    default: throw .damaged
    }
  }
}

extension Array {
  /// The element at a stored index.
  fileprivate func element(_ index: Int) throws(RecordError) -> Element {
    guard indices.contains(index) else { throw .damaged }
    return self[index]
  }
}
