public import Foundation

/// The numbers that a report carries: its metrics, and the tables of its figures as rows of text.
public struct PageNumbers: Equatable, Sendable {
  /// A metric of a block.
  public struct Metric: Equatable, Sendable {
    /// The block's id in the page: its label, or `block-3`.
    public var block: String
    /// What the block calls it.
    public var name: String
    /// As written.
    public var value: String
  }

  /// The numbers of a figure.
  public struct Table: Equatable, Sendable {
    /// The figure's id in the page.
    public var anchor: String
    /// The heading first.
    public var rows: [[String]]
  }

  /// Why a file has no numbers to compare.
  public enum Problem: Error, Equatable, Sendable {
    /// nnbook did not write it.
    case noReport
    /// It is cut off, or of a version that wrote no metrics.
    case noMetrics
  }

  /// In the order of the page.
  public private(set) var metrics: [Metric] = []
  /// In the order of the page.
  public private(set) var tables: [Table] = []

  /// Reads a page.
  ///
  /// - Throws: `Problem` if it is no report of nnbook, or not a whole one.
  public init(page: Data) throws(Problem) {
    // Every template holds the metrics; the line that names nnbook only the standard one.
    let metrics = Self.content(of: "<pre class=\"metrics\" hidden>", in: page, from: 0)
    let rows = metrics.map { CSV.rows($0.text) } ?? []
    guard rows.first == MetricsRenderer.heading else {
      throw page.range(of: Self.generator) == nil ? .noReport : .noMetrics
    }
    for row in rows.dropFirst() where row.count == 3 {
      self.metrics.append(Metric(block: row[0], name: row[1], value: row[2]))
    }
    readTables(page)
  }

  private static let generator = Data("<meta name=\"generator\" content=\"nnbook\">".utf8)

  private mutating func readTables(_ page: Data) {
    var place = 0
    while let table = Self.content(of: "<pre class=\"csv\" hidden>", in: page, from: place) {
      let figure = page.range(
        of: Data("<div class=\"figure".utf8), options: .backwards,
        in: page.startIndex + place..<table.start)
      place = table.end
      guard let figure,
        let anchor = Self.content(
          of: " id=\"", until: "\"", in: page, from: figure.upperBound - page.startIndex)
      else { continue }
      tables.append(Table(anchor: anchor.text, rows: CSV.rows(table.text)))
    }
  }

  /// What stands between two marks, as text without markup, with its place.
  private static func content(
    of open: String, until close: String = "</pre>", in page: Data, from place: Int
  ) -> (text: String, start: Data.Index, end: Int)? {
    let rest = page.startIndex + place..<page.endIndex
    guard let start = page.range(of: Data(open.utf8), in: rest),
      let end = page.range(of: Data(close.utf8), in: start.upperBound..<page.endIndex)
    else { return nil }
    let content = String(decoding: page[start.upperBound..<end.lowerBound], as: UTF8.self)
    return (HTML.unescape(content), start.lowerBound, end.upperBound - page.startIndex)
  }
}

extension HTML {
  /// The text that `escape` made `escaped` of.
  static func unescape(_ escaped: String) -> String {
    guard escaped.utf8.contains(UInt8(ascii: "&")) else { return escaped }
    return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(escaped) { $0.replacing($1.0, with: $1.1) }
  }
}
