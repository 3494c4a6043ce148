import Experiments
import Notebook

extension ProjectPlan {
  /// Warnings of parameters and of `#|` options of a notebook that change nothing.
  func withoutEffect(_ number: Int) -> [Diagnostic] {
    let notebook = notebooks[number]
    let parameters = notebook.unusedParameters.map { parameter in
      places.diagnostic(
        of: number, at: parameter.position, severity: .warning,
        "nothing uses the parameter '\(parameter.name)'",
        note: "write '${\(parameter.name)}' where its value belongs")
    }
    let options = notebook.blocks.enumerated().flatMap { index, block in
      let id = BlockID(notebook: number, block: index)
      let reason = blocks.first { $0.id == id }?.reasonAgainstLive
      return IneffectiveOptions(
        block, notebook.frontMatter.execute, againstLive: reason
      ).found.map { option in
        places.diagnostic(
          of: number, at: option.position, severity: .warning,
          "'#| \(option.name)' has no effect: \(option.reason)")
      }
    }
    return parameters + options
  }

  /// The blocks that a block needs and that are kept from running.
  func idle(_ labels: [Options.Label], _ upstream: [BlockID], of notebook: Int) -> [Diagnostic] {
    zip(labels, upstream).compactMap { label, id -> Diagnostic? in
      let other = notebooks[id.notebook]
      guard other.blocks[id.block].options.eval ?? other.frontMatter.execute.eval else {
        return places.diagnostic(
          of: notebook, at: SourcePosition(line: 1, column: 1), instead: label.place,
          "the block '\(String(label.text))' does not run, and this one needs it",
          note: "it has 'eval: false'")
      }
      return nil
    }
  }
}
