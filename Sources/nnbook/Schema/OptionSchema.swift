import Experiments
import Plotting
import Reports

/// JSON Schemas of option values, from the types that validate them.
enum OptionSchema {
  /// The options of something as a map; what has no default is required.
  ///
  /// - Parameter besides: further properties, each optional.
  static func object(
    _ options: [ExperimentOption], besides: JSONValue.Entries = [],
    required: [String]? = nil
  ) -> JSONValue {
    let properties = options.map { (key: String($0.name), value: option($0)) } + besides
    let needed = required ?? options.filter { $0.fallback == nil }.map { String($0.name) }
    var schema: JSONValue.Entries = [
      ("type", "object"), ("properties", .object(properties)),
    ]
    if !needed.isEmpty { schema.append(("required", .list(needed.map { .text($0) }))) }
    schema.append(("additionalProperties", false))
    return .object(schema)
  }

  private static func option(_ option: ExperimentOption) -> JSONValue {
    var schema: JSONValue.Entries = [
      ("description", .text("\(option.meaning); \(String(option.type.expected))"))
    ]
    var type = Self.schema(of: option)
    if let fallback = option.fallback {
      if case .null = fallback.content {
        type = anyOf([type, ["type": "null"]])
      } else {
        schema.append(("default", JSONValue(fallback)))
      }
    }
    schema.append(("allOf", [type]))
    return .object(schema)
  }

  /// The variant rule: a name, or a map with a name and its value or options.
  ///
  /// - Parameter labels: whether the label of a definition may stand for a name.
  static func variant(_ kinds: [VariantKind], labels: Bool = false) -> JSONValue {
    let names = JSONValue.list(kinds.map { .text(String($0.name)) })
    let properties = kinds.map { kind in
      (
        key: String(kind.name),
        value: anyOf(values(of: kind), description: "\(kind.summary)")
      )
    }
    let map: JSONValue = [
      "type": "object", "minProperties": 1, "maxProperties": 1,
      "properties": .object(properties), "additionalProperties": false,
    ]
    return anyOf([["enum": names], map, labels ? label : parameter])
  }

  /// What may stand behind `name:`: the value of the main option, or a map of options.
  private static func values(of kind: VariantKind) -> [JSONValue] {
    let nothing: JSONValue = ["type": "null"]
    guard let main = kind.options.first else {
      return [["type": "object", "maxProperties": 0], nothing]
    }
    // With a value for the main option all others have to have defaults.
    let isShort = kind.options.dropFirst().allSatisfy { $0.fallback != nil }
    let isEmpty = kind.options.allSatisfy { $0.fallback != nil }
    return (isShort ? [schema(of: main)] : []) + [object(kind.options)] + (isEmpty ? [nothing] : [])
  }

  /// Several schemas of which one has to fit.
  static func anyOf(_ schemas: [JSONValue], description: String? = nil) -> JSONValue {
    var schema: JSONValue.Entries = [("anyOf", .list(schemas))]
    if let description { schema.insert(("description", .text(description)), at: 0) }
    return .object(schema)
  }
}

// MARK: - Types

extension OptionSchema {
  /// `${name}`, which may stand for any value.
  static let parameter: JSONValue = ["$ref": "#/$defs/parameter"]
  /// The label of another block.
  static let label: JSONValue = ["$ref": "#/$defs/label"]

  private static func schema(of option: ExperimentOption) -> JSONValue {
    if case .variant(let kinds) = option.type, option.name.matches("data") {
      return SchemaCatalogue.reference(kinds, labels: true)
    }
    return schema(of: option.type)
  }

  private static func schema(of type: OptionType) -> JSONValue {
    switch type {
    case .integer(let range): return anyOf([integer(range), parameter])
    case .number(let range): return anyOf([number(range), parameter])
    case .boolean: return anyOf([["type": "boolean"], parameter])
    case .text: return ["type": "string"]
    case .choice(let names):
      return anyOf([["enum": .list(names.map { .text(String($0)) })], parameter])
    case .names(let names):
      let name: JSONValue = ["enum": .list(names.map { .text(String($0)) })]
      return anyOf([name, list(name), parameter])
    case .grid(let range): return grid(range)
    case .rows: return anyOf([row, list(row), parameter])
    case .tensors: return anyOf([list(anyOf([row, list(row)])), parameter])
    case .variant(let kinds): return SchemaCatalogue.reference(kinds)
    case .layers: return anyOf([sizes, list(layer), parameter])
    case .body: return anyOf([list(layer, from: 0), parameter])
    case .bodies: return anyOf([list(list(layer, from: 0)), parameter])
    case .axes(let range, let count):
      let number = anyOf([integer(range), parameter])
      return anyOf([number, list(number, from: count.lowerBound, to: count.upperBound)])
    case .series:
      let numbers = list(anyOf([["type": "number"], ["type": "null"], parameter]))
      return anyOf([["type": "string"], numbers, spaced(["type": "number"]), column])
    case .formula: return ["type": "string"]
    case .matrix, .samples:
      let numbers = list(anyOf([["type": "number"], ["type": "null"], parameter]))
      return anyOf([["type": "string"], numbers, list(numbers), column])
    case .words: return anyOf([list(name), name, column])
    case .name: return name
    case .column: return anyOf([name, column])
    case .table:
      return anyOf([["type": "string"], variant(Catalogs.tables.variants, labels: false)])
    case .variants(let kinds): return list(SchemaCatalogue.reference(kinds), to: 64)
    case .capacities: return anyOf([sizes, list(sizes, to: 12), parameter])
    case .runs(let count), .blocks(let count):
      return anyOf([label, list(label, from: count.lowerBound, to: count.upperBound)])
    }
  }

  private static let name: JSONValue = anyOf([["type": "string"], ["type": "number"]])

  /// `{column: name}`
  private static var column: JSONValue {
    [
      "type": "object", "required": ["column"], "properties": ["column": name],
      "additionalProperties": false,
    ]
  }

  private static func integer(_ range: ClosedRange<Int64>) -> JSONValue {
    [
      "type": "integer", "minimum": .integer(Int(range.lowerBound)),
      "maximum": .integer(Int(range.upperBound)),
    ]
  }

  private static func number(_ range: ClosedRange<Double>) -> JSONValue {
    var schema: JSONValue.Entries = [("type", "number")]
    if range.lowerBound == OptionType.aboveZero {
      schema.append(("exclusiveMinimum", 0))
    } else if range.lowerBound > -OptionType.unbounded {
      schema.append(("minimum", .number(range.lowerBound)))
    }
    if range.upperBound < OptionType.unbounded {
      schema.append(("maximum", .number(range.upperBound)))
    }
    return .object(schema)
  }

  private static func grid(_ range: ClosedRange<Double>) -> JSONValue {
    let value = anyOf([number(range), parameter])
    return anyOf([value, list(value, to: 200), spaced(["type": "number"])])
  }

  /// `{linear: [from, to, count]}` or `{log: [from, to, count]}`.
  private static func spaced(_ value: JSONValue) -> JSONValue {
    let spaced = ["linear", "log"].map { name in
      (key: name, value: list(anyOf([value, parameter]), from: 3, to: 3))
    }
    return [
      "type": "object", "minProperties": 1, "maxProperties": 1, "properties": .object(spaced),
      "additionalProperties": false,
    ]
  }

  private static var row: JSONValue { list(anyOf([["type": "number"], parameter])) }

  private static var sizes: JSONValue {
    list(anyOf([integer(1...65_536), parameter]), from: 2, to: 256)
  }

  private static var layer: JSONValue { SchemaCatalogue.reference(Catalogs.layers.variants) }

  static func list(_ items: JSONValue, from least: Int = 1, to most: Int? = nil) -> JSONValue {
    var schema: JSONValue.Entries = [
      ("type", "array"), ("items", items), ("minItems", .integer(least)),
    ]
    if let most { schema.append(("maxItems", .integer(most))) }
    return .object(schema)
  }
}
