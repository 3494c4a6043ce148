/// A network as columns of units, joined by edges as thick as their weights are large.
///
///     Panel.network(
///       NetworkDiagram(layers: [
///         .init("input", activation: "3 numbers", units: 3),
///         .init("hidden", activation: "tanh", units: 4),
///         .init("output", activation: "softmax", units: 2),
///       ]))
public struct NetworkDiagram: Sendable {
  /// One column of units.
  public struct Layer: Sendable {
    /// What the column is called: "hidden 1".
    public var name: Text
    /// The function applied to its units, or what they are: "tanh", "3 numbers". May be empty.
    public var activation: Text
    /// The number of units, from 1 to 100 million.
    public let units: Int
    /// The shape written in a block when units are not drawn; nil for the number of units.
    public var shape: Text?
    /// The parameters between the layer before and this one; nil for a dense layer's.
    public var parameters: Int?
    /// One activation a unit for one input, drawn inside the units; nil if there is no input.
    public var values: [Double]?
    /// What stands beside the units of the first and the last layer: "x₁", "P(left)".
    public var labels: [Text]

    /// A column of `units` units.
    public init(
      _ name: Text, activation: Text = "", units: Int, shape: Text? = nil,
      parameters: Int? = nil, values: [Double]? = nil, labels: [Text] = []
    ) {
      self.name = name
      self.activation = activation
      self.units = min(max(1, units), 100_000_000)
      self.shape = shape
      self.parameters = parameters
      self.values = values
      self.labels = labels
    }
  }

  /// From the input to the output.
  public var layers: [Layer]
  /// The weights of each gap as `[inputs, outputs]`, row-major; empty draws all edges alike.
  public var weights: [[Double]]
  /// Whether every unit after the first layer has a bias, which counts as a parameter.
  public var hasBias: Bool
  /// The options of which the first layer's values and the weights are the numbers; empty for none.
  public var options: (inputs: Text, weights: Text) = ("", "")
  /// Whether that option has the biases of each gap, too, after its weights.
  public var optionHasBiases = false

  /// A network; `weights` holds one matrix `[inputs, outputs]` for each pair of neighbours.
  public init(layers: [Layer], weights: [[Double]] = [], hasBias: Bool = true) {
    self.layers = layers
    self.weights = weights
    self.hasBias = hasBias
  }
}
