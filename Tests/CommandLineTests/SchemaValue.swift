import Foundation
import Notebook

/// A JSON value that tells numbers and booleans apart.
indirect enum SchemaValue: Decodable, Equatable {
  case null
  case boolean(Bool)
  case number(Double)
  case text(String)
  case list([SchemaValue])
  case map([String: SchemaValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .boolean(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([SchemaValue].self) {
      self = .list(list)
    } else {
      self = .map(try container.decode([String: SchemaValue].self))
    }
  }

  /// The value of a block's YAML.
  init(_ node: ConfigurationNode) {
    switch node.value {
    case .null: self = .null
    case .boolean(let flag): self = .boolean(flag)
    case .number(let digits): self = Double(digits).map { .number($0) } ?? .text(digits)
    case .text(let text): self = .text(text)
    case .list(let items): self = .list(items.map { SchemaValue($0) })
    case .map(let entries):
      self = .map(
        Dictionary(entries.map { ($0.key, SchemaValue($0.value)) }) { first, _ in first })
    }
  }

  static func decoded(_ text: String) throws -> SchemaValue {
    try JSONDecoder().decode(SchemaValue.self, from: Data(text.utf8))
  }

  subscript(key: String) -> SchemaValue? {
    if case .map(let map) = self { map[key] } else { nil }
  }

  /// The keys of a map, sorted.
  var keys: [String] { if case .map(let map) = self { map.keys.sorted() } else { [] } }

  var items: [SchemaValue] { if case .list(let items) = self { items } else { [] } }

  var text: String? { if case .text(let text) = self { text } else { nil } }

  var number: Double? { if case .number(let number) = self { number } else { nil } }
}
