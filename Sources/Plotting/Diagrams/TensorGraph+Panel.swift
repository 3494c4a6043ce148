extension Panel {
  /// A computation graph, value above gradient in every box; 912 px wide, 350 on a phone.
  ///
  /// On a wide page it runs from left to right, in one line or in several, broken between layers; on a phone
  /// from top to bottom. Tensors of more than five columns or four rows show their first numbers
  /// and their norm.
  public static func tensorGraph(_ graph: TensorGraph) -> Panel {
    Panel(
      title: graph.title, summary: graph.summary, wideWidth: 912, narrowWidth: 350
    ) { width, _ in
      TensorGraphDrawing(graph, width: width).drawing
    }
  }
}

extension TensorGraph {
  fileprivate var title: Text {
    var operations: [Text] = []
    for node in nodes where node.kind == .operation && operations.count < 12 {
      operations.append(node.label)
    }
    return "Computation graph: " + Text.joined(operations, separator: ", ")
  }

  /// The loss, and the gradient of each parameter: its number, or the norm of its numbers.
  fileprivate var summary: Text {
    var sentences: [Text] = []
    for node in nodes where node.kind == .loss {
      if let loss = node.values.first {
        sentences.append("Forward values end in \(node.label) = \(loss, decimals: 4).")
      }
    }
    var gradients: [Text] = []
    for node in nodes where node.kind == .parameter {
      guard let values = node.gradients, let first = values.first else { continue }
      let norm = RowMajor(values: values, columns: 1).norm
      gradients.append(
        values.count == 1
          ? "\(node.label) \(first, decimals: 3)" : "\(node.label) norm \(norm, decimals: 3)")
    }
    if !gradients.isEmpty {
      sentences.append("Gradients: " + Text.joined(gradients, separator: ", ") + ".")
    }
    return Text.joined(sentences, separator: " ")
  }
}
