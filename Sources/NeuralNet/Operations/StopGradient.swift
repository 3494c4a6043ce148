public import Kernels

/// `y = x`, through which no gradient flows; PyTorch's `detach`.
public final class StopGradient: Operation {
  static let shared = StopGradient()
  /// The value as it is.
  public init() {}
  /// "stopGradient".
  public var name: Name { "stopGradient" }
  /// No step.
  public var traits: Traits { Traits(isAlias: true) }
  /// That of x.
  public func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { inputs[0] }
  /// No step.
  public func emit(_ site: Site, into steps: inout [Step]) {}
}
