/// Reads the `#|` lines of a block.
struct CellOptionsReader {
  /// Every option, in the order of the documentation.
  static let names = [
    "label", "fig-cap", "fig-subcap", "fig-alt", "fig-width", "fig-height", "echo", "eval",
    "output", "include",
    "error", "cache", "code-fold", "layout-ncol", "figures", "live", "controls", "tags",
  ]

  private var reader: ConfigurationReader
  private var options = CellOptions()

  /// The options in a map of YAML; what is wrong with them is reported.
  static func read(
    _ entries: [ConfigurationNode.Entry], diagnostics: inout Diagnostics
  ) -> CellOptions {
    // A copy of all that was found so far would be made for each block that adds to it.
    var reading = CellOptionsReader(reader: ConfigurationReader(diagnostics: diagnostics.cleared))
    for entry in entries { reading.read(entry) }
    diagnostics.add(reading.reader.diagnostics)
    return reading.options
  }

  private mutating func read(_ entry: ConfigurationNode.Entry) {
    switch entry.key {
    case "label": readLabel(entry)
    case "fig-cap":
      options.captions = reader.texts(entry)
      checkProse(entry.value)
    case "fig-subcap":
      options.subcaptions = reader.texts(entry)
      checkProse(entry.value)
    case "fig-alt": options.alternatives = reader.texts(entry)
    case "fig-width": options.figureWidth = size(entry, within: CellOptions.figureWidths)
    case "fig-height": options.figureHeight = size(entry, within: CellOptions.figureHeights)
    case "echo": options.echo = reader.boolean(entry)
    case "eval": options.eval = reader.boolean(entry)
    case "output": options.output = reader.boolean(entry)
    case "include": options.include = reader.boolean(entry)
    case "error": options.error = reader.boolean(entry)
    case "cache": options.cache = reader.boolean(entry)
    case "code-fold": options.codeFold = reader.boolean(entry)
    case "layout-ncol": options.layoutColumns = reader.count(entry, atMost: 4)
    case "figures": options.figures = reader.texts(entry)
    case "live": options.live = reader.boolean(entry)
    case "controls": options.controls = reader.texts(entry)
    case "tags": options.tags = reader.texts(entry)
    default:
      reader.diagnostics.report(
        .unknownOption(entry.key, known: Self.names), at: entry.keyPosition)
    }
  }

  /// Captions are prose: a value in one must be well formed, as in a paragraph.
  private mutating func checkProse(_ node: ConfigurationNode) {
    if case .list(let items) = node.value {
      for item in items { checkProse(item) }
    } else if let text = node.plainText {
      let lines = text.utf8.split(separator: .newline).map(Array.init)
      let prose = ProseLines(
        lines, firstLine: node.position.line, startColumn: 1, quoteDepth: 0)
      var scanner = ProseScanner(prose, parameters: nil, cites: false)
      var (store, found) = (PieceStore(), reader.diagnostics.cleared)
      _ = scanner.protect(store: &store, diagnostics: &found)
      for case .noteStart(let position) in store.pieces {
        found.report(.misplacedNote, at: position)
      }
      reader.diagnostics.add(found, at: node.position)
    }
  }

  /// A number of inches; one that no page has room for is told and brought to the nearest.
  private mutating func size(
    _ entry: ConfigurationNode.Entry, within range: ClosedRange<Double>
  ) -> Double? {
    guard let size = reader.size(entry) else { return nil }
    if !range.contains(size) {
      reader.diagnostics.report(
        .sizeBeyondPage(entry.key, found: size, range), at: entry.value.position)
    }
    return min(range.upperBound, max(range.lowerBound, size))
  }

  private mutating func readLabel(_ entry: ConfigurationNode.Entry) {
    guard let label = reader.text(entry) else { return }
    guard Label.isValid(label) else {
      return reader.diagnostics.report(.badLabel(label), at: entry.value.position)
    }
    options.label = label
    options.labelPosition = entry.value.position
  }
}
