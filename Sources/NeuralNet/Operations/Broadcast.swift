import Kernels

extension Shape {
  /// The shape in which two values meet: axes are paired from the innermost one outwards, and a value
  /// whose axis has the extent 1, or is not there, is repeated along it.
  ///
  ///     Shape.broadcast(Shape(4, 3), Shape(3))  // [4, 3]: the same row for all rows
  ///
  /// - Returns: nil if two extents differ and none is 1.
  /// - Source: the broadcasting rule of NumPy and PyTorch.
  public static func broadcast(_ a: Shape, _ b: Shape) -> Shape? {
    if a == b { return a }
    let p = a.fourAxes, q = b.fourAxes
    var axes: [Int] = []
    for axis in 4 - max(a.rank, b.rank)..<4 {
      guard p[axis] == q[axis] || p[axis] == 1 || q[axis] == 1 else { return nil }
      axes.append(max(p[axis], q[axis]))
    }
    return Shape(axes: axes)
  }

  /// One to four extents, outermost first.
  init(axes: [Int]) {
    switch axes.count {
    case 1: self.init(axes[0])
    case 2: self.init(axes[0], axes[1])
    case 3: self.init(axes[0], axes[1], axes[2])
    default: self.init(axes[0], axes[1], axes[2], axes[3])
    }
  }

  /// The extents, with ones for outer axes that are not there.
  var fourAxes: [Int] {
    [Int](repeating: 1, count: 4 - rank) + (0..<rank).map { self[$0] }
  }

  /// How far apart neighbours on each of four axes lie.
  var strides: [Int] {
    var strides = [1, 1, 1, 1]
    for axis in (0..<3).reversed() { strides[axis] = strides[axis + 1] * fourAxes[axis + 1] }
    return strides
  }

  /// The same, being 0 on axes along which the value is repeated.
  var repeatedStrides: [Int] {
    zip(fourAxes, strides).map { $0 == 1 ? 0 : $1 }
  }
}

extension Name {
  /// The shape in which both operands meet.
  func broadcast(_ inputs: [Shape]) throws(ShapeError) -> Shape {
    guard let shape = Shape.broadcast(inputs[0], inputs[1]) else {
      throw .mismatch(operation: self, expected: inputs[0], found: inputs[1])
    }
    return shape
  }
}

extension Site {
  /// A step that combines two operands, repeating them where the result is larger.
  ///
  /// - Parameter plain: a kernel for operands of one shape, if there is a faster one.
  func combine(_ combination: Combination, ofEqual plain: Kernel? = nil) -> Step {
    if let plain, shapes[0].count == shape.count, shapes[1].count == shape.count {
      return elementwise(plain)
    }
    return walk(
      combination, a: shapes[0].repeatedStrides, b: shapes.dropFirst().first?.repeatedStrides)
  }

  /// A step that walks the four axes of the result, and each operand with its own distances.
  ///
  /// Axes that can be walked as one are joined: the fewer rows, the more there is for a vector.
  func walk(_ combination: Combination, a: [Int], b: [Int]? = nil) -> Step {
    let b = b ?? a
    var axes: [WalkAxis] = []
    for axis in (0..<4).reversed() where shape.fourAxes[axis] > 1 || axes.isEmpty && axis == 0 {
      let next = WalkAxis(
        extent: Int32(shape.fourAxes[axis]), a: Int32(a[axis]), b: Int32(b[axis]))
      if let last = axes.last, next.a == last.a * last.extent, next.b == last.b * last.extent {
        axes[axes.count - 1].extent *= next.extent
      } else {
        axes.append(next)
      }
    }
    axes += [WalkAxis](repeating: WalkAxis(extent: 1, a: 0, b: 0), count: 4 - axes.count)
    return step(
      along: Walk(
        combination: combination, outer: axes[3], middle: axes[2], inner: axes[1], last: axes[0]))
  }

  private func step(along walk: Walk) -> Step {
    var step = step(kernels.combine)
    step.walk = walk
    step.columns = walk.last.extent
    step.rows = Int32(shape.count) / walk.last.extent
    let isLine = step.rows == 1
    step.units = Int32(
      isLine ? unitsOfElements(shape.count) : shape.count < splitElements ? 1 : Int(step.rows))
    return step
  }
}

extension Graph {
  /// The gradients of two operands, from what they would be had the operands the result's shape.
  mutating func operandGradients(_ y: Value, _ da: Value, _ db: Value) -> [Value?] {
    let a = shape(self[y].inputs[0]), b = shape(self[y].inputs[1])
    return [sum(da, to: a), sum(db, to: b)]
  }

  /// The sum over the axes along which a value of shape `target` was repeated.
  mutating func sum(_ value: Value, to target: Shape) -> Value {
    var value = value
    let extents = target.fourAxes
    var shape = self.shape(value).fourAxes, end = 4
    while let last = (0..<end).last(where: { extents[$0] == 1 && shape[$0] > 1 }) {
      var first = last
      while first > 0, extents[first - 1] == 1 { first -= 1 }
      value = insertSum(value, over: first..<last + 1, of: shape)
      for axis in first...last { shape[axis] = 1 }
      end = first
    }
    return self.shape(value) == target ? value : insert(Reshape(target), [value], target)
  }

  private mutating func insertSum(
    _ value: Value, over axes: Range<Int>, of shape: [Int]
  ) -> Value {
    let count = shape[axes].reduce(1, *), inner = shape[axes.upperBound...].reduce(1, *)
    let outer = shape[..<axes.lowerBound].reduce(1, *)
    if outer == 1, inner > 1 {
      let rows = insert(Reshape(Shape(count, inner)), [value], Shape(count, inner))
      return insert(SumRows.shared, [rows], Shape(inner))
    }
    let result = Shape(outer, inner)
    return insert(
      SumAxis(count: count, inner: inner, divisor: 1, result: result), [value], result)
  }
}
