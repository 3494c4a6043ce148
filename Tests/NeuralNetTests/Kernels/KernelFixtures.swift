import Kernels

@testable import NeuralNet

/// Pseudo-random numbers of the tests' own: a linear congruence, so that nothing under test is used.
struct TestNumbers {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }

  /// In [-1, 1).
  mutating func number() -> Float { Float(next() & 0xFF_FFFF) / 8_388_608 - 1 }

  mutating func numbers(_ count: Int, scale: Float = 1) -> [Float] {
    (0..<count).map { _ in number() * scale }
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

/// Floats with a guard behind them: a kernel that writes too far is found out.
final class GuardedFloats {
  static let guardValue: Float = -12345
  let memory: Memory
  let count: Int

  init(_ elements: [Float]) {
    count = elements.count
    memory = Memory(count: count + 32)
    for i in 0..<count { memory.floats[i] = elements[i] }
    for i in count..<count + 32 { memory.floats[i] = GuardedFloats.guardValue }
  }

  convenience init(count: Int) { self.init([Float](repeating: 777, count: count)) }

  var elements: [Float] { (0..<count).map { memory.floats[$0] } }
  var isGuardIntact: Bool {
    (count..<count + 32).allSatisfy { memory.floats[$0] == GuardedFloats.guardValue }
  }
}

/// Bits for comparison; all NaN are one, as payloads are outside the contract.
func bits(_ elements: [Float]) -> [UInt32] {
  elements.map { $0.isNaN ? 0x7FC0_0000 : $0.bitPattern }
}

/// What one kernel made of a step: the main result and the further one.
struct KernelOutput: Equatable {
  var out: [UInt32]
  var extra: [UInt32]
  var isGuardIntact: Bool
}

/// A step with its own copies of all operands, run on the kernels of one choice.
struct KernelCase {
  var step = Step()
  var a: [Float] = []
  var b: [Float]?
  var start: [Float]?
  var other: [Float]?
  /// What `out` and `extra` hold before; their sizes are those of the results.
  var out: [Float] = []
  var extra: [Float]?
  var context = Context()
  /// Whether a loss writes those of elements or rows into `out`; and its weights.
  var storesLosses = false
  var weights: [Float]?

  func run(on choice: KernelChoice, _ kernel: (KernelTable) -> Kernel?) -> KernelOutput {
    let a = GuardedFloats(a), out = GuardedFloats(out), scratch = Memory(count: Int(SCRATCH_COUNT))
    let b = b.map(GuardedFloats.init), start = start.map(GuardedFloats.init)
    let other = other.map(GuardedFloats.init), extra = extra.map(GuardedFloats.init)
    var step = step, context = context, nonFinite: Int32 = 0
    step.a = UnsafePointer(a.memory.floats)
    step.b = UnsafePointer(b?.memory.floats)
    step.start = UnsafePointer(start?.memory.floats)
    step.other = UnsafePointer(other?.memory.floats)
    step.out = out.memory.floats
    step.extra = extra?.memory.floats
    step.units = max(step.units, 1)
    let weights = weights.map(GuardedFloats.init)
    if storesLosses { step.loss.losses = out.memory.floats }
    if let weights { step.loss.weights = UnsafePointer(weights.memory.floats) }
    context.scratch = scratch.floats
    withUnsafeMutablePointer(to: &nonFinite) { flag in
      context.nonFinite = flag
      withExtendedLifetime((a, b, start, other, weights)) {
        kernel(choice.table)?(&step, &context, 0, Int(step.units))
      }
    }
    return KernelOutput(
      out: bits(out.elements) + (nonFinite == 0 ? [] : [1]), extra: bits(extra?.elements ?? []),
      isGuardIntact: out.isGuardIntact && (extra?.isGuardIntact ?? true))
  }
}
