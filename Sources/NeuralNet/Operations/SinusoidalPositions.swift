import Kernels

/// `P[t, 2i] = sin(t / 10000^(2i / width))`, `P[t, 2i + 1] = cos` of the same: numbers that are known
/// before a run.
///
/// - Source: Attention is all you need, Vaswani et al. 2017, section 3.5.
final class SinusoidalPositions: Operation {
  let length: Int
  let width: Int
  /// The table for each of the two modes.
  private let single: Memory
  private let double: Memory

  init(length: Int, width: Int) {
    self.length = length
    self.width = width
    single = Memory(count: length * width)
    double = Memory(count: 2 * length * width)
    let wide = UnsafeMutableRawPointer(double.floats).assumingMemoryBound(to: Double.self)
    for column in 0..<width {
      let exponent = Double(column / 2 * 2) / Double(width)
      let rate = Math.exp(-exponent * Math.log(Double(10_000)))
      for time in 0..<length {
        let angle = Double(time) * rate, at = time * width + column
        wide[at] = column % 2 == 0 ? Math.sin(angle) : Math.cos(angle)
        single.floats[at] = Float(wide[at])
      }
    }
  }

  var name: Name { "positions" }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { Shape(length, width) }

  func emit(_ site: Site, into steps: inout [Step]) {
    var step = site.elementwise(site.kernels.copy)
    step.a = UnsafePointer(site.width == 2 ? double.floats : single.floats)
    steps.append(step)
  }
}
