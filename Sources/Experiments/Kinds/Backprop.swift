import NeuralNet
import Plotting

extension Experiment {
  /// A backward pass with every gradient, checked against finite differences.
  public static let backprop = Experiment(
    "backprop", "a backward pass with every gradient, checked by finite differences",
    section: "17 Backpropagation",
    options: GivenNetwork.options + [
      ExperimentOption("target", .rows, "what the outputs should be: a row for each input row")
        .control(.numbers(-3...3, step: 0.05, letter: "t")),
      ExperimentOption(
        "loss", .variant(Catalogs.losses.variants), default: .name("mse"),
        "what is differentiated; bce and cross-entropy take logits"),
      ExperimentOption(
        "chain", .grid(1...65_536), default: .numbers([1, 1, 1]),
        "layer, input and unit of the weight whose chain rule is spelled out, counted from 1"),
    ],
    metrics: [
      ("loss", "the loss of the given rows"),
      ("parameters", "weights and biases of the network"),
      (
        "gradient-error",
        "largest relative difference to central differences, in Float64, over all parameters"
      ),
      ("gradient", "the gradient of the weight whose chain rule is spelled out"),
      ("gradient-norm[l]", "length of the gradient of layer l's parameters"),
    ]
  ) { options, context throws(ExperimentError) in
    let given = try GivenNetwork(options, context)
    let pass = try BackwardPass(given, options)
    return ExperimentResult(
      metrics: pass.metrics,
      figures: [pass.graphFigure, pass.chainFigure, pass.normFigure])
  }
}

/// A network, the loss of the given rows, and the gradient of everything.
struct BackwardPass {
  let forward: ForwardPass
  /// Targets, `[rows, targets]` row-major.
  let target: [Float]
  let loss: Loss
  let lossName: Text
  let lossValue: Double
  /// Gradients of z and a of each stage, `[rows, outputs]` row-major.
  let gradients: [(z: [Double], a: [Double])]
  /// Gradients of each parameter, as long as its values.
  let parameterGradients: [[Double]]
  let gradientError: Double
  /// The weight whose chain rule is spelled out; all counted from 0.
  let chosen: (stage: Int, input: Int, unit: Int)

  var given: GivenNetwork { forward.given }

  init(_ given: GivenNetwork, _ options: Options) throws(ExperimentError) {
    forward = ForwardPass(given)
    loss = try Catalogs.losses.product(options, "loss").fitted(
      to: given.network.outputs, at: options.place("loss"))
    lossName = Catalogs.losses.variants[options.variant("loss").kind].name.text
    target = try Self.target(given, options, loss)
    chosen = try Self.chosenWeight(given, options)
    do throws(ShapeError) {
      let trace = try given.network.trace(
        given.input, count: given.rows, targets: target, loss: loss)
      lossValue = Double(trace.loss)
      gradients = given.stages.map { stage in
        (doubles(trace.layers[stage.z].gradient), doubles(trace.layers[stage.a].gradient))
      }
      parameterGradients = trace.parameterGradients.map { doubles($0) }
      gradientError = try given.network.gradientError(
        given.input, count: given.rows, targets: target, loss: loss)
    } catch {
      throw .unfit(error, nil, at: options.place("target"))
    }
  }

  var metrics: [Metric] {
    var metrics = [
      Metric("loss", lossValue),
      Metric("parameters", Double(given.network.parameterCount), .whole),
      Metric("gradient-error", gradientError),
      Metric("gradient", chosenGradient),
    ]
    for number in given.stages.indices {
      metrics.append(Metric("gradient-norm[\(number + 1)]", gradientNorm(of: number)))
    }
    return metrics
  }

  /// The gradient of the weight whose chain rule is spelled out.
  var chosenGradient: Double {
    let stage = given.stages[chosen.stage]
    return parameterGradients[stage.weight][chosen.input * stage.outputs + chosen.unit]
  }

  /// The Euclidean length of a stage's weight and bias gradients together.
  func gradientNorm(of number: Int) -> Double {
    let stage = given.stages[number]
    var squares = 0.0
    for gradient in parameterGradients[stage.weight] { squares += gradient * gradient }
    if let bias = stage.bias {
      for gradient in parameterGradients[bias] { squares += gradient * gradient }
    }
    return squares.squareRoot()
  }
}

// MARK: - Reading the options

extension BackwardPass {
  /// The targets as the loss wants them: outputs a row, or one class a row.
  private static func target(_ given: GivenNetwork, _ options: Options, _ loss: Loss)
    throws(ExperimentError) -> [Float]
  {
    let place = options.place("target")
    var tensor = options.tensors("target")[0]
    let outputs = given.stages.last?.outputs ?? 1
    let columns = loss.takesClasses ? 1 : outputs
    if tensor.count == 1, columns == 1, tensor[0].count == given.rows {
      tensor = tensor[0].map { [$0] }
    }
    guard tensor.count == given.rows, tensor[0].count == columns else {
      throw .conflict(
        "target is \(tensor.count) × \(tensor[0].count), expected \(given.rows) × \(columns)",
        at: place)
    }
    if loss.takesLogits { try requireLogits(given, options) }
    for row in tensor {
      for value in row { try require(value, asTargetOf: loss, outputs: outputs, at: place) }
    }
    return tensor.flatMap { row in row.map { Float($0) } }
  }

  private static func requireLogits(_ given: GivenNetwork, _ options: Options)
    throws(ExperimentError)
  {
    guard let last = given.stages.last, last.activation != .linear else { return }
    throw .conflict(
      "the network ends with \(last.activationName), expected linear: this loss takes logits",
      at: options.place("output-activation") ?? options.place("layers"))
  }

  private static func require(
    _ value: Double, asTargetOf loss: Loss, outputs: Int, at place: OptionValue.Place?
  ) throws(ExperimentError) {
    guard let (fits, expected) = loss.accepts(value, outputs: outputs), !fits else { return }
    throw .conflict("target is \(typed: value), expected \(expected)", at: place)
  }

  private static func chosenWeight(_ given: GivenNetwork, _ options: Options)
    throws(ExperimentError) -> (stage: Int, input: Int, unit: Int)
  {
    let place = options.place("chain")
    let numbers = options.numbers("chain").map { Int($0) }
    guard numbers.count == 3 else {
      throw .conflict("chain has \(numbers.count) numbers, expected layer, input, unit", at: place)
    }
    guard numbers[0] <= given.stages.count else {
      throw .conflict(
        "chain names layer \(numbers[0]), expected 1 to \(given.stages.count)", at: place)
    }
    let stage = given.stages[numbers[0] - 1]
    guard numbers[1] <= stage.inputs, numbers[2] <= stage.outputs else {
      throw .conflict(
        "chain names weight \(numbers[1]), \(numbers[2]), expected up to \(stage.inputs), "
          + "\(stage.outputs) in layer \(numbers[0])", at: place)
    }
    return (numbers[0] - 1, numbers[1] - 1, numbers[2] - 1)
  }
}
