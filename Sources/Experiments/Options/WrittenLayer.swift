public import NeuralNet

/// A layer as a notebook writes it: what errors need to point at it.
public struct WrittenLayer: Sendable, Equatable {
  /// What it stands for.
  public let layer: Layer
  /// The word in the notebook.
  package let name: Name
  /// Its validated options.
  package let options: Options
  /// Where it was written.
  let place: OptionValue.Place?
  /// The layers within it.
  let branches: [[WrittenLayer]]

  init(
    _ layer: Layer, _ name: Name, options: Options = Options(), at place: OptionValue.Place? = nil,
    branches: [[WrittenLayer]] = []
  ) {
    self.layer = layer
    self.name = name
    self.options = options
    self.place = place
    self.branches = branches
  }

  /// Whether both stand for the same layer, wherever they were written.
  public static func == (a: WrittenLayer, b: WrittenLayer) -> Bool { a.layer == b.layer }
}
