import NeuralNet
import Plotting

/// Every weight and bias of a network as a data table, with gradients if there are any.
enum ParameterTable {
  /// - Parameter gradients: one array a parameter, as long as its values.
  static func table(_ given: GivenNetwork, gradients: [[Double]]?) -> Table {
    var columns: [Table.Column] = [
      .words("Layer"), .words("Parameter"), .numbers("Value", decimals: 4),
    ]
    if gradients != nil { columns.append(.numbers("Gradient", decimals: 6)) }
    var table = Table(columns)
    for (number, stage) in given.stages.enumerated() {
      let layer = DenseStage.name(number, of: given.stages.count)
      for (parameter, isWeight) in [(stage.weight, true), (stage.bias ?? -1, false)]
      where parameter >= 0 {
        let values = doubles(given.network.values(parameter))
        for (index, value) in values.enumerated() {
          var row: [Table.Cell] = [
            .text(layer),
            .text(name(index, isWeight: isWeight, columns: stage.outputs)), .number(value),
          ]
          if let gradients { row.append(.number(gradients[parameter][index])) }
          table.rows.append(row)
        }
      }
    }
    return table
  }

  /// `W[i][j]` or `b[j]`, counted from 1 as in the figures.
  private static func name(_ index: Int, isWeight: Bool, columns: Int) -> Text {
    isWeight ? "W[\(index / columns + 1)][\(index % columns + 1)]" : "b[\(index + 1)]"
  }
}
