public import Kernels

/// `y`: the inputs one after the other along an axis.
///
/// - Shapes: along the innermost axis, inputs `[rows, columns_i]`, y `[rows, Σ columns_i]`.
public final class Concatenate: Operation {
  private let axis: Int?
  /// - Parameter axis: 0 being the outermost; default the innermost.
  public init(axis: Int? = nil) { self.axis = axis }
  /// "concatenate".
  public var name: Name { "concatenate" }

  /// That of the first input, with the sum of all extents along the axis.
  public func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape {
    let first = inputs[0], axis = try name.axis(axis, of: first)
    var extent = 0
    for input in inputs {
      let expected = first.replacing(axis, by: input[axis])
      guard input == expected else {
        throw .mismatch(operation: name, expected: first, found: input)
      }
      extent += input[axis]
    }
    return first.replacing(axis, by: extent)
  }

  /// A step for each input.
  public func emit(_ site: Site, into steps: inout [Step]) {
    let axis = axis ?? site.shape.rank - 1
    var offset = 0
    for (input, shape) in zip(site.inputs, site.shapes) {
      let block = Block(of: site.shape, axis, offset..<offset + shape[axis])
      var step = block.step(site, isSource: false)
      step.a = UnsafePointer(input)
      steps.append(step)
      offset += shape[axis]
    }
  }

  /// `dx_i` is the part of `dy` that comes from it.
  public func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    let axis = axis ?? graph.shape(y).rank - 1
    var offset = 0
    return graph[y].inputs.map { input in
      let shape = graph.shape(input), range = offset..<offset + shape[axis]
      offset = range.upperBound
      return graph.insert(Slice(range, axis: axis), [dy], shape)
    }
  }
}

/// `y`: what lies in a range along an axis of x.
///
/// - Shapes: along the innermost axis, x `[rows, columns]`, y `[rows, range.count]`.
public final class Slice: Operation {
  private let range: Range<Int>
  private let axis: Int?
  /// - Parameters:
  ///   - range: not empty, within the extent of the axis.
  ///   - axis: 0 being the outermost; default the innermost.
  public init(_ range: Range<Int>, axis: Int? = nil) {
    self.range = range
    self.axis = axis
  }
  /// "slice".
  public var name: Name { "slice" }

  /// That of x, with the range's extent along the axis.
  public func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape {
    let axis = try name.axis(axis, of: inputs[0])
    guard range.lowerBound >= 0, range.upperBound <= inputs[0][axis] else {
      throw .conflict(
        operation: name, reason: "the range ends beyond the axis", found: range.upperBound,
        limit: inputs[0][axis])
    }
    return inputs[0].replacing(axis, by: range.count)
  }

  /// One step.
  public func emit(_ site: Site, into steps: inout [Step]) {
    let x = site.shapes[0], block = Block(of: x, axis ?? x.rank - 1, range)
    steps.append(block.step(site, isSource: true))
  }

  /// `dx` is `dy` in its place, 0 elsewhere.
  public func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    let x = graph.shape(graph[y].inputs[0])
    return [graph.insert(SliceGradient(range, axis: axis ?? x.rank - 1), [dy], x)]
  }
}

/// `dx`: zeros, and `dy` in a range along an axis.
private final class SliceGradient: Operation {
  private let range: Range<Int>
  private let axis: Int
  init(_ range: Range<Int>, axis: Int) {
    self.range = range
    self.axis = axis
  }
  var name: Name { "slice" }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { inputs[0] }

  func emit(_ site: Site, into steps: inout [Step]) {
    steps.append(site.elementwise(site.kernels.fill))
    steps.append(Block(of: site.shape, axis, range).step(site, isSource: false))
  }
}

/// A range along an axis of a value, as rows of neighbours that lie apart.
private struct Block {
  let rows: Int
  let columns: Int
  let stride: Int
  let offset: Int

  init(of whole: Shape, _ axis: Int, _ range: Range<Int>) {
    rows = (0..<axis).reduce(1) { $0 * whole[$1] }
    stride = whole.count / rows
    let inner = stride / whole[axis]
    columns = range.count * inner
    offset = range.lowerBound * inner
  }

  /// A copy of the block: out of the first input, or into the result.
  func step(_ site: Site, isSource: Bool) -> Step {
    let units = rows * columns < splitElements ? 1 : rows, shift = offset * site.width
    var step = site.step(site.kernels.copyRows, units: units)
    step.rows = Int32(rows)
    step.columns = Int32(columns)
    step.strides = RowStrides(
      a: Int32(isSource ? stride : columns), out: Int32(isSource ? columns : stride))
    if isSource { step.a += shift } else { step.out += shift }
    return step
  }
}

extension Name {
  fileprivate func axis(_ axis: Int?, of shape: Shape) throws(ShapeError) -> Int {
    let axis = axis ?? shape.rank - 1
    guard axis >= 0, axis < shape.rank else {
      throw .conflict(
        operation: self, reason: "there is no such axis", found: axis, limit: shape.rank - 1)
    }
    return axis
  }
}

extension Shape {
  /// The same with another extent of one axis.
  func replacing(_ axis: Int, by extent: Int) -> Shape {
    let a = (0..<4).map { $0 == axis ? extent : self[$0] }
    return switch rank {
    case 1: Shape(a[0])
    case 2: Shape(a[0], a[1])
    case 3: Shape(a[0], a[1], a[2])
    default: Shape(a[0], a[1], a[2], a[3])
    }
  }
}
