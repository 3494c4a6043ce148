public import Kernels

/// Numbers with the standard normal distribution, drawn anew in every run.
///
/// They depend on the program's seed, the number of the update, the operation's place among the
/// random ones of its graph, and the number of the element: the same on every machine. No gradient
/// flows.
public final class RandomNormal: Operation {
  let target: Shape
  let salt: UInt32
  /// Whether evaluation draws too; otherwise all are 0 then.
  let drawsInEvaluation: Bool

  init(_ shape: Shape, salt: UInt32, drawsInEvaluation: Bool) {
    target = shape
    self.salt = salt
    self.drawsInEvaluation = drawsInEvaluation
  }

  /// "randomNormal".
  public var name: Name { "randomNormal" }
  /// The shape that was asked for.
  public func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { target }

  /// One step.
  public func emit(_ site: Site, into steps: inout [Step]) {
    let isDrawn = drawsInEvaluation || !site.isEvaluating
    var step = site.elementwise(isDrawn ? site.kernels.drawNormals : site.kernels.fill)
    step.draw.salt = salt
    step.s0 = 0
    steps.append(step)
  }
}

extension Graph {
  /// Adds random numbers with the standard normal distribution, as the ε of a variational
  /// autoencoder.
  ///
  /// - Parameter drawsInEvaluation: whether evaluation draws too; default false, all being 0 then.
  /// - Throws: `ShapeError.invalid` if an axis is shorter than 1.
  public mutating func randomNormal(
    _ shape: Shape, drawsInEvaluation: Bool = false
  ) throws(ShapeError) -> Value {
    let salt = nextSalt()
    return try add(RandomNormal(shape, salt: salt, drawsInEvaluation: drawsInEvaluation), [])
  }
}
