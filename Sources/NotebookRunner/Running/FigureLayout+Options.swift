import Experiments
import Notebook

extension FigureLayout {
  /// The layout that `#|` options ask for; their inches have 96 px.
  init(_ options: CellOptions, controls: Controls = .none) {
    self.init(
      width: options.figureWidth.map { 96 * $0 }, height: options.figureHeight.map { 96 * $0 },
      columns: options.layoutColumns, controls: controls)
  }

  /// What a drawing depends on besides the result.
  var keyParts: [KeyPart] {
    let parts = [("width", width), ("height", height), ("columns", columns.map { Double($0) })]
    let besides = controls == .none ? [] : [KeyPart(name: "layout controls", value: "\(controls)")]
    return parts.compactMap { name, value in
      value.map { KeyPart(name: "layout \(name)", value: "\($0)") }
    } + besides
  }
}
