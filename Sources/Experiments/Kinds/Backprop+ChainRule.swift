import NeuralNet
import Plotting

extension BackwardPass {
  /// The chain rule spelled out for the chosen weight.
  var chainFigure: Figure {
    let (stage, input, unit) = (chosen.stage + 1, chosen.input + 1, chosen.unit + 1)
    var caption: Text =
      "The gradient of one weight, from input \(input) to unit \(unit) of layer "
      + "\(stage), as a product of local derivatives: from the loss to the unit's output, through "
      + "its activation, to the weight."
    if given.rows > 1 { caption += " Shown is the part of the first row." }
    return Figure(
      "chain", width: .text, rows: [.init([.chainRule(rule)])], caption: caption, table: table)
  }

  private var stage: DenseStage { given.stages[chosen.stage] }

  private var rule: ChainRule {
    let name: Text = "w_\(chosen.input + 1)\(chosen.unit + 1)"
    let product = factors.reduce(1.0) { product, factor in product * factor.value }
    let result = ChainRule.Factor("L", by: name, value: product)
    return ChainRule(result, factors: factors, sum: sum)
  }

  /// From the loss down to the weight.
  private var factors: [ChainRule.Factor] {
    let (unit, j): (Int, Text) = (chosen.unit, "\(chosen.unit + 1)")
    let weight: Text = "w_\(chosen.input + 1)\(chosen.unit + 1)"
    let z = forward.values[chosen.stage].z[unit]
    let isOutput = chosen.stage == given.stages.count - 1
    let a: Text = isOutput ? "y_\(j)" : "a_\(j)"
    let last = ChainRule.Factor("z_\(j)", by: weight, value: input, note: "the input it scales")
    guard stage.a != stage.z, stage.activation != .softmax else {
      let first = ChainRule.Factor(
        "L", by: "z_\(j)", value: gradients[chosen.stage].z[unit],
        note: isOutput ? lossNote : "a sum, below")
      return [first, last]
    }
    return [
      ChainRule.Factor(
        "L", by: a, value: gradients[chosen.stage].a[unit],
        note: isOutput ? lossNote : "a sum, below"),
      ChainRule.Factor(
        a, by: "z_\(j)", value: Double(stage.activation.derivative(Float(z))),
        note: Self.derivative(of: stage.activationName)),
      last,
    ]
  }

  /// What the weight multiplies: an input, or an activation of the layer before.
  private var input: Double {
    chosen.stage == 0
      ? Double(given.input[chosen.input]) : forward.values[chosen.stage - 1].a[chosen.input]
  }

  /// How the first factor comes from the next layer: `Σ_k δ_k w_jk`.
  private var sum: ChainRule.Sum? {
    guard chosen.stage < given.stages.count - 1 else { return nil }
    let next = given.stages[chosen.stage + 1]
    let weights = given.network.values(next.weight)
    let deltas = gradients[chosen.stage + 1].z
    let j: Text = "\(chosen.unit + 1)"
    let terms = (0..<next.outputs).map { k in
      ChainRule.Sum.Term(
        delta: deltas[k], weight: Double(weights[chosen.unit * next.outputs + k]))
    }
    let symbol: Text = stage.a == stage.z ? "z" : "a"
    return ChainRule.Sum("∂L/∂\(symbol)_\(j) = Σ_k δ_k w_\(j)k", terms: terms)
  }

  private var lossNote: Text { lossName == "mse" ? "2 (y − t) / n" : "slope of \(lossName)" }

  /// The derivative in terms of what is known at the node.
  private static func derivative(of activation: Text) -> Text {
    switch activation {
    case "tanh": return "1 − a²"
    case "sigmoid": return "a (1 − a)"
    case "relu": return "1 if z > 0, else 0"
    default: return "\(activation)′(z)"
    }
  }

  private var table: Table {
    let rows = factors.map { factor in
      [Table.Cell.text("∂\(factor.numerator)/∂\(factor.denominator)"), .number(factor.value)]
    }
    return Table([.words("Factor"), .numbers("Value", decimals: 6)], rows: rows)
  }
}
