import NeuralNet
import Plotting

/// A dense layer with the activation that follows it: `z = x W + b`, `a = f(z)`.
struct DenseStage {
  let inputs: Int
  let outputs: Int
  /// Numbers of its parameters in the network; there may be no bias.
  let weight: Int
  let bias: Int?
  /// The layers whose outputs are z and a; the same one when no activation follows.
  let z: Int
  let a: Int
  /// What follows z; `.linear` when nothing does.
  let activation: Activation
  /// Its name.
  let activationName: Text

  /// The dense layers of `network`, in order.
  static func stages(of network: Network) -> [DenseStage] {
    var stages: [DenseStage] = []
    for (number, info) in network.parameters.enumerated() where info.role == .weight {
      let next = network.parameters.dropFirst(number + 1).first
      let following = network.layers.dropFirst(info.layer + 1).first
      let activation = following?.activation
      stages.append(
        DenseStage(
          inputs: info.shape.rows, outputs: info.shape.columns, weight: number,
          bias: next?.role == .bias && next?.layer == info.layer ? number + 1 : nil,
          z: info.layer, a: activation == nil ? info.layer : info.layer + 1,
          activation: activation ?? .linear,
          activationName: Text(stringLiteral: activation?.name.text ?? "linear")))
    }
    return stages
  }

  /// "hidden 1", "output": the name of stage `number` among `count`.
  static func name(_ number: Int, of count: Int) -> Text {
    if number == count - 1 { return "output" }
    return count == 2 ? "hidden" : "hidden \(number + 1)"
  }
}

extension Text {
  /// `letter` with a subscript: `z₁`.
  static func symbol(_ letter: Text, _ number: Int) -> Text {
    var text = letter
    text.append(subscript: number)
    return text
  }
}
