/// Random numbers that depend on a seed and a use only.
///
/// Streams of one seed share no numbers: weights do not change when the data's noise does, nor an
/// epoch's order when another has been drawn before.
///
///     var random = RandomStream(seed: 1, stream: .data)
///     let x = random.nextUniform(-1...1)
public struct RandomStream: Sendable {
  private let key: SIMD2<UInt32>
  private var counter: SIMD4<UInt32>
  private var words = SIMD4<UInt32>()
  private var used = 4
  private var spareNormal: Float?

  /// The numbers of `seed` for one use, from their beginning.
  public init(seed: UInt64, stream: Stream) {
    key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    counter = SIMD4(0, 0, stream.use, stream.index)
  }

  /// The next 32 random bits.
  public mutating func next() -> UInt32 {
    if used == 4 {
      words = Philox.block(counter: counter, key: key)
      counter.x = counter.x &+ 1
      if counter.x == 0 { counter.y = counter.y &+ 1 }
      used = 0
    }
    used += 1
    return words[used - 1]
  }
}

// MARK: - Distributions

extension RandomStream {
  /// A number in [0, 1), one of 2²⁴.
  public mutating func nextUnit() -> Float { Float(next() >> 8) * 0x1p-24 }

  /// A number between the bounds.
  public mutating func nextUniform(_ range: ClosedRange<Float>) -> Float {
    nextUniform(from: range.lowerBound, to: range.upperBound)
  }

  /// The same for bounds that nobody has checked: NaN gives NaN.
  mutating func nextUniform(from lower: Float, to upper: Float) -> Float {
    let u = nextUnit()
    return lower * (1 - u) + upper * u
  }

  /// A number with the standard normal distribution; its magnitude is at most 5.8.
  ///
  /// `√(-2 ln u) cos 2πv` and the same with the sine, u in (0, 1], v in [0, 1).
  ///
  /// - Source: A note on the generation of random normal deviates, Box and Muller 1958.
  public mutating func nextNormal() -> Float {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    let radius = (-2 * Math.log(1 - nextUnit())).squareRoot()
    let angle = 6.2831855 * nextUnit()
    spareNormal = radius * Math.sin(angle)
    return radius * Math.cos(angle)
  }

  /// As many numbers with the standard normal distribution; none if `count` is negative.
  mutating func nextNormals(_ count: Int) -> [Float] {
    (0..<max(count, 0)).map { _ in nextNormal() }
  }

  /// A whole number in [0, n), each with the same probability; 0 if n is less than 1.
  ///
  /// - Parameter n: at most 2³¹.
  /// - Source: Fast random integer generation in an interval, Lemire 2019.
  public mutating func nextBelow(_ n: Int) -> Int {
    let bound = UInt32(clamping: n)
    guard bound > 1 else { return 0 }
    var product = UInt64(next()) &* UInt64(bound)
    if UInt32(truncatingIfNeeded: product) < bound {
      let surplus = (0 &- bound) % bound  // low words of numbers that occur once too often
      while UInt32(truncatingIfNeeded: product) < surplus {
        product = UInt64(next()) &* UInt64(bound)
      }
    }
    return Int(product >> 32)
  }

  /// Brings the indices into random order, each order with the same probability (Fisher–Yates).
  public mutating func shuffle(_ indices: inout [Int32]) {
    indices.withUnsafeMutableBufferPointer { buffer in
      var i = buffer.count
      while i > 1 {
        let j = nextBelow(i)
        i -= 1
        buffer.swapAt(i, j)
      }
    }
  }
}
