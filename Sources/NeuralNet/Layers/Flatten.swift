extension Layer {
  /// All axes but the batch become one, the channels of images first, as in PyTorch: the weights of a
  /// dense layer behind it are PyTorch's.
  ///
  /// - Shapes: x `[batch, height, width, channels]`, y `[batch, channels · height · width]`;
  ///   x `[batch, time, features]`, y `[batch, time · features]`.
  public static let flatten = Layer("flatten") { graph, x throws(ShapeError) in
    let shape = graph.shape(x), row = Shape(shape[0], shape.count / shape[0])
    let isInOrder = shape.rank < 4 || shape.columns == 1 || shape.image.count == 1
    if isInOrder { return try graph.add(Reshape(row), [x]) }
    return try graph.add(TransposeEach(to: row), [x])
  }

  /// The numbers of a row in another shape, in their order.
  ///
  /// An image is `[height, width, channels]`: channels last, where PyTorch has them first.
  ///
  /// - Shapes: x `[batch, …]`, y `[batch, axes…]`.
  /// - Parameter axes: one to three, as many elements as a row of x has; one of them may be −1, which
  ///   is what is left.
  public static func reshape(_ axes: [Int]) -> Layer {
    Layer("reshape", axes.map { Float($0) }) { graph, x throws(ShapeError) in
      let shape = graph.shape(x)
      let target = try Name("reshape").row(axes, of: shape.count / shape[0], batch: shape[0])
      return try graph.add(Reshape(target), [x])
    }
  }
}

extension Name {
  /// A batch of rows with these axes, one of which may be −1.
  fileprivate func row(_ axes: [Int], of count: Int, batch: Int) throws(ShapeError) -> Shape {
    guard 1...3 ~= axes.count else {
      throw .conflict(
        operation: self, reason: "a row has one to three axes", found: axes.count, limit: 3)
    }
    let limit = Int(Int32.max)
    var known = 1, inferred = 0
    for axis in axes {
      guard axis == -1 || axis > 0 && axis <= count else {
        throw .outOfRange(operation: self, value: Float(axis))
      }
      if axis == -1 { inferred += 1 } else { known = axis > limit / known ? limit : known * axis }
    }
    guard inferred < 2 else {
      throw .conflict(
        operation: self, reason: "only one axis can be inferred", found: inferred, limit: 1)
    }
    guard inferred == 1 ? count % known == 0 : count == known else {
      throw .conflict(
        operation: self, reason: "the axes do not have as many elements as a row", found: known,
        limit: count)
    }
    let all = axes.map { $0 == -1 ? count / known : $0 }
    switch all.count {
    case 1: return Shape(batch, all[0])
    case 2: return Shape(batch, all[0], all[1])
    default: return Shape(batch, all[0], all[1], all[2])
    }
  }
}
