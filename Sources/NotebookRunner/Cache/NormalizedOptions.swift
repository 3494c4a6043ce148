import Experiments
import Plotting

/// The validated options of a block as named values, however they were written: `optimizer: adam` and
/// `optimizer: {adam: {rate: 0.001}}` give the same list.
///
/// It is the part of a cache key that the author controls. Labels of other blocks are left out, as
/// their results count and not their names, and so is the seed, which the notebook may give.
struct NormalizedOptions {
  /// Names from outside to inside, `optimizer.adam.rate`, with their values, in the schema's order.
  private(set) var entries: [KeyPart] = []

  init(_ options: Options, schema: [ExperimentOption]) {
    for option in schema where !option.name.matches("seed") {
      add(options[option.name], of: option.type, named: String(option.name.text))
    }
  }

  private mutating func add(_ setting: Options.Setting, of type: OptionType, named name: String) {
    switch setting {
    case .absent, .runs: return
    case .integer(let value): add(name, "\(value)")
    case .number(let value): add(name, "\(value)")
    case .boolean(let value): add(name, "\(value)")
    case .text(let value): add(name, String(value))
    case .choice(let index): add(name, choice(index, of: type))
    case .names(let indices): add(name, "\(indices)")
    case .numbers(let values): add(name, "\(values)")
    case .tensors(let values): add(name, "\(values)")
    case .axes(let values): add(name, "\(values)")
    case .capacities(let values): add(name, "\(values)")
    case .words(let words): add(name, "\(words.map { String($0) })")
    case .column(let column): add(name, "column \(String(column))")
    case .table(let source): add(name, source.described)
    case .variants(let list): add(list, of: type, named: name)
    case .variant(let index, let options): add(index, of: type, options, named: name)
    case .layers(.sizes(let sizes)): add(name, "\(sizes)")
    case .layers(.layers(let layers)), .body(let layers): add(layers, named: name)
    case .bodies(let bodies):
      add(name, "\(bodies.count)")
      for (number, body) in bodies.enumerated() { add(body, named: "\(name)[\(number)]") }
    }
  }

  private mutating func add(_ name: String, _ value: String) {
    entries.append(KeyPart(name: name, value: value))
  }

  private func choice(_ index: Int, of type: OptionType) -> String {
    guard case .choice(let names) = type else { return "\(index)" }
    return String(names[index].text)
  }

  private mutating func add(
    _ index: Int, of type: OptionType, _ options: Options, named name: String
  ) {
    guard case .variant(let kinds) = type else { return }
    let kind = kinds[index]
    add(name, String(kind.name.text))
    add(options, schema: kind.options, within: "\(name).\(String(kind.name.text))")
  }

  private mutating func add(_ list: [Options.Kind], of type: OptionType, named name: String) {
    guard case .variants(let kinds) = type else { return }
    add(name, "\(list.count) kinds")
    for (number, item) in list.enumerated() {
      let kind = kinds[item.kind]
      let path = "\(name)[\(number)]"
      add(path, String(kind.name.text))
      add(item.options, schema: kind.options, within: "\(path).\(String(kind.name.text))")
    }
  }

  private mutating func add(_ layers: [WrittenLayer], named name: String) {
    add(name, "\(layers.count) layers")
    for (number, layer) in layers.enumerated() {
      let word = layer.name.text
      let path = "\(name)[\(number)]"
      add(path, String(word))
      let kind = Catalogs.layers.variants.first { $0.name.matches(word) }
      add(layer.options, schema: kind?.options ?? [], within: "\(path).\(String(word))")
    }
  }

  private mutating func add(
    _ options: Options, schema: [ExperimentOption], within path: String
  ) {
    for option in schema {
      add(options[option.name], of: option.type, named: "\(path).\(String(option.name.text))")
    }
  }
}

extension TableSource {
  /// What is shown of which kind of source; the names of blocks are left out as elsewhere.
  fileprivate var described: String {
    switch self {
    case .file(let path): "file \(String(path))"
    case .block(_, let figure): "figure \(figure) of a block"
    case .metrics(let labels): "metrics of \(labels.count) blocks"
    }
  }
}
