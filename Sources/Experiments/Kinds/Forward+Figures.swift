import NeuralNet
import Plotting

extension ForwardPass {
  /// The network with the first row's values on its nodes.
  var networkFigure: Figure {
    let width: Figure.Width = .text
    return Figure(
      "network", width: width, rows: [.init([.network(diagram)])],
      caption: "One input passed through a \(sizes) network. Each circle holds the activation of "
        + "a unit; edges are as thick as their weight is large. Below, the parameters between "
        + "two layers: weights plus biases.",
      table: table)
  }

  /// The arithmetic, layer by layer.
  var matrixFigure: Figure {
    Figure(
      "matrices", width: .wide, rows: [.init([.matrixChain(MatrixChain(equations))])],
      caption: "The same pass as arithmetic. Each layer multiplies its input by its weights, adds "
        + "its biases and applies its activation. Tints follow the sign: blue is positive, orange "
        + "negative.",
      table: parameterTable)
  }

  /// "3–4–4–2".
  private var sizes: Text {
    var text: Text = "\(given.stages[0].inputs)"
    for stage in given.stages { text += "–\(stage.outputs)" }
    return text
  }

  private var diagram: NetworkDiagram {
    let stages = given.stages
    var layers = [
      NetworkDiagram.Layer(
        "input", activation: "\(stages[0].inputs) numbers", units: stages[0].inputs,
        values: doubles(Array(given.input.prefix(stages[0].inputs))), labels: inputNames)
    ]
    for (number, stage) in stages.enumerated() {
      layers.append(
        NetworkDiagram.Layer(
          DenseStage.name(number, of: stages.count), activation: stage.activationName,
          units: stage.outputs, values: Array(values[number].a.prefix(stage.outputs)),
          labels: number == stages.count - 1 ? outputNames : []))
    }
    var diagram = NetworkDiagram(
      layers: layers, weights: stages.map { doubles(given.network.values($0.weight)) },
      hasBias: stages.allSatisfy { $0.bias != nil })
    diagram.options = (inputs: "input", weights: "weights")
    return diagram
  }

  private var equations: [MatrixChain.Equation] {
    given.stages.indices.map { number in
      MatrixChain.Equation(
        DenseStage.name(number, of: given.stages.count), terms: terms(of: number))
    }
  }

  /// `x · W + b = z`, and `f → a` where an activation follows.
  private func terms(of number: Int) -> [MatrixChain.Term] {
    let stage = given.stages[number]
    let input = number == 0 ? doubles(given.input) : values[number - 1].a
    let (rows, columns) = (given.rows, stage.outputs)
    var terms: [MatrixChain.Term] = [
      .matrix(inputSymbol(number), rows: rows, columns: stage.inputs, values: input),
      .operator("·"),
      .matrix(
        .symbol("W", number + 1), rows: stage.inputs, columns: columns,
        values: doubles(given.network.values(stage.weight))),
    ]
    if let bias = stage.bias {
      let values = doubles(given.network.values(bias))
      terms.append(.operator("+"))
      terms.append(.matrix(.symbol("b", number + 1), rows: 1, columns: columns, values: values))
    }
    terms.append(.operator("="))
    terms.append(
      .matrix(
        .symbol("z", number + 1), rows: rows, columns: columns, values: values[number].z))
    if stage.a != stage.z {
      terms.append(.operator(stage.activationName))
      terms.append(
        .matrix(
          .symbol("a", number + 1), rows: rows, columns: columns, values: values[number].a))
    }
    return terms
  }

  /// `x`, or the activations of the stage before.
  private func inputSymbol(_ number: Int) -> Text {
    guard number > 0 else { return "x" }
    let before = given.stages[number - 1]
    return .symbol(before.a == before.z ? "z" : "a", number)
  }

  /// Every unit's sum and activation, for every row.
  private var table: Table {
    var table = Table([
      .words("Row"), .words("Layer"), .words("Unit"), .numbers("z", decimals: 4),
      .numbers("a", decimals: 4),
    ])
    for row in 0..<given.rows {
      for (number, stage) in given.stages.enumerated() {
        for unit in 0..<stage.outputs {
          let index = row * stage.outputs + unit
          table.rows.append([
            .text("\(row + 1)"), .text(DenseStage.name(number, of: given.stages.count)),
            .text("\(unit + 1)"), .number(values[number].z[index]),
            .number(values[number].a[index]),
          ])
        }
      }
    }
    return table
  }

  /// Every weight and bias.
  private var parameterTable: Table { ParameterTable.table(given, gradients: nil) }
}
