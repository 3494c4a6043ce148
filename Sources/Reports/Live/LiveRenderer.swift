import Experiments
import Foundation
import Notebook
import Plotting

/// Writes what the script needs to make a block live, where nobody sees it: below the block's first
/// figure, where its controls will stand.
struct LiveRenderer {
  private let context: PageContext
  private let index: Int
  private let block: LiveBlock

  /// Nil for a block that cannot be operated in this page.
  init?(_ context: PageContext, _ index: Int) {
    guard context.report.liveEngine != nil, context.report.showsResults(index),
      let block = context.report.outcomes[index].live,
      context.report.outcomes[index].result != nil,
      !context.references.blocks[index].figures.isEmpty,
      FigureKind(label: context.report.notebook.blocks[index].options.label) != .table
    else { return nil }
    self.context = context
    self.index = index
    self.block = block
  }

  var html: HTML {
    "<div class=\"livedata\"><pre hidden>\(json)</pre></div>"
  }

  /// An entry of the map a line, so that changes of reports can be read.
  private var json: String {
    let shown = context.references.blocks[index]
    return """
      {"block": \(JSON.string(shown.anchor)), "name": \(JSON.string(shown.figures[0].name)),
      "figures": [\(shown.figures.map { JSON.string($0.anchor) }.joined(separator: ", "))],
      "request": \(request),
      "record": \(JSON.string(block.record.map { Data($0.bytes).base64EncodedString() } ?? "")),
      "controls": \(String(controls)),
      "steps": \(block.experiment.stepsByHand),
      "numbers": \(context.report.outcomes[index].result.map { String($0.numbersJSON) } ?? "{}"),
      "stand": \(JSON.string(stand)),
      "source": \(JSON.string(context.source(of: context.report.notebook.blocks[index])))}
      """
  }

  private var request: String {
    """
    {"experiment": \(JSON.string(String(block.experiment.name.text))), "seed": \(block.seed), \
    "quick": \(block.isQuick), "layout": \(String(block.layout.json)), \
    "options": \(JSON.text(block.body))}
    """
  }

  private var controls: Text {
    Control.json(block.controls, in: body, of: block.experiment)
  }

  /// The options with the seed that counts, which the control shows.
  private var body: OptionValue {
    guard case .map(let entries) = block.body.content, block.body["seed"] == nil else {
      return block.body
    }
    let seed = OptionValue.Entry(key: "seed", value: .number(Double(block.seed)))
    return OptionValue(.map(entries + [seed]))
  }

  private var stand: String {
    guard block.experiment.usesSeed(body), case .number(let seed)? = body["seed"]?.content
    else { return "" }
    return "seed \(CSV.exact(seed))"
  }
}
