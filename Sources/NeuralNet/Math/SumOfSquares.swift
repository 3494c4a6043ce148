/// `Σ x²` in Float64: eight sums, by index modulo 8, that are added as a tree.
func sumOfSquares(_ numbers: UnsafePointer<Float>, count: Int) -> Double {
  var sums = SIMD8<Double>(repeating: 0), i = 0
  while i + 8 <= count {
    let x = SIMD8<Double>(UnsafeRawPointer(numbers + i).loadUnaligned(as: SIMD8<Float>.self))
    sums += x * x
    i += 8
  }
  for lane in 0..<count - i { sums[lane] += Double(numbers[i + lane]) * Double(numbers[i + lane]) }
  let four = sums.lowHalf + sums.highHalf, two = four.lowHalf + four.highHalf
  return two.x + two.y
}
