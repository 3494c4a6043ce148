/// Numbers in a grid, as files of arrays hold them.
public struct NumberArray: Equatable, Sendable {
  /// The extent of each axis, outermost first; none for a single number.
  public let shape: [Int]
  /// The numbers, the innermost axis running fastest; as `Float`, whatever the file kept.
  public let values: [Float]
  /// What the file kept them as, or will.
  public let type: ElementType

  /// An array of these numbers.
  ///
  /// - Throws: `wrongCount` if they are not as many as the shape says.
  public init(
    shape: [Int], values: [Float], type: ElementType = .float32
  ) throws(InterchangeError) {
    guard shape.elementCount == values.count else {
      throw .wrongCount(array: "array", shape: shape, found: values.count)
    }
    self.init(checked: shape, values, type)
  }

  /// The caller has counted.
  init(checked shape: [Int], _ values: [Float], _ type: ElementType) {
    self.shape = shape
    self.values = values
    self.type = type
  }
}

/// An array and what it is called.
public struct NamedArray: Equatable, Sendable {
  /// What it is called, as `0.weight`.
  public let name: String
  /// The numbers.
  public let array: NumberArray

  /// Gives an array a name.
  public init(_ name: String, _ array: NumberArray) {
    self.name = name
    self.array = array
  }
}

extension [Int] {
  /// The product of the extents; nil if one is negative or the product is beyond `Int`.
  var elementCount: Int? {
    if contains(0) { return allSatisfy { $0 >= 0 } ? 0 : nil }
    var count = 1
    for extent in self {
      let (product, isOver) = count.multipliedReportingOverflow(by: extent)
      guard extent > 0, !isOver else { return nil }
      count = product
    }
    return count
  }
}

extension [NamedArray] {
  /// - Throws: `duplicateName` if two arrays have one name.
  func requireUniqueNames() throws(InterchangeError) {
    var known: Set<String> = []
    for item in self where !known.insert(item.name).inserted { throw .duplicateName(item.name) }
  }
}
