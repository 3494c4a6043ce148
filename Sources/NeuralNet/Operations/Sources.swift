import Kernels

/// A value that comes from outside: it has memory and no step.
final class Input: Operation {
  static let shared = Input()
  var name: Name { "input" }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { .scalar }
  func emit(_ site: Site, into steps: inout [Step]) {}
}

/// A value that is learnt: it lies in the `ParameterStore`.
final class Parameter: Operation {
  static let shared = Parameter()
  var name: Name { "parameter" }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { .scalar }
  func emit(_ site: Site, into steps: inout [Step]) {}
}

/// `y = c` in all elements; `dloss/dloss = 1` is where differentiation begins.
final class Fill: Operation {
  static let one = Fill(1)
  let value: Float
  init(_ value: Float) { self.value = value }
  var name: Name { "fill" }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { .scalar }

  func emit(_ site: Site, into steps: inout [Step]) {
    var step = site.step(site.kernels.fill)
    step.rows = Int32(site.shape.count)
    step.s0 = value
    steps.append(step)
  }
}
