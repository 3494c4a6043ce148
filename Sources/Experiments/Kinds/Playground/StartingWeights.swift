import NeuralNet
import Plotting

/// Weights and biases that a training begins with, in place of those drawn from the seed.
struct StartingWeights: Sendable {
  /// Two arrays a layer, as the network has them.
  private let values: [[Float]]

  /// Those of the option `start`; nil without it.
  ///
  /// - Parameter sizes: units from the inputs to the output.
  init?(_ options: Options, sizes: [Int]) throws(ExperimentError) {
    guard options.has("start") else { return nil }
    let tensors = options.tensors("start"), place = options.place("start")
    guard tensors.count == sizes.count - 1 else {
      throw .conflict(
        "start has \(tensors.count) layers, expected \(sizes.count - 1)", at: place)
    }
    var values: [[Float]] = []
    for (number, rows) in tensors.enumerated() {
      let (inputs, units) = (sizes[number], sizes[number + 1])
      guard rows.count == inputs + 1, rows[0].count == units else {
        throw .conflict(
          "start of layer \(number + 1) is \(rows.count) × \(rows[0].count), expected "
            + "\(inputs + 1) × \(units): a row an input, and one of biases", at: place)
      }
      let all = rows.flatMap { row in row.map { Float($0) } }
      values += [Array(all.prefix(inputs * units)), Array(all.suffix(units))]
    }
    self.values = values
  }

  /// Gives them to a network.
  func set(_ network: Network) {
    for (parameter, numbers) in values.enumerated() { network.setValues(parameter, numbers) }
  }

  /// Weights and biases of a network as the option has them.
  static func written(_ values: [[Float]], sizes: [Int]) -> OptionValue {
    var tensors: [OptionValue] = []
    for (layer, units) in sizes.dropFirst().enumerated() {
      let all = doubles(values[2 * layer] + values[2 * layer + 1])
      let rows = stride(from: 0, to: all.count, by: units).map { first in
        OptionValue.numbers(Array(all[first..<first + units]))
      }
      tensors.append(OptionValue(.list(rows)))
    }
    return OptionValue(.list(tensors))
  }
}
