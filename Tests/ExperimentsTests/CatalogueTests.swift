import Foundation
import Plotting
import Testing

@testable import Experiments

/// What every entry of every catalogue must have.
@Suite("Catalogues")
struct CatalogueTests {
  static let variants: [(String, [VariantKind])] = [
    ("activations", Catalogs.activations.variants), ("datasets", Catalogs.datasets.variants),
    ("initializers", Catalogs.initializers.variants), ("layers", Catalogs.layers.variants),
    ("losses", Catalogs.losses.variants), ("optimizers", Catalogs.optimizers.variants),
    ("regularizations", Catalogs.regularizations.variants),
    ("schedules", Catalogs.schedules.variants), ("clipping", Catalogs.clippings.variants),
    ("early stopping", Catalogs.earlyStoppings.variants), ("marks", Catalogs.markVariants),
    ("axes", Catalogs.axisVariants), ("tables", Catalogs.tables.variants),
  ]

  /// Those that name what PyTorch has too.
  static let engine = variants.filter {
    !["datasets", "early stopping", "marks", "axes", "tables"].contains($0.0)
  }

  @Test("have names that differ, and a summary and meanings for describe")
  func documented() {
    for (catalogue, kinds) in Self.variants {
      let names = kinds.map { "\($0.name.literal)" }
      #expect(Set(names).count == names.count, "\(catalogue)")
      for kind in kinds {
        #expect(kind.summary.utf8CodeUnitCount > 0, "\(kind.name.literal)")
        expectDocumented(kind.options, of: "\(kind.name.literal)")
      }
    }
    for experiment in Experiment.all {
      #expect(experiment.section.utf8CodeUnitCount > 0)
      #expect(!experiment.metrics.isEmpty)
      expectDocumented(experiment.options, of: "\(experiment.name.literal)")
    }
  }

  @Test("say what PyTorch calls each part of the engine")
  func pyTorchNames() {
    for (_, kinds) in Self.engine {
      for kind in kinds { #expect(kind.pytorch != nil, "\(kind.name.literal)") }
    }
  }

  private func expectDocumented(_ options: [ExperimentOption], of owner: String) {
    for option in options {
      #expect(option.meaning.utf8CodeUnitCount > 0, "\(owner): \(option.name.literal)")
      #expect(!option.type.expected.isEmpty)
    }
  }

  @Test("have defaults that pass their own validation")
  func defaultsAreValid() {
    for (_, kinds) in Self.variants {
      for kind in kinds { expectValidDefaults(kind.options, of: kind.name.text) }
    }
    for experiment in Experiment.all {
      expectValidDefaults(experiment.options, of: experiment.name.text)
    }
  }

  private func expectValidDefaults(_ options: [ExperimentOption], of owner: Text) {
    var reader = OptionReader()
    _ = reader.read(options, of: owner, from: OptionValue(.map([])))
    let problems = reader.problems.filter { problem in
      if case .missingOption = problem.kind { false } else { true }
    }
    #expect(problems.isEmpty)
  }

  @Test("are each used in a notebook of this repository")
  func inNotebooks() throws {
    let texts = try Self.notebooks()
    for experiment in Experiment.all {
      let fence = "```{\(experiment.name.literal)}"
      #expect(texts.contains { $0.contains(fence) }, "\(fence)")
    }
    for (catalogue, kinds) in Self.engine + [("datasets", Catalogs.datasets.variants)] {
      for kind in kinds where !Self.unused.contains("\(kind.name.literal)") {
        let word = try Regex("[:\\-{ ]\(kind.name.literal)(:|\\}|$|,)").anchorsMatchLineEndings()
        #expect(texts.contains { $0.contains(word) }, "\(catalogue): \(kind.name.literal)")
      }
    }
  }

  /// Nothing to show, or files of the user's own; other tests run them.
  static let unused: Set = ["none", "linear", "csv", "text"]

  private static func notebooks() throws -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Notebooks")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") }
      .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
  }
}
