import Experiments
import Plotting

extension ExperimentResult {
  /// The result with some of its figures, in the order in which `names` names them; with all if it
  /// names none.
  ///
  /// - Throws: `UnknownFigure` if there is none of a name.
  func showing(_ names: [String]) throws(UnknownFigure) -> ExperimentResult {
    guard !names.isEmpty else { return self }
    var result = self
    result.figures = []
    for name in names {
      guard let figure = figures.first(where: { String($0.name) == name }) else {
        throw UnknownFigure(name: name, known: figures.map { String($0.name) })
      }
      result.figures.append(figure)
    }
    return result
  }
}

/// A figure that is to be shown and that the experiment did not draw.
struct UnknownFigure: Error {
  let name: String
  let known: [String]
}
