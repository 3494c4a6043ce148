/// Numbers whose axes change places.
enum Axes {
  /// The numbers with axis `order[i]` of the source as axis i of the result.
  ///
  /// - Parameter shape: of the source, the innermost axis last; as many numbers as it says.
  static func transposed(_ values: [Float], shape: [Int], order: [Int]) -> [Float] {
    guard order != Array(shape.indices), !values.isEmpty else { return values }
    let strides = order.map { axis in shape[(axis + 1)...].reduce(1, *) }
    let extents = order.map { shape[$0] }
    var place = [Int](repeating: 0, count: shape.count), source = 0
    var result: [Float] = []
    result.reserveCapacity(values.count)
    for _ in values.indices {
      result.append(values[source])
      var axis = order.count - 1
      while axis >= 0 {
        place[axis] += 1
        source += strides[axis]
        if place[axis] < extents[axis] { break }
        source -= extents[axis] * strides[axis]
        place[axis] = 0
        axis -= 1
      }
    }
    return result
  }
}
