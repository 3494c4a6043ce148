import Kernels

/// `y_t = 1` where a sequence has ended, `t ≥ length`, else 0: what attention must not look at.
///
/// - Shapes: lengths `[batch]`, y `[batch, time]`.
final class PaddingMask: Operation {
  let time: Int
  init(time: Int) { self.time = time }

  var name: Name { "paddingMask" }

  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape {
    _ = try name.requireEqual(Shape(inputs[0][0]), inputs[0])
    return Shape(inputs[0][0], time)
  }

  func emit(_ site: Site, into steps: inout [Step]) {
    steps.append(site.step(site.kernels.paddingMask))
  }
}

extension Graph {
  /// Adds the mask of sequences that end before `time`: 1 from each length on, 0 before it.
  ///
  /// A sequence of length 0 leaves its queries no key, and so they are NaN.
  ///
  /// - Parameter lengths: `[batch]`.
  /// - Returns: `[batch, time]`, the `padding` of attention.
  /// - Throws: `ShapeError` if lengths has more axes, or time is below 1.
  public mutating func paddingMask(lengths: Value, time: Int) throws(ShapeError) -> Value {
    try add(PaddingMask(time: time), [lengths])
  }
}
