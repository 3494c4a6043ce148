import Kernels

/// The first `count` columns, and as part 1 the others.
final class SplitColumns: Operation {
  let count: Int
  init(_ count: Int) { self.count = count }

  var name: Name { "split" }

  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape {
    guard count > 0, count < inputs[0].columns else {
      throw .outOfRange(operation: name, value: Float(count))
    }
    return inputs[0].withColumns(count)
  }

  func extras(_ inputs: [Shape], _ shape: Shape) -> [Shape] {
    [shape.withColumns(inputs[0].columns - count)]
  }

  func emit(_ site: Site, into steps: inout [Step]) {
    let all = site.shapes[0].columns
    steps.append(
      site.copyColumns(count, Columns(fromRow: Int32(all), from: 0, toRow: Int32(count), to: 0)))
    guard let rest = site.extras[0] else { return }
    var step = site.copyColumns(
      all - count,
      Columns(fromRow: Int32(all), from: Int32(count), toRow: Int32(all - count), to: 0))
    step.out = rest
    steps.append(step)
  }

  /// The gradients of the two side by side.
  func gradients(_ graph: inout Graph, _ y: Value, _ dys: [Value?]) -> [Value?] {
    let parts = graph[y].shapes
    let both = dys.indices.map { dys[$0] ?? graph.insert(Fill(0), [], parts[$0]) }
    let whole = graph.shape(graph[y].inputs[0])
    return [graph.insert(JoinColumns.shared, both, whole)]
  }
}

/// Two values side by side.
private final class JoinColumns: Operation {
  static let shared = JoinColumns()
  var name: Name { "split" }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape {
    inputs[0].withColumns(inputs[0].columns + inputs[1].columns)
  }

  func emit(_ site: Site, into steps: inout [Step]) {
    var to = 0
    for (input, shape) in zip(site.inputs, site.shapes) {
      var step = site.copyColumns(
        shape.columns,
        Columns(
          fromRow: Int32(shape.columns), from: 0, toRow: Int32(site.shape.columns), to: Int32(to)))
      step.a = UnsafePointer(input)
      steps.append(step)
      to += shape.columns
    }
  }
}

extension Site {
  fileprivate func copyColumns(_ count: Int, _ columns: Columns) -> Step {
    var step = rowwise(kernels.copyColumns)
    step.columns = Int32(count)
    step.copied = columns
    return step
  }
}
