import Kernels

extension Program {
  /// Where a value lies: kept values, inputs, and all needed ones of a program that shares nothing.
  ///
  /// - Precondition: the value is one of these.
  public func buffer(_ value: Value) -> Buffer {
    let isThere = !plan.sharing || plan.isSource(value.index) || kept.contains(value)
    guard isThere, let buffer = addresses[plan.number(value)] else {
      preconditionFailure("the program does not keep this value; keep it, or turn sharing off")
    }
    return buffer
  }

  /// The elements of a value, row by row; a NaN is the canonical one.
  public func read(_ value: Value) -> [Float] {
    let buffer = buffer(value), count = plan.graph.shape(value).count
    guard machine.width == 1 else { return readDoubles(value).map { Float($0) } }
    return (0..<count).map { buffer[$0].isNaN ? .nan : buffer[$0] }
  }

  /// The elements of a value, with all digits of the Float64 mode.
  public func readDoubles(_ value: Value) -> [Double] {
    doubles(buffer(value), plan.graph.shape(value).count)
  }

  /// The same right after the step that made it, when it need not be kept.
  func elements(ofNode index: Int, _ part: Int) -> [Double] {
    let number = plan.base[index] + part
    return addresses[number].map { doubles($0, plan.sizes[number]) } ?? []
  }

  private func doubles(_ buffer: Buffer, _ count: Int) -> [Double] {
    guard machine.width == 2 else { return (0..<count).map { Double(buffer[$0]) } }
    let doubles = UnsafeMutableRawPointer(buffer).assumingMemoryBound(to: Double.self)
    return (0..<count).map { doubles[$0] }
  }

  /// Writes the elements of an input, row by row; as many as fit.
  public func write(_ input: Value, _ elements: [Float]) {
    let buffer = buffer(input), count = min(plan.graph.shape(input).count, elements.count)
    guard machine.width == 1 else {
      let doubles = UnsafeMutableRawPointer(buffer).assumingMemoryBound(to: Double.self)
      for i in 0..<count { doubles[i] = Double(elements[i]) }
      return
    }
    for i in 0..<count { buffer[i] = elements[i] }
  }

  /// Writes an input, row by row, if all its elements are given.
  ///
  /// - Throws: `ShapeError.mismatch` if there are fewer or more.
  func write(_ input: Value, all elements: [Float], as name: Name) throws(ShapeError) {
    let shape = plan.graph.shape(input)
    guard elements.count == shape.count else {
      throw .mismatch(operation: name, expected: shape, found: Shape(elements.count))
    }
    write(input, elements)
  }

  /// Reads an input from `memory` from now on: a batch without a copy.
  ///
  /// - Parameter memory: as many elements as the input has; it must outlive its use.
  public func bind(_ input: Value, to memory: UnsafePointer<Float>) {
    let number = plan.number(input)
    addresses[number] = UnsafeMutablePointer(mutating: memory)
    for place in inputPlaces where place.number == number {
      steps[place.step].setOperand(place.operand, to: memory + place.offset)
    }
  }
}
