public import Notebook

/// Writes notebooks for Jupyter, nbformat 4.5: prose as Markdown cells, blocks as code cells, and what
/// they show as outputs.
///
/// What the cells do not say stands in their metadata, so that `JupyterConversion` gives the notebook back,
/// byte for byte.
public enum JupyterReport {
  /// The document of a report.
  ///
  /// - Parameter source: the notebook as it is on disk.
  public static func render(_ report: Report, source: String) -> String {
    document(report, source: source, outputs: JupyterOutputs(PageContext(report)))
  }

  /// The document of a notebook that did not run: cells without outputs, prose as written.
  public static func convert(_ notebook: Notebook, source: String) -> String {
    document(.unrun(notebook), source: source, outputs: nil)
  }

  private static func document(
    _ report: Report, source: String, outputs: JupyterOutputs?
  ) -> String {
    let cells = SourceCells(source, report.notebook)
    var writer = CellWriter(report, cells, outputs)
    for cell in cells.cells { writer.add(cell, isLast: cell == cells.cells.last) }
    writer.addEnd()
    var own: JSONValue.Entries = [("version", 1)]
    if !cells.lead.isEmpty { own.append(("lead", .text(cells.lead))) }
    let document: JSONValue = [
      "cells": .list(writer.cells),
      "metadata": [
        "language_info": ["file_extension": ".yml", "mimetype": "text/x-yaml", "name": "yaml"],
        "nnbook": .object(own), "title": .text(report.title),
      ],
      "nbformat": 4, "nbformat_minor": 5,
    ]
    return document.document
  }
}

/// Writes cells one after the other.
private struct CellWriter {
  private(set) var cells: [JSONValue] = []
  private var names = CellNames()
  private var number = 0
  /// The first block that is not written yet.
  private var next = 0
  /// The block whose cell was written last.
  private var block: Int?
  private let report: Report
  private let outputs: JupyterOutputs?
  private let prose: JupyterProse?
  /// The blocks with cells of their own.
  private let own: Set<Int>

  init(_ report: Report, _ cells: SourceCells, _ outputs: JupyterOutputs?) {
    self.report = report
    self.outputs = outputs
    let hasTitle = cells.cells.first?.kind == .frontMatter
    prose = outputs == nil ? nil : JupyterProse(PageContext(report), hasTitle: hasTitle)
    own = Set(
      cells.cells.compactMap { cell in
        if case .block(let index) = cell.kind { index } else { nil }
      })
  }

  mutating func add(_ cell: SourceCells.Cell, isLast: Bool) {
    var own: JSONValue.Entries = []
    if cell.gap != (isLast ? "\n" : "\n\n") { own.append(("gap", .text(cell.gap))) }
    switch cell.kind {
    case .frontMatter:
      put("raw", id: "front-matter", own, cell.text)
      addTitle()
    case .prose: addProse(cell, own)
    case .block(let index):
      addOthers(before: index)
      own += [("open", .text(cell.open)), ("close", .text(cell.close))]
      addBlock(index, own, cell.text)
      block = index
    }
  }

  /// Jupyter does not show front matter: the title stands below it once more.
  private mutating func addTitle() {
    guard outputs != nil else { return }
    let frontMatter = report.notebook.frontMatter
    let lede = (frontMatter.subtitle ?? frontMatter.description).map {
      "\n\n\(MarkdownText.escape($0))"
    }
    put(
      "markdown", id: "title", [("generated", true)],
      "# \(MarkdownText.escape(report.title))\(lede ?? "")")
  }

  private mutating func addProse(_ cell: SourceCells.Cell, _ own: JSONValue.Entries) {
    number += 1
    let shown = prose?.text(behind: block, self.own) ?? cell.text
    let kept: JSONValue.Entries =
      shown == cell.text
      ? [] : [("source", .text(cell.text)), ("shown", .text(Provenance.digest(of: shown)))]
    put(
      "markdown", id: "text-\(number)", own + kept, shown,
      attachments: prose?.attachments(of: shown) ?? [])
  }

  /// What stands behind the text: blocks without a cell, footnotes, references.
  mutating func addEnd() {
    addOthers()
    guard let end = prose?.end, !end.isEmpty else { return }
    put("markdown", id: "notes", [("generated", true)], end)
  }

  private mutating func addBlock(_ index: Int, _ own: JSONValue.Entries, _ source: String) {
    next = index + 1
    let block = report.notebook.blocks[index]
    put(
      "code", id: block.options.label ?? "block-\(index + 1)", own, source,
      outputs: outputs?.all(index) ?? [])
  }

  /// Blocks of included files, lists and quotes have no cell of their own to go back into the text.
  private mutating func addOthers(before end: Int? = nil) {
    guard outputs != nil else { return }
    let blocks = report.notebook.blocks
    for index in next..<max(next, end ?? blocks.count) {
      addBlock(index, [("generated", true)], blocks[index].source)
    }
  }

  private mutating func put(
    _ type: JSONValue, id: String, _ own: JSONValue.Entries, _ source: String,
    outputs: [JSONValue] = [], attachments: JSONValue.Entries = []
  ) {
    var cell: JSONValue.Entries = attachments.isEmpty ? [] : [("attachments", .object(attachments))]
    cell.append(("cell_type", type))
    let isCode = if case .text("code") = type { true } else { false }
    if isCode { cell.append(("execution_count", .null)) }
    cell.append(("id", .text(names.take(id))))
    cell.append(("metadata", own.isEmpty ? [:] : ["nnbook": .object(own)]))
    if isCode { cell.append(("outputs", .list(outputs))) }
    cell.append(("source", JupyterReport.lines(source)))
    cells.append(.object(cell))
  }
}

extension JupyterReport {
  /// Text as Jupyter stores it: a list of lines with their ends.
  static func lines(_ text: String) -> JSONValue {
    var lines: [JSONValue] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 10).map { $0 + 1 } ?? rest.endIndex
      lines.append(.text(String(decoding: rest[..<end], as: UTF8.self)))
      rest = rest[end...]
    }
    return .list(lines)
  }
}
