import Experiments
import Plotting
import Reports

extension CatalogueEntry {
  /// The entry as `list --format json` prints it.
  func brief(in catalogue: String) -> JSONValue {
    ["name": .text(name), "catalogue": .text(catalogue), "summary": .text(summary)]
  }

  /// The entry as `describe --format json` prints it.
  func json(in catalogue: String) -> JSONValue {
    [
      "name": .text(name), "catalogue": .text(catalogue), "summary": .text(summary),
      "guide": JSONValue(section), "formula": JSONValue(formula), "pytorch": JSONValue(pytorch),
      "options": .list(options.map { Self.json($0) }),
      "metrics": .list(
        metrics.map { ["name": .text("\($0.name)"), "meaning": .text("\($0.meaning)")] }),
    ]
  }

  private static func json(_ option: ExperimentOption) -> JSONValue {
    [
      "name": .text(String(option.name)), "meaning": .text("\(option.meaning)"),
      "expected": .text(String(option.type.expected)),
      "required": .boolean(option.fallback == nil),
      "default": option.fallback.map { JSONValue($0) } ?? .null,
      "quick": option.scaling.map { json($0) } ?? .null,
    ]
  }

  private static func json(_ scaling: Scaling) -> JSONValue {
    [
      "divisor": .integer(Int(scaling.divisor)), "least": .integer(Int(scaling.least)),
    ]
  }
}

extension JSONValue {
  /// A value as an experiment takes it.
  init(_ value: OptionValue) {
    switch value.content {
    case .null: self = .null
    case .boolean(let flag): self = .boolean(flag)
    case .number(let number): self = .number(number)
    case .text(let text): self = .text(String(text))
    case .list(let items): self = .list(items.map { JSONValue($0) })
    case .map(let entries):
      self = .object(entries.map { (key: String($0.key), value: JSONValue($0.value)) })
    }
  }
}
