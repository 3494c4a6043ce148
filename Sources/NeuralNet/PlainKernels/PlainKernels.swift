import Kernels

/// The kernels as plain loops, one scalar at a time: `Float` is the oracle of the ones in C, `Double`
/// is the Float64 mode.
///
/// They follow the contract of the arithmetic in `Kernels.h`, and do all of a step at its first unit.
enum PlainKernels<T: Scalar> {
  typealias StepPointer = UnsafePointer<Step>

  static func view(_ pointer: UnsafePointer<Float>) -> UnsafePointer<T> {
    UnsafeRawPointer(pointer).assumingMemoryBound(to: T.self)
  }

  static func view(_ pointer: UnsafeMutablePointer<Float>) -> UnsafeMutablePointer<T> {
    UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: T.self)
  }

  static func viewIfAny(_ pointer: UnsafeMutablePointer<Float>?) -> UnsafeMutablePointer<T>? {
    pointer.map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: T.self) }
  }
}

// MARK: - Products and elements

extension PlainKernels {
  static func matmul(_ step: StepPointer) {
    let s = step.pointee, m = Int(s.rows), n = Int(s.columns), depth = Int(s.depth)
    let a = view(s.a), b = view(s.b), out = view(s.out)
    for i in 0..<m {
      for j in 0..<n {
        var sum = start(s, i, j)
        for k in 0..<depth {
          let x = a[s.transposeA != 0 ? k * m + i : i * depth + k]
          let y = b[s.transposeB != 0 ? j * depth + k : k * n + j]
          sum = x * y + sum
        }
        let other = s.other.map { view($0)[i * n + j] } ?? sum
        out[i * n + j] = ElementFormulas.apply(s.function, sum, other, T(s.s0))
      }
    }
  }

  private static func start(_ s: Step, _ i: Int, _ j: Int) -> T {
    guard s.sumStart != startZero, let start = s.start else { return 0 }
    return view(start)[s.sumStart == startRow ? j : i * Int(s.columns) + j]
  }

  static func map(_ step: StepPointer) {
    let s = step.pointee, a = view(s.a), out = view(s.out)
    let other = s.other.map { view($0) } ?? a
    for i in 0..<Int(s.rows) {
      out[i] = ElementFormulas.apply(s.function, a[i], other[i], T(s.s0))
    }
  }

  static func add(_ step: StepPointer) { combine(step) { $0 + $1 } }
  static func multiply(_ step: StepPointer) { combine(step) { $0 * $1 } }

  private static func combine(_ step: StepPointer, _ operation: (T, T) -> T) {
    let s = step.pointee, a = view(s.a), b = view(s.b), out = view(s.out)
    for i in 0..<Int(s.rows) { out[i] = operation(a[i], b[i]) }
  }

  static func scale(_ step: StepPointer) {
    let s = step.pointee, a = view(s.a), factor = view(s.b)[0], out = view(s.out)
    for i in 0..<Int(s.rows) { out[i] = a[i] * factor }
  }

  static func copy(_ step: StepPointer) {
    let s = step.pointee, a = view(s.a), out = view(s.out)
    for i in 0..<Int(s.rows) { out[i] = a[i] }
  }

  static func fill(_ step: StepPointer) {
    let s = step.pointee, out = view(s.out)
    for i in 0..<Int(s.rows) { out[i] = T(s.s0) }
  }
}
