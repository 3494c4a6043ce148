import NeuralNet
import Plotting

/// Reads what a user wrote against a schema and collects every problem on the way.
struct OptionReader {
  /// All problems so far, in the order of the text.
  private(set) var problems: [OptionProblem] = []
  /// The layers that networks may have.
  let layers: Catalog<Layer>
  /// Whether the options that are read have a table, whose columns they may name.
  private(set) var hasTable = false

  init(layers: Catalog<Layer> = Catalogs.layers) { self.layers = layers }

  /// Reads the entries of `value` (a map) as the options that `schema` declares.
  ///
  /// - Parameters:
  ///   - owner: whose options they are, for messages.
  ///   - place: where it is named, for what is missing; nil for that of the block.
  mutating func read(
    _ schema: [ExperimentOption], of owner: Text, from value: OptionValue,
    at place: OptionValue.Place? = nil
  ) -> Options {
    var options = Options()
    let wasWithTable = hasTable
    hasTable = hasTable || value["data"] != nil
    defer { hasTable = wasWithTable }
    refuseUnknown(value, schema, owner)
    for option in schema {
      let given = value[option.name.text]
      options.set(option.name, setting(of: option, from: given, at: place), at: given?.place)
    }
    return options
  }

  private mutating func refuseUnknown(
    _ value: OptionValue, _ schema: [ExperimentOption], _ owner: Text
  ) {
    guard case .map(let entries) = value.content else { return }
    let known = schema.map { $0.name.text }
    for entry in entries where !known.contains(entry.key) {
      problems.append(
        OptionProblem(.unknownOption(entry.key, of: owner, known: known), at: entry.keyPlace))
    }
  }

  private mutating func setting(
    of option: ExperimentOption, from given: OptionValue?, at place: OptionValue.Place?
  ) -> Options.Setting {
    let name = option.name.text
    guard let value = given ?? option.fallback else {
      problems.append(
        OptionProblem(.missingOption(name, expected: option.type.expected), at: place))
      return .absent
    }
    if case .null = value.content, case .null? = option.fallback?.content { return .absent }
    guard let setting = read(value, as: option.type, for: name) else { return .absent }
    return setting
  }

  /// Notes that `value` is not what was expected; `expected` replaces the type's own words.
  mutating func refuse(_ value: OptionValue, _ name: Text, expected: Text) {
    problems.append(
      OptionProblem(.wrongValue(name, found: value.found, expected: expected), at: value.place))
  }

  /// Notes a problem that concerns several options at once.
  mutating func add(_ problem: OptionProblem) { problems.append(problem) }

  private mutating func read(_ value: OptionValue, as type: OptionType, for name: Text)
    -> Options.Setting?
  {
    switch type {
    case .integer(let range): return integer(value, range, name, type).map { .integer($0) }
    case .number(let range): return number(value, range, name, type).map { .number($0) }
    case .boolean:
      guard case .boolean(let flag) = value.content else { break }
      return .boolean(flag)
    case .text:
      guard case .text(let text) = value.content else { break }
      return .text(text)
    case .choice(let names): return choice(value, names, name)
    case .names(let names): return self.names(value, names, name)
    case .grid(let range): return grid(value, range, name, type).map { .numbers($0) }
    case .rows: return tensor(value, name, type).map { .tensors([$0]) }
    case .tensors: return tensors(value, name, type)
    case .variant(let kinds): return variant(value, kinds, name)
    case .layers: return layers(value, name)
    case .body: return body(value, name).map { .body($0) }
    case .bodies: return bodies(value, name)
    case .axes(let range, let count): return axes(value, range, count, name, type)
    case .series: return series(value, name, type)
    case .formula: return formula(value, name, type)
    case .matrix: return matrix(value, name, type)
    case .samples: return samples(value, name, type)
    case .words: return words(value, name, type)
    case .name:
      guard let word = value.name else { break }
      return .text(word)
    case .column: return column(value, name, type).map { .column($0) }
    case .table: return table(value, name, type).map { .table($0) }
    case .variants(let kinds): return variants(value, kinds, name, type)
    case .capacities: return capacities(value, name, type)
    case .runs(let count), .blocks(let count): return labels(value, count, name, type)
    }
    refuse(value, name, expected: type.expected)
    return nil
  }
}

// MARK: - Numbers and names

extension OptionReader {
  mutating func number(
    _ value: OptionValue, _ range: ClosedRange<Double>, _ name: Text, _ type: OptionType
  ) -> Double? {
    guard case .number(let number) = value.content, range.contains(number) else {
      refuse(value, name, expected: type.expected)
      return nil
    }
    return number
  }

  mutating func integer(
    _ value: OptionValue, _ range: ClosedRange<Int64>, _ name: Text, _ type: OptionType
  ) -> Int64? {
    let limits = Double(range.lowerBound)...Double(range.upperBound)
    guard case .number(let number) = value.content, limits.contains(number),
      number == number.rounded(.towardZero)
    else {
      refuse(value, name, expected: type.expected)
      return nil
    }
    return Int64(number)
  }

  /// One label, or a list of different ones.
  private mutating func labels(
    _ value: OptionValue, _ count: ClosedRange<Int>, _ name: Text, _ type: OptionType
  ) -> Options.Setting? {
    var items = [value]
    if case .list(let list) = value.content { items = list }
    var labels: [Options.Label] = []
    for item in items {
      guard count.contains(items.count), case .text(let label) = item.content,
        !labels.contains(where: { $0.text == label })
      else {
        refuse(item, name, expected: type.expected)
        return nil
      }
      labels.append(Options.Label(text: label, place: item.place))
    }
    guard count.contains(labels.count) else {
      refuse(value, name, expected: type.expected)
      return nil
    }
    return .runs(labels)
  }

  private mutating func choice(_ value: OptionValue, _ names: [Name], _ name: Text)
    -> Options.Setting?
  {
    if case .text(let text) = value.content {
      for (index, known) in names.enumerated() where known.matches(text) { return .choice(index) }
    }
    problems.append(
      OptionProblem(
        .unknownKind(name, found: value.found, known: names.map { $0.text }), at: value.place))
    return nil
  }
}

extension OptionReader {
  /// A name, or a list of different ones, which are put into the order of the known ones.
  private mutating func names(_ value: OptionValue, _ known: [Name], _ name: Text)
    -> Options.Setting?
  {
    var items = [value]
    if case .list(let list) = value.content { items = list }
    guard !items.isEmpty else {
      refuse(value, name, expected: OptionType.names(known).expected)
      return nil
    }
    var chosen: [Int] = []
    for item in items {
      guard case .choice(let index)? = choice(item, known, name) else { return nil }
      if !chosen.contains(index) { chosen.append(index) }
    }
    return .names(chosen.sorted())
  }
}

// MARK: - The variant rule

extension OptionReader {
  /// `name`, `name: value` or `name: {option: value}`.
  mutating func variant(_ value: OptionValue, _ kinds: [VariantKind], _ name: Text)
    -> Options.Setting?
  {
    var key = value
    var argument: OptionValue?
    if case .map(let entries) = value.content {
      guard entries.count == 1 else {
        problems.append(
          OptionProblem(.severalKinds(name, count: entries.count), at: value.place))
        return nil
      }
      key = OptionValue(.text(entries[0].key), at: entries[0].keyPlace)
      argument = entries[0].value
    }
    guard case .text(let word) = key.content,
      let index = kinds.firstIndex(where: { $0.name.matches(word) })
    else {
      let known = kinds.map { $0.name.text }
      problems.append(
        OptionProblem(.unknownKind(name, found: key.found, known: known), at: key.place))
      return nil
    }
    return .variant(index, options(of: kinds[index], from: argument, at: key.place))
  }

  private mutating func options(
    of kind: VariantKind, from argument: OptionValue?, at place: OptionValue.Place?
  ) -> Options {
    let nothing = OptionValue(.map([]))
    guard let argument else {
      return read(kind.options, of: kind.name.text, from: nothing, at: place)
    }
    switch argument.content {
    case .null: return read(kind.options, of: kind.name.text, from: nothing, at: place)
    case .map: return read(kind.options, of: kind.name.text, from: argument, at: place)
    default:
      guard let main = kind.options.first else {
        refuse(argument, kind.name.text, expected: "no value: it has no options")
        return Options()
      }
      let entry = OptionValue.Entry(key: main.name.text, at: argument.place, value: argument)
      return read(
        kind.options, of: kind.name.text, from: OptionValue(.map([entry]), at: argument.place),
        at: place)
    }
  }
}
