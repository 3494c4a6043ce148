import NeuralNet
import Plotting

/// The network of a `forward` or `backprop` block: sizes, activations, and parameters that are
/// given as numbers or drawn from the seed.
struct GivenNetwork {
  let network: Network
  /// One stage a dense layer.
  let stages: [DenseStage]
  /// Input rows, `[rows, inputs]` row-major.
  let input: [Float]
  let rows: Int

  /// The options that describe it.
  static let options: [ExperimentOption] = [
    ExperimentOption("layers", .layers, "sizes from inputs to outputs, or a list of layers"),
    ExperimentOption(
      "activation", .variant(Catalogs.activations.variants), default: .name("tanh"),
      "between the dense layers"
    ).control(.choice(["tanh", "relu", "sigmoid"])),
    ExperimentOption(
      "output-activation", .variant(Catalogs.activations.variants), default: .name("linear"),
      "after the last dense layer"),
    ExperimentOption("input", .rows, "one row of numbers, or several")
      .control(.numbers(-3...3, step: 0.05, letter: "x")),
    ExperimentOption(
      "weights", .tensors, default: OptionValue(.null),
      "inputs × outputs numbers for each dense layer; default: drawn from the seed"
    ).control(.numbers(-3...3, step: 0.05, letter: "W")).inPlaceOfSeed(),
    ExperimentOption(
      "biases", .tensors, default: OptionValue(.null),
      "one number a unit for each dense layer; default: drawn from the seed, or 0 with weights"
    ).control(.numbers(-3...3, step: 0.05, letter: "b"), isUsual: false),
    ExperimentOption(
      "initializer", .variant(Catalogs.initializers.variants), default: .name("pytorch"),
      "how parameters that are not given are drawn"),
  ]

  init(_ options: Options, _ context: Context) throws(ExperimentError) {
    let rows = options.tensors("input")[0]
    let architecture = options.architecture("layers")
    try architecture.requireDenseStages()
    let inputs = architecture.inputs ?? rows[0].count
    guard rows[0].count == inputs else {
      throw .conflict(
        "input has \(rows[0].count) numbers a row, expected \(inputs), the first of layers",
        at: options.place("input"))
    }
    let layers = architecture.layers(
      activation: Catalogs.activations.product(options, "activation"),
      output: Catalogs.activations.product(options, "output-activation"))
    network = try GivenNetwork.network(
      inputs: inputs, layers: layers, machine: context.machine(threads: 1), architecture,
      at: options.place("layers"))
    stages = DenseStage.stages(of: network)
    network.initialize(
      Catalogs.initializers.product(options, "initializer"), seed: context.seed(options))
    input = rows.flatMap { row in row.map { Float($0) } }
    self.rows = rows.count
    try setParameters(options)
  }

  /// A network, or a problem at the option that describes it.
  static func network(
    inputs: Int, layers: [Layer], machine: Machine, _ architecture: Architecture,
    at place: OptionValue.Place?
  ) throws(ExperimentError) -> Network {
    do throws(ShapeError) {
      return try Network(inputs: inputs, layers: layers, machine: machine)
    } catch {
      throw .unfit(error, architecture, at: place)
    }
  }
}

extension Architecture {
  /// What is shown are dense layers, each with the activation after it: others have no z = x W + b.
  fileprivate func requireDenseStages() throws(ExperimentError) {
    guard case .layers(let written) = self else { return }
    var mayActivate = false
    for (number, layer) in written.enumerated() {
      guard layer.layer.name == "dense" || mayActivate && layer.layer.activation != nil else {
        throw .conflict(
          "layer \(number + 1) is \(layer.name.text), expected dense layers with at most one "
            + "activation after each", at: layer.place)
      }
      mayActivate = layer.layer.name == "dense"
    }
  }
}

// MARK: - Given parameters

extension GivenNetwork {
  private func setParameters(_ options: Options) throws(ExperimentError) {
    if options.has("weights") {
      try set(options.tensors("weights"), "weights", at: options.place("weights"))
      if !options.has("biases") { clearBiases() }
    }
    if options.has("biases") {
      try set(options.tensors("biases"), "biases", at: options.place("biases"))
    }
  }

  private func clearBiases() {
    for stage in stages {
      if let bias = stage.bias {
        network.setValues(bias, [Float](repeating: 0, count: stage.outputs))
      }
    }
  }

  private func set(_ tensors: [[[Double]]], _ name: Text, at place: OptionValue.Place?)
    throws(ExperimentError)
  {
    guard tensors.count == stages.count else {
      throw .conflict(
        "\(name) has \(tensors.count) layers, expected \(stages.count)", at: place)
    }
    for (number, (tensor, stage)) in zip(tensors, stages).enumerated() {
      let isWeight = name == "weights"
      let rows = isWeight ? stage.inputs : 1
      guard let parameter = isWeight ? stage.weight : stage.bias else { continue }
      guard tensor.count == rows, tensor[0].count == stage.outputs else {
        throw .conflict(
          "\(name) of layer \(number + 1) is \(tensor.count) × \(tensor[0].count), "
            + "expected \(rows) × \(stage.outputs)", at: place)
      }
      network.setValues(parameter, tensor.flatMap { row in row.map { Float($0) } })
    }
  }
}
