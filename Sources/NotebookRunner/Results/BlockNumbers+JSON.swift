// A block as a member of a file of results. Experiment and seed, which also are dependencies, stand
// for themselves, because people look for them.

extension BlockNumbers {
  private static let ownParts = ["experiment", "seed"]

  var json: JSONValue {
    let others = dependencies.filter { !Self.ownParts.contains($0.name) }
    return JSONValue(
      .object([
        .init(name: "experiment", value: JSONValue(.text(value(of: "experiment")))),
        .init(name: "seed", value: JSONValue(.number(value(of: "seed")))),
        .init(
          name: "depends on",
          value: JSONValue(
            .object(others.map { .init(name: $0.name, value: JSONValue(.text($0.value))) }))),
        .init(
          name: "metrics",
          value: JSONValue(.object(metrics.map { .init(name: $0.name, value: $0.number.json) }))),
        .init(name: "figures", value: JSONValue(.list(tables.map { $0.json }))),
        .init(
          name: "diagnoses", value: JSONValue(.list(diagnoses.map { JSONValue(.text($0)) }))),
      ]))
  }

  private func value(of part: String) -> String {
    dependencies.first { $0.name == part }?.value ?? "0"
  }

  /// - Throws: what is missing or something else, with its line.
  init(name: String, json: JSONValue) throws(ResultsProblem) {
    guard case .number(let seed)? = json["seed"]?.content, UInt64(seed) != nil else {
      throw ResultsProblem("'\(name)' has no seed, expected a whole number", line: json.line)
    }
    var parts = [
      KeyPart(name: "experiment", value: try json.text("experiment")),
      KeyPart(name: "seed", value: seed),
    ]
    for member in try json.object("depends on") {
      guard let value = member.value.text else {
        throw ResultsProblem("'\(member.name)' is no text", line: member.value.line)
      }
      parts.append(KeyPart(name: member.name, value: value))
    }
    var metrics: [Metric] = []
    for member in try json.object("metrics") {
      guard let number = ExactNumber(json: member.value) else {
        throw ResultsProblem(
          "metric '\(member.name)' of '\(name)' is no number", line: member.value.line)
      }
      metrics.append(Metric(name: member.name, number: number))
    }
    self.init(
      name: name, dependencies: parts, metrics: metrics,
      tables: try json.list("figures").map { table throws(ResultsProblem) in
        try NumberTable(json: table)
      },
      diagnoses: try json.texts("diagnoses"))
  }
}

// MARK: - Members of a type

extension JSONValue {
  private func missing(_ name: String, _ expected: String) -> ResultsProblem {
    let line = self[name]?.line ?? line
    return ResultsProblem("'\(name)' is not there or no \(expected)", line: line)
  }

  /// The text called `name`.
  func text(_ name: String) throws(ResultsProblem) -> String {
    guard let text = self[name]?.text else { throw missing(name, "text") }
    return text
  }

  /// The members of the object called `name`.
  func object(_ name: String) throws(ResultsProblem) -> [Member] {
    guard let members = self[name]?.members else { throw missing(name, "object") }
    return members
  }

  /// The items of the list called `name`.
  func list(_ name: String) throws(ResultsProblem) -> [JSONValue] {
    guard let items = self[name]?.items else { throw missing(name, "list") }
    return items
  }

  /// The items of the list of texts called `name`.
  func texts(_ name: String) throws(ResultsProblem) -> [String] {
    let texts = try list(name).compactMap { $0.text }
    guard texts.count == self[name]?.items?.count else { throw missing(name, "list of texts") }
    return texts
  }
}
