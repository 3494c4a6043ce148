/// Floats that nobody else knows how many there are; in the Float64 mode each element takes two.
public typealias Buffer = UnsafeMutablePointer<Float>

/// Memory of a fixed size, aligned to a cache line and freed with its owner.
///
/// It is not cleared unless asked: the first touch of a page is the dearest part of making a program.
final class Memory: @unchecked Sendable {
  // Only its owner writes to it; a program, and all it owns, is used by one thread at a time.
  let floats: Buffer
  let count: Int

  /// - Parameter count: floats; some more are there, so that a vector may reach beyond the last.
  init(count: Int, cleared: Bool = false) {
    let padded = count + 16
    let raw = UnsafeMutableRawPointer.allocate(
      byteCount: padded * MemoryLayout<Float>.stride, alignment: 64)
    floats = raw.bindMemory(to: Float.self, capacity: padded)
    self.count = count
    if cleared { floats.initialize(repeating: 0, count: padded) }
  }

  /// What is in it.
  var elements: UnsafeBufferPointer<Float> { UnsafeBufferPointer(start: floats, count: count) }

  deinit { UnsafeMutableRawPointer(floats).deallocate() }
}
