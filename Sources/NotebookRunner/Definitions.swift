import Experiments
import Notebook
import Plotting

/// The `{data}` and `{model}` blocks of a notebook by label: what other blocks may name.
struct Definitions {
  private var data: [String: OptionValue] = [:]
  private var models: [String: OptionValue] = [:]
  /// Problems of the definitions themselves: without a label, or in a circle.
  private(set) var diagnostics: [Diagnostic] = []
  private var useDiagnostics: [Diagnostic] = []
  private let notebook: Notebook

  init(_ notebook: Notebook) {
    self.notebook = notebook
    for block in notebook.blocks {
      if let kind = DefinitionKind.named(Text(block.kind)) { add(block, kind) }
    }
    refuseCycles(notebook)
  }

  private mutating func add(_ block: ExperimentBlock, _ kind: DefinitionKind) {
    guard let label = block.options.label else {
      return refuse(
        block.kindPosition, "{\(block.kind)} block has no label, expected `#| label: name`")
    }
    let body = kind.body(OptionValue(block.body))
    if let value = body["data"] {
      data[label] = value
    } else {
      models[label] = body
    }
  }

  private mutating func refuse(
    _ position: SourcePosition?, _ message: String
  ) {
    diagnostics.append(
      Diagnostic(path: notebook.path(of: position), position: position, message: message))
  }
}

// MARK: - Use

extension Definitions {
  /// What was wrong with the uses resolved since the last call; it belongs to the block that uses.
  mutating func takeUseDiagnostics() -> [Diagnostic] {
    defer { useDiagnostics = [] }
    return useDiagnostics
  }

  private mutating func refuseUse(
    _ position: SourcePosition?, _ message: String, note: String? = nil
  ) {
    useDiagnostics.append(
      Diagnostic(
        path: notebook.path(of: position), position: position, message: message, note: note))
  }

  /// `body` with the definitions that it names in their place.
  mutating func resolve(_ body: OptionValue) -> OptionValue {
    guard case .map(let entries) = body.content else { return body }
    var resolved: [OptionValue.Entry] = []
    var inherited: [OptionValue.Entry] = []
    for var entry in entries {
      if entry.key == "data" {
        entry.value = resolveData(entry.value)
      } else if entry.key == "model" {
        inherited += modelEntries(entry)
        continue
      }
      resolved.append(entry)
    }
    for entry in inherited where !resolved.contains(where: { $0.key == entry.key }) {
      resolved.append(entry)
    }
    return OptionValue(.map(resolved), at: body.place)
  }

  /// A value of `data:` that names a definition, replaced by what it stands for; a circle, which is
  /// reported once, by any data set.
  private mutating func resolveData(_ value: OptionValue) -> OptionValue {
    if case .text(let word) = value.content, isCircular(String(word)) { return .name("moons") }
    var value = value
    for _ in 0...data.count {
      guard case .text(let word) = value.content, let body = data[String(word)] else { break }
      value = OptionValue(body.content, at: value.place)
    }
    refuseUnknownData(value)
    return value
  }

  private mutating func refuseUnknownData(_ value: OptionValue) {
    guard case .text(let word) = value.content else { return }
    let kinds = Catalogs.datasets.variants.map { $0.name.text }
    guard !kinds.contains(word), data[String(word)] == nil else { return }
    let known = kinds + data.keys.sorted().map { Text($0) }
    refuseUse(
      value.place.map { SourcePosition($0) },
      "no data set and no {data} block is called '\(String(word))'",
      note: suggestion(for: word, among: known).map { String($0) })
  }

  private mutating func modelEntries(_ use: OptionValue.Entry) -> [OptionValue.Entry] {
    let place = use.value.place.map { SourcePosition($0) }
    guard case .text(let word) = use.value.content else {
      refuseUse(place, "option 'model' is not text, expected the label of a {model} block")
      return []
    }
    guard let model = models[String(word)] else {
      let known = models.keys.sorted().map { Text($0) }
      refuseUse(
        place, "no {model} block has the label '\(String(word))'",
        note: suggestion(for: word, among: known).map { String($0) })
      return []
    }
    guard case .map(let entries) = model.content else { return [] }
    return entries
  }
}

// MARK: - Cycles

extension Definitions {
  /// Reports each definition that leads back to itself, once a cycle.
  private mutating func refuseCycles(_ notebook: Notebook) {
    var reported: Set<String> = []
    for block in notebook.blocks where block.kind == "data" {
      guard let label = block.options.label, !reported.contains(label),
        let cycle = cycle(from: label)
      else { continue }
      reported.formUnion(cycle)
      refuse(
        block.options.labelPosition ?? block.kindPosition,
        "{data} blocks use each other in a circle: "
          + (cycle + [label]).joined(separator: " → "))
    }
  }

  /// Whether the use of a label can never end at a data set.
  private func isCircular(_ label: String) -> Bool {
    var label = label
    for _ in 0...data.count {
      guard case .text(let next)? = data[label]?.content else { return false }
      label = String(next)
    }
    return true
  }

  /// The labels from `start` back to it, if its uses lead there.
  private func cycle(from start: String) -> [String]? {
    var path: [String] = []
    var label = start
    while let body = data[label], path.count <= data.count {
      path.append(label)
      guard case .text(let next) = body.content else { return nil }
      label = String(next)
      if label == start { return path }
    }
    return nil
  }
}
