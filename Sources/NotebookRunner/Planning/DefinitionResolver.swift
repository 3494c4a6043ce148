import Experiments
import Notebook
import Plotting

/// Puts the definitions that blocks name in the place of their names, and notes all that is wrong
/// with it.
struct DefinitionResolver {
  private let table: DefinitionTable
  private let places: SourcePlaces
  /// The definitions that some block uses.
  private(set) var used: Set<BlockID> = []
  /// Definitions that lead back to themselves, once a circle, by notebook.
  private(set) var circles: [(notebook: Int, diagnostic: Diagnostic)] = []
  private var circular: Set<BlockID> = []
  private var problems: [Diagnostic] = []
  private var notebook = 0

  init(_ table: DefinitionTable, _ places: SourcePlaces) {
    self.table = table
    self.places = places
  }

  /// `body` of a block with the definitions that it names in their place, and what is wrong with
  /// them.
  ///
  /// - Parameter experiment: whose options they are; the `data` of some are tables, which stay.
  mutating func resolve(
    _ body: OptionValue, of notebook: Int, for experiment: Experiment? = nil,
    from id: BlockID? = nil
  ) -> (body: OptionValue, problems: [Diagnostic]) {
    self.notebook = notebook
    problems = []
    if experiment?.showsTables == true { return (body, []) }
    let start = id.flatMap { table[$0] }
    let resolved = resolve(body, through: start.map { [$0] } ?? [])
    return (resolved, problems)
  }

  private mutating func resolve(_ body: OptionValue, through path: [Definition]) -> OptionValue {
    guard case .map(let entries) = body.content else { return body }
    var resolved: [OptionValue.Entry] = []
    var inherited: [OptionValue.Entry] = []
    for var entry in entries {
      if entry.key == "data" {
        entry.value = data(entry.value, through: path)
      } else if entry.key == "model" {
        inherited += modelEntries(entry.value, through: path)
        continue
      }
      resolved.append(entry)
    }
    for entry in inherited where !resolved.contains(where: { $0.key == entry.key }) {
      resolved.append(entry)
    }
    return OptionValue(.map(resolved), at: body.place)
  }

  /// The data set that a value of `data:` stands for; of a circle, which is reported once, any.
  private mutating func data(_ value: OptionValue, through path: [Definition]) -> OptionValue {
    guard case .text(let word) = value.content else { return value }
    switch table.find(String(word), .data, from: owner(path)) {
    case .found(let definition):
      guard enter(definition, path) else { return .name("moons") }
      return data(
        OptionValue(definition.body.content, at: value.place), through: path + [definition])
    case .ambiguous(let several): refuseAmbiguous(word, several, at: value.place)
    case .unknown(let labels):
      let kinds = Catalogs.datasets.variants.map { $0.name.text }
      if kinds.contains(word) { return value }
      refuse(
        value.place, "no data set and no {data} block is called '\(String(word))'", word,
        known: kinds + labels.map { Text($0) })
    }
    return value
  }

  private mutating func modelEntries(_ use: OptionValue, through path: [Definition])
    -> [OptionValue.Entry]
  {
    guard case .text(let word) = use.content else {
      problems.append(
        diagnostic(use.place, "option 'model' is not text, expected the label of a {model} block"))
      return []
    }
    switch table.find(String(word), .model, from: owner(path)) {
    case .found(let definition):
      guard enter(definition, path),
        case .map(let entries) = resolve(definition.body, through: path + [definition]).content
      else { return [] }
      return entries
    case .ambiguous(let several): refuseAmbiguous(word, several, at: use.place)
    case .unknown(let labels):
      refuse(
        use.place, "no {model} block has the label '\(String(word))'", word,
        known: labels.map { Text($0) })
    }
    return []
  }

  /// The notebook in which names are looked up first: that of the innermost definition.
  private func owner(_ path: [Definition]) -> Int { path.last?.id.notebook ?? notebook }
}

// MARK: - Runs

extension DefinitionResolver {
  /// The {train} blocks that the options of a block name.
  mutating func runs(_ options: Options, of notebook: Int)
    -> (blocks: [BlockID], problems: [Diagnostic])
  {
    self.notebook = notebook
    problems = []
    let blocks = options.runs.compactMap { label -> BlockID? in
      switch table.find(String(label.text), .run, from: notebook) {
      case .found(let definition):
        used.insert(definition.id)
        return definition.id
      case .ambiguous(let several): refuseAmbiguous(label.text, several, at: label.place)
      case .unknown(let labels):
        refuse(
          label.place, "no {train} block has the label '\(String(label.text))'", label.text,
          known: labels.map { Text($0) })
      }
      return nil
    }
    return (blocks, problems)
  }
}

// MARK: - Tables

extension DefinitionResolver {
  /// The blocks whose numbers the options of a block name.
  mutating func shownBlocks(_ options: Options, of notebook: Int)
    -> (blocks: [BlockID], problems: [Diagnostic])
  {
    self.notebook = notebook
    problems = []
    let blocks = options.shownBlocks.compactMap { label -> BlockID? in
      switch table.find(String(label.text), .result, from: notebook) {
      case .found(let definition): return definition.id
      case .ambiguous(let several): refuseAmbiguous(label.text, several, at: label.place)
      case .unknown(let labels):
        refuse(
          label.place,
          "no block with results has the label '\(String(label.text))', and a file has an ending "
            + "such as .csv", label.text, known: labels.map { Text($0) })
      }
      return nil
    }
    return (blocks, problems)
  }
}

extension Options {
  /// The labels of blocks whose numbers are shown, in the order in which they are named.
  var shownBlocks: [Label] { tables.flatMap { $0.source.blocks } }
}

extension Experiment {
  /// Whether its `data` are tables.
  fileprivate var showsTables: Bool {
    options.contains { option in
      if case .table = option.type { true } else { false }
    }
  }
}

// MARK: - Problems

extension DefinitionResolver {
  /// Notes the use; false if the definition is already being resolved.
  private mutating func enter(_ definition: Definition, _ path: [Definition]) -> Bool {
    used.insert(definition.id)
    guard let start = path.firstIndex(where: { $0.id == definition.id }) else { return true }
    let circle = Array(path[start...])
    if circle.allSatisfy({ !circular.contains($0.id) }) { report(circle) }
    return false
  }

  private mutating func report(_ circle: [Definition]) {
    circular.formUnion(circle.map { $0.id })
    let members = circle.sorted { $0.id < $1.id }
    let (first, others) = (members[0], members.dropFirst())
    let start = circle.firstIndex { $0.id == first.id } ?? 0
    let names = (circle[start...] + circle[..<start]).map { $0.label } + [first.label]
    let homes = others.map { "'\($0.label)' at \(places.text($0.position, of: $0.id.notebook))" }
    let diagnostic = places.diagnostic(
      of: first.id.notebook, at: first.position,
      "{\(first.role.rawValue)} blocks use each other in a circle: "
        + names.joined(separator: " → "),
      note: homes.isEmpty ? nil : homes.joined(separator: ", "))
    circles.append((first.id.notebook, diagnostic))
  }

  private func diagnostic(
    _ place: OptionValue.Place?, _ message: String, note: String? = nil
  ) -> Diagnostic {
    places.diagnostic(
      of: notebook, at: SourcePosition(line: 1, column: 1), instead: place, message, note: note)
  }

  private mutating func refuse(
    _ place: OptionValue.Place?, _ message: String, _ word: Text, known: [Text]
  ) {
    let note = suggestion(for: word, among: known).map { String($0) }
    problems.append(diagnostic(place, message, note: note))
  }

  private mutating func refuseAmbiguous(
    _ word: Text, _ several: [Definition], at place: OptionValue.Place?
  ) {
    let homes = several.map { places.text($0.position, of: $0.id.notebook) }
    problems.append(
      diagnostic(
        place, "'\(String(word))' is the label of blocks in several other notebooks",
        note: homes.joined(separator: ", ")))
  }
}
