import Kernels

/// The largest element of each window, channel by channel; a NaN is larger than any number.
///
/// Part 1 is which element of the window it was, the first of equal ones.
///
/// - Shapes: x `[batch, height, width, channels]`, y `[batch, places, channels]`; or the same without
///   height.
final class MaxPool: Operation {
  let windows: Windows
  init(_ windows: Windows) { self.windows = windows }
  var name: Name { "maxPool" }

  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape {
    inputs[0].withImage(
      try windows.places(inputs[0].image, name), channels: inputs[0].columns)
  }

  func extras(_ inputs: [Shape], _ shape: Shape) -> [Shape] { [shape] }

  func emit(_ site: Site, into steps: inout [Step]) {
    steps.append(site.pool(site.kernels.maxPool, windows))
  }

  func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    let x = graph.shape(graph[y].inputs[0])
    let which = Value(index: y.index, part: 1)
    return [graph.insert(MaxPoolGradient(windows, images: x), [dy, which], x)]
  }
}

/// `dx` is the sum of `dy` over the windows whose largest element x was, in their order.
final class MaxPoolGradient: Operation {
  let windows: Windows
  let images: Shape
  init(_ windows: Windows, images: Shape) {
    self.windows = windows
    self.images = images
  }

  var name: Name { "maxPool" }
  var traits: Traits { Traits(appliesFunctions: true) }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { images }

  func emit(_ site: Site, into steps: inout [Step]) {
    steps.append(site.poolGradient(site.kernels.maxPoolGradient, windows))
  }
}

/// `share` times the sum of each window, channel by channel: a chain over (row, column) from 0.
final class SumPool: Operation {
  let windows: Windows
  let share: Float
  init(_ windows: Windows, share: Float) {
    self.windows = windows
    self.share = share
  }

  var name: Name { "averagePool" }

  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape {
    inputs[0].withImage(
      try windows.places(inputs[0].image, name), channels: inputs[0].columns)
  }

  func emit(_ site: Site, into steps: inout [Step]) {
    var step = site.pool(site.kernels.averagePool, windows)
    step.s1 = share
    steps.append(step)
  }

  func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    let x = graph.shape(graph[y].inputs[0])
    return [graph.insert(Spread(windows, images: x, share: share), [dy], x)]
  }
}

/// Each element of y to all pixels of its window, times `share`: the adjoint of `SumPool`, and with
/// windows side by side an up-sampling.
final class Spread: Operation {
  let windows: Windows
  let images: Shape
  let share: Float
  init(_ windows: Windows, images: Shape, share: Float) {
    self.windows = windows
    self.images = images
    self.share = share
  }

  var name: Name { "spread" }
  var traits: Traits { Traits(appliesFunctions: true) }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { images }

  func emit(_ site: Site, into steps: inout [Step]) {
    var step = site.poolGradient(site.kernels.averagePoolGradient, windows)
    step.s1 = share
    steps.append(step)
  }

  func gradient(_ graph: inout Graph, _ x: Value, _ dx: Value) -> [Value?] {
    let y = graph.shape(graph[x].inputs[0])
    return [graph.insert(SumPool(windows, share: share), [dx], y)]
  }
}

extension Site {
  /// A step over windows of the first input; the units are rows of places.
  func pool(_ run: @escaping Kernel, _ windows: Windows) -> Step {
    let rows = shape[0] * shape.image.height
    var step = step(run, units: shapes[0].count < splitElements ? 1 : rows)
    step.window = windows.window(on: shapes[0], places: shape)
    return step
  }

  /// A step over windows of the result; the units are images.
  func poolGradient(_ run: @escaping Kernel, _ windows: Windows) -> Step {
    var step = step(run, units: shape.count < splitElements ? 1 : shape[0])
    step.window = windows.window(on: shape, places: shapes[0])
    return step
  }
}
