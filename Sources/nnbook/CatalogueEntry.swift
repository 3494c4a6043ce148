import Experiments
import Plotting

/// Anything that a notebook can name, as `list` and `describe` print it.
struct CatalogueEntry {
  let name: String
  let summary: String
  let section: String?
  var formula: String?
  var pytorch: String?
  let options: [ExperimentOption]
  let metrics: [(name: StaticString, meaning: StaticString)]

  /// All catalogues, in the order in which a reader of a notebook meets them.
  static var catalogues: [(name: String, entries: [CatalogueEntry])] {
    [
      ("experiments", Experiment.all.map(CatalogueEntry.init)),
      ("definitions", DefinitionKind.all.map(CatalogueEntry.init)),
      ("datasets", Catalogs.datasets.variants.map(CatalogueEntry.init)),
      ("layers", Catalogs.layers.variants.map(CatalogueEntry.init)),
      ("activations", Catalogs.activations.variants.map(CatalogueEntry.init)),
      ("losses", Catalogs.losses.variants.map(CatalogueEntry.init)),
      ("optimizers", Catalogs.optimizers.variants.map(CatalogueEntry.init)),
      ("schedules", Catalogs.schedules.variants.map(CatalogueEntry.init)),
      ("initializers", Catalogs.initializers.variants.map(CatalogueEntry.init)),
      ("regularizations", Catalogs.regularizations.variants.map(CatalogueEntry.init)),
      ("clipping", Catalogs.clippings.variants.map(CatalogueEntry.init)),
      ("early-stopping", Catalogs.earlyStoppings.variants.map(CatalogueEntry.init)),
      ("marks", Catalogs.markVariants.map(CatalogueEntry.init)),
      ("axes", Catalogs.axisVariants.map(CatalogueEntry.init)),
      ("tables", Catalogs.tables.variants.map(CatalogueEntry.init)),
    ]
  }

  init(_ experiment: Experiment) {
    name = String(experiment.name)
    summary = "\(experiment.summary)"
    section = "\(experiment.section)"
    options = experiment.options
    metrics = experiment.metrics
  }

  init(_ kind: DefinitionKind) {
    name = String(kind.name)
    summary = "\(kind.summary)"
    section = nil
    options = kind.options
    metrics = []
  }

  init(_ kind: VariantKind) {
    name = String(kind.name)
    summary = "\(kind.summary)"
    section = nil
    formula = kind.formula.map { "\($0)" }
    pytorch = kind.pytorch.map { "\($0)" }
    options = kind.options
    metrics = []
  }
}

extension CatalogueEntry {
  /// The entry as `describe` prints it.
  func description(in catalogue: String) -> String {
    var lines = ["\(name) (\(catalogue)): \(summary)"]
    if let section { lines.append("guide: \(section)") }
    if let formula { lines.append("formula: \(formula)") }
    if let pytorch { lines.append("PyTorch: \(pytorch)") }
    if !options.isEmpty {
      lines += ["", "options"] + options.flatMap { Self.lines(of: $0) }
    }
    if !metrics.isEmpty {
      lines += ["", "metrics, for claims and prose"]
      let width = metrics.map { "\($0.name)".count }.max() ?? 0
      lines += metrics.map { metric in
        "  \("\(metric.name)".padded(to: width))  \(metric.meaning)"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of option: ExperimentOption) -> [String] {
    let name = String(option.name)
    let expected = String(option.type.expected)
    var lines = ["  \(name): \(option.meaning)", "      \(expected)"]
    switch option.fallback {
    case nil: lines.append("      required")
    case .some(let fallback):
      if let written = fallback.written { lines.append("      default: \(written)") }
    }
    if let scaling = option.scaling {
      lines.append("      quick: divided by \(scaling.divisor), at least \(scaling.least)")
    }
    return lines
  }
}

extension String {
  init(_ name: Experiments.Name) { self = "\(name.literal)" }

  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

extension OptionValue {
  /// The value as a notebook would write it; nil for none.
  fileprivate var written: String? {
    switch content {
    case .null: return nil
    case .boolean(let value): return "\(value)"
    case .number(let number): return String("\(typed: number)" as Text)
    case .text(let text): return String(text)
    case .list(let items):
      return "[" + items.compactMap { $0.written }.joined(separator: ", ") + "]"
    case .map(let entries):
      let inner = entries.compactMap { entry in
        entry.value.written.map { "\(String(entry.key)): \($0)" }
      }
      return "{" + inner.joined(separator: ", ") + "}"
    }
  }
}
