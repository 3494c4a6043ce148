/// Reads what stands between the `---` lines at the top.
struct FrontMatterReader {
  /// The keys that have a meaning here.
  static let names = [
    "title", "subtitle", "description", "author", "date", "keywords", "params", "matrix", "toc",
    "number-sections", "bibliography", "theme", "template", "draft", "trusted", "lang", "execute",
  ]
  /// The keys within `execute:`.
  static let executionNames = ["echo", "eval", "cache", "error", "seed", "profile"]

  var reader: ConfigurationReader
  private var matter = FrontMatter()

  /// The front matter in a map of YAML; what is wrong with it is reported.
  static func read(
    _ entries: [ConfigurationNode.Entry], diagnostics: inout Diagnostics
  ) -> FrontMatter {
    var reading = FrontMatterReader(reader: ConfigurationReader(diagnostics: diagnostics))
    for entry in entries { reading.read(entry) }
    diagnostics = reading.reader.diagnostics
    return reading.matter
  }

  /// Parameters with their values; what is wrong with them is reported.
  static func parameters(
    _ entries: [ConfigurationNode.Entry], diagnostics: inout Diagnostics
  ) -> [FrontMatter.Parameter] {
    var reading = FrontMatterReader(reader: ConfigurationReader(diagnostics: diagnostics))
    for entry in entries { reading.readParameter(entry) }
    diagnostics = reading.reader.diagnostics
    return reading.matter.parameters
  }

  private mutating func read(_ entry: ConfigurationNode.Entry) {
    switch entry.key {
    case "title": matter.title = reader.text(entry)
    case "subtitle": matter.subtitle = reader.text(entry)
    case "description": matter.description = reader.text(entry)
    case "author": matter.author = authors(entry)
    case "date": matter.date = reader.text(entry)
    case "keywords": matter.keywords = reader.texts(entry)
    case "params": for parameter in reader.map(entry) { readParameter(parameter) }
    case "matrix": matter.matrix = matrix(entry)
    case "toc": matter.tableOfContents = reader.boolean(entry) ?? matter.tableOfContents
    case "number-sections": matter.numbersSections = reader.boolean(entry) ?? true
    case "bibliography": matter.bibliography = bibliography(entry)
    case "theme":
      matter.theme = reader.text(entry)
      matter.themePosition = entry.value.position
    case "template":
      matter.template = reader.text(entry)
      matter.templatePosition = entry.value.position
    case "draft": matter.draft = reader.boolean(entry) ?? false
    case "trusted": matter.trusted = reader.boolean(entry) ?? false
    case "lang": matter.language = reader.language(entry) ?? matter.language
    case "execute": for option in reader.map(entry) { readExecution(option) }
    default:
      reader.diagnostics.report(
        .unknownFrontMatter(entry.key, known: Self.names), at: entry.keyPosition)
    }
  }

  private mutating func readExecution(_ entry: ConfigurationNode.Entry) {
    switch entry.key {
    case "echo": matter.execute.echo = reader.boolean(entry) ?? true
    case "eval": matter.execute.eval = reader.boolean(entry) ?? true
    case "cache": matter.execute.cache = reader.boolean(entry) ?? true
    case "error": matter.execute.error = reader.boolean(entry) ?? false
    case "seed": matter.execute.seed = reader.seed(entry) ?? matter.execute.seed
    case "profile": matter.execute.profile = reader.profile(entry)
    default:
      reader.diagnostics.report(
        .unknownFrontMatter(entry.key, known: Self.executionNames), at: entry.keyPosition)
    }
  }

  /// Names, or Quarto's maps with a `name`.
  private mutating func authors(_ entry: ConfigurationNode.Entry) -> [String] {
    var entry = entry
    if case .map = entry.value.value {
      entry.value = ConfigurationNode(.list([entry.value]), at: entry.value.position)
    }
    guard case .list(let items) = entry.value.value else { return reader.texts(entry) }
    return items.compactMap { item in
      var author = ConfigurationNode.Entry(
        key: entry.key, keyPosition: entry.keyPosition, value: item)
      if case .map(let fields) = item.value, let name = fields.first(where: { $0.key == "name" }) {
        author = name
      }
      return reader.text(author)
    }
  }

  private mutating func bibliography(
    _ entry: ConfigurationNode.Entry
  ) -> [FrontMatter.BibliographyFile] {
    let items: [ConfigurationNode] =
      if case .list(let items) = entry.value.value { items } else { [entry.value] }
    return items.compactMap { item in
      let file = ConfigurationNode.Entry(
        key: entry.key, keyPosition: entry.keyPosition, value: item)
      return reader.text(file).map { .init(path: $0, position: item.position) }
    }
  }

  private mutating func readParameter(_ entry: ConfigurationNode.Entry) {
    guard Parameters.isName(entry.key) else {
      return reader.diagnostics.report(.badParameterName(entry.key), at: entry.keyPosition)
    }
    let isEmpty = entry.value.value == .null
    guard let value = isEmpty ? "" : reader.text(entry) else { return }
    guard !value.utf8.contains(.newline) else {
      return reader.diagnostics.report(.multilineParameter(entry.key), at: entry.value.position)
    }
    matter.parameters.append(
      FrontMatter.Parameter(name: entry.key, value: value, position: entry.value.position))
  }
}
