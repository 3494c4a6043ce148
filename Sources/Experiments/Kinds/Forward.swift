import NeuralNet
import Plotting

extension Experiment {
  /// A forward pass with every number on the way.
  public static let forward = Experiment(
    "forward", "a forward pass with every number on the way", section: "15 Forward propagation",
    options: GivenNetwork.options + [
      ExperimentOption(
        "input-names", .words, default: OptionValue(.null), "what stands beside the inputs"),
      ExperimentOption(
        "output-names", .words, default: OptionValue(.null), "what stands beside the outputs"),
    ],
    metrics: [
      ("parameters", "weights and biases of the network"),
      ("macs", "multiply-add pairs of one row"),
      ("output[j]", "output j of the first row; output[i][j] of row i"),
    ]
  ) { options, context throws(ExperimentError) in
    let given = try GivenNetwork(options, context)
    var pass = ForwardPass(given)
    pass.inputNames = try names(
      "input-names", options, count: given.stages[0].inputs)
    pass.outputNames = try names(
      "output-names", options, count: given.stages[given.stages.count - 1].outputs)
    return ExperimentResult(
      metrics: pass.metrics, figures: [pass.networkFigure, pass.matrixFigure])
  }
}

/// As many names as there are units; none if the option is absent.
private func names(_ option: Name, _ options: Options, count: Int) throws(ExperimentError)
  -> [Text]
{
  guard options.has(option) else { return [] }
  let names = options.words(option)
  guard names.count == count else {
    throw .conflict(
      "'\(option.text)' has \(names.count) names, expected \(count)", at: options.place(option))
  }
  return names
}

/// A network and the values of all its layers for the given rows.
struct ForwardPass {
  let given: GivenNetwork
  /// z and a of each stage, `[rows, outputs]` row-major.
  let values: [(z: [Double], a: [Double])]
  /// What stands beside the units of the first and of the last layer; may be empty.
  var inputNames: [Text] = []
  var outputNames: [Text] = []

  init(_ given: GivenNetwork) {
    self.given = given
    let trace = given.network.trace(given.input, count: given.rows)
    values = given.stages.map { stage in
      (doubles(trace.layers[stage.z].output), doubles(trace.layers[stage.a].output))
    }
  }

  var metrics: [Metric] {
    var metrics = [
      Metric("parameters", Double(given.network.parameterCount), .whole),
      Metric("macs", Double(macs), .whole),
    ]
    guard let stage = given.stages.last, let outputs = values.last?.a else { return metrics }
    for unit in 0..<stage.outputs { metrics.append(Metric("output[\(unit)]", outputs[unit])) }
    guard given.rows > 1 else { return metrics }
    for row in 0..<given.rows {
      for unit in 0..<stage.outputs {
        metrics.append(Metric("output[\(row)][\(unit)]", outputs[row * stage.outputs + unit]))
      }
    }
    return metrics
  }

  private var macs: Int {
    given.stages.reduce(0) { sum, stage in sum + stage.inputs * stage.outputs }
  }
}

/// Float32 numbers as Float64, exactly.
func doubles(_ numbers: [Float]) -> [Double] { numbers.map { Double($0) } }
