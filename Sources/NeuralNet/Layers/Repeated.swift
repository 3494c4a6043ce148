extension Layer {
  /// `y = f(f(… f(x)))`: a model applied to its own result, with weights of its own each time or with
  /// the same ones.
  ///
  /// - Parameters:
  ///   - body: f; if shared, it keeps the shape.
  ///   - times: at least 1.
  ///   - shared: whether there is one set of weights; default false.
  public static func repeated(_ body: [Layer], times: Int, shared: Bool = false) -> Layer {
    Layer(
      "repeated", [Float(times), shared ? 1 : 0], branches: [body]
    ) { graph, x throws(ShapeError) in
      guard times > 0 else { throw .outOfRange(operation: "repeated", value: Float(times)) }
      let first = graph.nextParameter
      var y = shared ? try graph.apply(body, named: "body", to: x) : x
      for number in (shared ? 1 : 0)..<times {
        let input = y
        y = try graph.scoped(number) { graph throws(ShapeError) in
          try graph.apply(body, to: input, reusing: shared ? first : nil).last ?? input
        }
      }
      return y
    }
  }
}
