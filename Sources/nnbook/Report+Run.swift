import Experiments
import Foundation
import LiveEngine
import Notebook
import NotebookRunner
import Reports

extension Report {
  /// The report of a run; `source` is the notebook as the user named it.
  init(_ run: NotebookRun, source: String, typesetter: Typesetter) {
    let file = String(source.split(separator: "/").last ?? "")
    self.init(
      notebook: run.notebook,
      outcomes: run.blocks.map { block in
        BlockOutcome(
          result: block.result, checks: block.checks, diagnostics: block.diagnostics,
          live: block.live)
      },
      provenance: Provenance(
        program: NNBook.version,
        digest: Provenance.digest(of: Self.inputs(run.notebook)),
        seed: run.notebook.frontMatter.execute.seed, command: Self.command(run, file: file),
        profile: run.profile == .full ? nil : run.profile.rawValue),
      kicker: run.notebook.variant.isEmpty
        ? nil : run.notebook.variant.map { "\($0.name) \($0.value)" }.joined(separator: " · "))
    self.typesetter = typesetter
    liveEngine = Self.engine(for: run.blocks.compactMap { $0.live?.experiment })
  }

  /// The smallest engine that has all of these experiments, or none if there are none.
  private static func engine(for experiments: [Experiment]) -> String? {
    guard !experiments.isEmpty else { return nil }
    let traces = experiments.allSatisfy { live in
      Experiment.tracing.contains { $0.name.text == live.name.text }
    }
    return traces ? "\(LiveModule.tracing)" : "\(LiveModule.simd)"
  }

  /// All that was read for the words: the text of its files, and the bytes of its pictures.
  private static func inputs(_ notebook: Notebook) -> Data {
    notebook.pictures.reduce(Data(notebook.files.map(\.source).joined().utf8)) { $0 + $1.bytes }
  }

  /// What makes the report again; a profile is named where the notebook says another one.
  private static func command(_ run: NotebookRun, file: String) -> String {
    let own = run.notebook.frontMatter.execute.profile ?? .full
    let profile = run.profile == own ? "" : " --profile \(run.profile.rawValue)"
    return "nnbook render \(file)\(profile)"
  }
}

extension Typesetter {
  /// Keeps what it sets beside the stored results.
  convenience init(cache: ResultCache?) {
    self.init(
      store: cache.map { cache in
        TypesettingStore(
          read: { cache.typesetting($0) }, write: { cache.writeTypesetting($0, $1) })
      } ?? .none)
  }
}
