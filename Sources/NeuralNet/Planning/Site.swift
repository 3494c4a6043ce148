public import Kernels

/// Where an operation works: its buffers and shapes, and the kernels to use.
public struct Site {
  /// The kernels of the machine.
  public let kernels: KernelTable
  /// The shape of the result.
  public let shape: Shape
  /// Where the result goes.
  public let out: Buffer
  /// Where further results go; nil for those that nobody reads.
  public let extras: [Buffer?]
  /// Where the inputs lie.
  public let inputs: [Buffer]
  /// The shapes of the inputs.
  public let shapes: [Shape]
  /// Floats that one element takes: 2 in the Float64 mode.
  let width: Int
  /// Whether the program evaluates, rather than trains.
  public let isEvaluating: Bool
  /// The elementwise function to apply to the result, if the planner found one.
  var function = functionNone
  /// Its second operand.
  var other: Buffer?
  /// Its constant.
  var constant: Float = 0

  /// A step with the buffers filled in: inputs a and b, result, first further result.
  public func step(_ run: @escaping Kernel, units: Int = 1) -> Step {
    var step = Step()
    step.run = run
    step.out = out
    step.extra = extras.first ?? nil
    step.a = inputs.isEmpty ? nil : UnsafePointer(inputs[0])
    step.b = inputs.count > 1 ? UnsafePointer(inputs[1]) : nil
    step.function = function
    step.other = UnsafePointer(other)
    step.s0 = constant
    step.rows = Int32(shape.rows)
    step.columns = Int32(shape.columns)
    step.units = Int32(units)
    return step
  }

  /// A step over all elements of the result, in units of 1024.
  public func elementwise(_ run: @escaping Kernel) -> Step {
    var step = step(run, units: unitsOfElements(shape.count))
    step.rows = Int32(shape.count)
    step.columns = 1
    return step
  }

  /// A step over the rows of the result, each a unit unless there is little to do.
  public func rowwise(_ run: @escaping Kernel) -> Step {
    step(run, units: shape.count < splitElements ? 1 : shape.rows)
  }
}

/// Fewer elements are done sooner by one thread than by two that have to meet.
let splitElements = 8192

/// How many parts of columns a step over `count` elements is split into.
func unitsOfColumns(_ columns: Int, of count: Int) -> Int {
  let perUnit = Int(COLUMNS_PER_UNIT)
  return count < splitElements || columns < 2 * perUnit ? 1 : (columns + perUnit - 1) / perUnit
}

/// How many parts an elementwise step over `count` elements is split into.
func unitsOfElements(_ count: Int) -> Int {
  count < splitElements ? 1 : (count + Int(ELEMENTS_PER_UNIT) - 1) / Int(ELEMENTS_PER_UNIT)
}
