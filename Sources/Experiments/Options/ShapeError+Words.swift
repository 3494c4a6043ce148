import NeuralNet
import Plotting

extension ExperimentError {
  /// Layers that do not fit each other or the data, at the layer that is to blame.
  ///
  /// - Parameters:
  ///   - architecture: the network as it was written.
  ///   - place: of the option as a whole.
  static func unfit(
    _ error: ShapeError, _ architecture: Architecture?, at place: OptionValue.Place?
  ) -> ExperimentError {
    var written: [WrittenLayer]?
    if case .layers(let layers)? = architecture { written = layers }
    let found = error.words(written, at: place)
    return .conflict(found.text, at: found.place)
  }
}

extension ShapeError {
  /// The error in words, and where the innermost layer that it names was written.
  fileprivate func words(
    _ written: [WrittenLayer]?, at place: OptionValue.Place?
  ) -> (text: Text, place: OptionValue.Place?) {
    guard case .layer(let index, let name, let shapes, let cause) = self else {
      return (causeInWords, place)
    }
    let layer = written.flatMap { index < $0.count ? $0[index] : nil }
    let inner = cause.words(layer?.branch(of: cause), at: layer?.place ?? place)
    let own: Text = "layer \(index + 1) (\(layer?.name.text ?? Text(stringLiteral: name.text)))"
    if case .layer = cause { return ("\(own), \(inner.text)", inner.place) }
    let chain = shapes.map { $0.inWords }
    return (
      "\(own) does not fit: \(inner.text); shapes up to it: \(Text.joined(chain, separator: " → "))",
      inner.place
    )
  }

  private var causeInWords: Text {
    switch self {
    case .mismatch(let operation, let expected, let found):
      return "\(Text(stringLiteral: operation.text)) found \(found.whole), "
        + "expected \(expected.whole)"
    case .invalid(let operation, let shape):
      return "\(Text(stringLiteral: operation.text)) would make \(shape.whole), "
        + "expected axes of at least 1 and fewer than 2³¹ numbers"
    case .outOfRange(let operation, let value):
      return "\(Text(stringLiteral: operation.text)) cannot be told \(typed: Double(value))"
    case .conflict(_, let reason, let found, let limit):
      return "\(Text(stringLiteral: reason)), found \(found), expected \(limit)"
    case .layer(_, _, _, let cause): return cause.causeInWords
    }
  }
}

extension WrittenLayer {
  /// The branch in which an error within this layer happened: the one that has such a layer.
  fileprivate func branch(of error: ShapeError) -> [WrittenLayer]? {
    guard case .layer(let index, let name, _, _) = error else { return nil }
    return branches.first { index < $0.count && $0[index].layer.name == name }
  }
}

extension Shape {
  /// "28 × 28 × 1": the axes of one row of a batch.
  fileprivate var inWords: Text {
    Text.joined((1..<max(rank, 2)).map { "\(self[$0])" }, separator: " × ")
  }

  /// "64 × 28": all axes.
  fileprivate var whole: Text { Text.joined((0..<rank).map { "\(self[$0])" }, separator: " × ") }
}
