extension Layer {
  /// `y = f(x) + x`, or `f(x) + s(x)`: what the body learns is the difference.
  ///
  /// - Shapes: f and s give one shape; without s it is that of x.
  /// - Parameters:
  ///   - body: f.
  ///   - shortcut: s, as a projection where f changes the shape; default x as it is.
  /// - Source: Deep residual learning for image recognition, He et al. 2015, equations 1 and 2.
  public static func residual(_ body: [Layer], shortcut: [Layer] = []) -> Layer {
    Layer("residual", branches: [body, shortcut]) { graph, x throws(ShapeError) in
      let y = try graph.apply(body, named: "body", to: x)
      let straight = try graph.apply(shortcut, named: "shortcut", to: x)
      guard graph.shape(y) == graph.shape(straight) else {
        throw .mismatch(
          operation: "residual", expected: graph.shape(straight), found: graph.shape(y))
      }
      return try graph.add(Add(), [y, straight])
    }
  }
}

extension Graph {
  /// Applies a model that is a part of a layer; without layers, the result is the input.
  mutating func apply(
    _ layers: [Layer], named name: StaticString, to x: Value
  ) throws(ShapeError) -> Value {
    try scoped(name) { graph throws(ShapeError) in try graph.apply(layers, to: x).last ?? x }
  }
}
