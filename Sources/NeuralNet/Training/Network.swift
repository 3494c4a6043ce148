/// A model with its parameters: what is initialised, trained, asked and taken apart.
///
///     let network = try Network(inputs: 2, layers: [.dense(16), .tanh, .dense(1)], machine: .best())
///     network.initialize(.pytorchDefault, seed: 1)
///     let answers = network.predict([0.5, -1], count: 1)
///
/// Used by one thread at a time, like its machine.
public final class Network {
  /// Features in a row of input.
  public let inputs: Int
  /// Numbers in a row of output.
  public let outputs: Int
  /// The shape of one row of output, the row itself being the first axis: `[1, units]`, or for a
  /// sequence `[1, time, units]`.
  public let outputShape: Shape
  /// The model.
  public let layers: [Layer]
  /// What each parameter is, in the order of the layers.
  public let parameters: [ParameterInfo]
  /// What it computes on.
  public let machine: Machine
  let store: ParameterStore
  /// The model for one row, for what does not depend on the batch.
  let graph: Graph
  /// Programs for asking, made when a number of rows is first asked for.
  var evaluators: [Evaluator] = []

  /// A network whose parameters are all 0.
  ///
  /// - Parameter inputs: features in a row, at least 1.
  /// - Throws: `ShapeError` of the first layer that does not fit.
  public init(inputs: Int, layers: [Layer], machine: Machine) throws(ShapeError) {
    let model = try ModelGraph(layers, rows: 1, inputs: inputs)
    self.inputs = inputs
    self.layers = layers
    self.machine = machine
    outputShape = model.graph.shape(model.output)
    outputs = outputShape.count
    parameters = model.graph.parameterInfo
    graph = model.graph
    store = ParameterStore(model.graph, machine: machine)
  }

  /// The numbers in all parameters.
  public var parameterCount: Int { store.count }

  /// Sets all parameters.
  public func initialize(_ initializer: Initializer, seed: UInt64) {
    for (index, info) in parameters.enumerated() {
      initializer.fill(parameter: info, values: store.values(index), seed: seed, index: index)
    }
  }

  /// The numbers of a parameter, row by row.
  public func values(_ parameter: Int) -> [Float] {
    let count = parameters[parameter].shape.count
    return Array(UnsafeBufferPointer(start: store.values(parameter), count: count))
  }

  /// The numbers of all parameters.
  public var allValues: [[Float]] { parameters.indices.map { values($0) } }

  /// Sets the numbers of a parameter, row by row; as many as are given and fit.
  public func setValues(_ parameter: Int, _ values: [Float]) {
    let target = store.values(parameter)
    for (i, value) in values.prefix(parameters[parameter].shape.count).enumerated() {
      target[i] = value
    }
  }

  /// A hash of the bits of all parameters (FNV-1a, 64 bits), a NaN counting as the canonical one.
  public func digest() -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    let values = store.values.floats
    for i in 0..<store.count {
      let bits = values[i].isNaN ? Float.nan.bitPattern : values[i].bitPattern
      for shift: UInt32 in [0, 8, 16, 24] {
        hash = (hash ^ UInt64(bits >> shift & 0xFF)) &* 0x100_0000_01b3
      }
    }
    return hash
  }
}
