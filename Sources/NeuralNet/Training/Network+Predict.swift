extension Network {
  /// The raw outputs for `count` rows, `[count, outputs]`: logits if the loss takes logits.
  ///
  /// - Parameter features: `[count, inputs]`. If they are not that many, the result is empty.
  public func predict(_ features: [Float], count: Int) -> [Float] {
    guard count > 0, features.count == count * inputs else { return [] }
    var answers: [Float] = []
    answers.reserveCapacity(count * outputs)
    let isDone = features.withUnsafeBufferPointer { buffer in
      guard let x = buffer.baseAddress else { return false }
      do throws(ShapeError) {
        try evaluate(x, nil, count: count) { _, chunk in
          answers += UnsafeBufferPointer(start: chunk.answers, count: chunk.rows * outputs)
        }
        return true
      } catch {
        return false  // the values of a chunk are more than steps can count
      }
    }
    return isDone ? answers : []
  }
}
