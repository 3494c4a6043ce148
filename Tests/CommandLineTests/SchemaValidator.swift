import Foundation

/// The part of JSON Schema (draft 2020-12) that nnbook's schemas use.
///
/// A keyword that it does not know is a problem of its own, so that no schema is checked by halves.
struct SchemaValidator {
  private let root: SchemaValue
  private static let silent: Set = ["$schema", "$defs", "title", "description", "default"]

  init(_ root: SchemaValue) { self.root = root }

  /// What is wrong with `value`, each with its path; empty if it fits.
  func problems(_ value: SchemaValue) -> [String] { problems(value, root, "") }

  private func problems(
    _ value: SchemaValue, _ schema: SchemaValue, _ path: String
  ) -> [String] {
    switch schema {
    case .boolean(let allows): return allows ? [] : ["\(path): nothing may stand here"]
    case .map(let keywords):
      return keywords.keys.sorted().filter { !Self.silent.contains($0) }.flatMap { keyword in
        problems(value, keyword, keywords[keyword] ?? .null, schema, path)
      }
    default: return ["\(path): no schema"]
    }
  }

  private func problems(
    _ value: SchemaValue, _ keyword: String, _ argument: SchemaValue, _ schema: SchemaValue,
    _ path: String
  ) -> [String] {
    switch keyword {
    case "$ref": return problems(value, reference(argument), path)
    case "allOf": return argument.items.flatMap { problems(value, $0, path) }
    case "anyOf":
      let found = argument.items.map { problems(value, $0, path) }
      return found.contains { $0.isEmpty }
        ? [] : ["\(path): none of \(found.count) fits"] + found.joined()
    case "enum":
      return argument.items.contains(value) ? [] : ["\(path): \(value) is not listed"]
    case "type":
      let types = argument.text.map { [$0] } ?? argument.items.compactMap { $0.text }
      return types.contains { value.isOf($0) } ? [] : ["\(path): \(value) is no \(types)"]
    case "properties", "additionalProperties", "required", "minProperties", "maxProperties",
      "propertyNames":
      return mapProblems(value, keyword, argument, schema, path)
    case "items", "minItems", "maxItems": return listProblems(value, keyword, argument, path)
    case "minimum", "maximum", "exclusiveMinimum":
      return numberProblems(value, keyword, argument, path)
    case "pattern":
      guard let text = value.text, let pattern = argument.text else { return [] }
      let fits = text.range(of: pattern, options: .regularExpression) != nil
      return fits ? [] : ["\(path): '\(text)' does not fit \(pattern)"]
    default: return ["\(path): the validator does not know '\(keyword)'"]
    }
  }

  private func reference(_ argument: SchemaValue) -> SchemaValue {
    let name = (argument.text ?? "").replacing("#/$defs/", with: "")
    return root["$defs"]?[name] ?? .null
  }
}

// MARK: - Kinds of values

extension SchemaValidator {
  private func mapProblems(
    _ value: SchemaValue, _ keyword: String, _ argument: SchemaValue, _ schema: SchemaValue,
    _ path: String
  ) -> [String] {
    guard case .map(let map) = value else { return [] }
    let known = schema["properties"]
    switch keyword {
    case "properties":
      return value.keys.flatMap { key in
        argument[key].map { problems(map[key] ?? .null, $0, "\(path)/\(key)") } ?? []
      }
    case "additionalProperties":
      return value.keys.filter { known?[$0] == nil }.flatMap { key in
        problems(map[key] ?? .null, argument, "\(path)/\(key)")
      }
    case "propertyNames":
      return value.keys.flatMap { problems(.text($0), argument, "\(path)/\($0)") }
    case "required":
      return argument.items.compactMap { $0.text }.filter { map[$0] == nil }.map {
        "\(path): '\($0)' is missing"
      }
    default: return countProblems(map.count, keyword, argument, path)
    }
  }

  private func listProblems(
    _ value: SchemaValue, _ keyword: String, _ argument: SchemaValue, _ path: String
  ) -> [String] {
    guard case .list(let list) = value else { return [] }
    guard keyword == "items" else { return countProblems(list.count, keyword, argument, path) }
    return list.enumerated().flatMap { problems($0.element, argument, "\(path)[\($0.offset)]") }
  }

  private func countProblems(
    _ count: Int, _ keyword: String, _ argument: SchemaValue, _ path: String
  ) -> [String] {
    let bound = argument.number ?? 0
    let fits = keyword.hasPrefix("min") ? Double(count) >= bound : Double(count) <= bound
    return fits ? [] : ["\(path): \(count) against \(keyword) \(bound)"]
  }

  private func numberProblems(
    _ value: SchemaValue, _ keyword: String, _ argument: SchemaValue, _ path: String
  ) -> [String] {
    guard let number = value.number, let bound = argument.number else { return [] }
    let fits =
      keyword == "minimum"
      ? number >= bound : keyword == "maximum" ? number <= bound : number > bound
    return fits ? [] : ["\(path): \(number) against \(keyword) \(bound)"]
  }
}

extension SchemaValue {
  fileprivate func isOf(_ type: String) -> Bool {
    switch self {
    case .null: type == "null"
    case .boolean: type == "boolean"
    case .text: type == "string"
    case .list: type == "array"
    case .map: type == "object"
    case .number(let number):
      type == "number" || type == "integer" && number == number.rounded()
    }
  }
}
