import Kernels

/// Which kernels a machine computes with.
///
/// All of them give the same bits for Float; they differ in speed only.
public struct KernelChoice: @unchecked Sendable {
  // A table of functions, never written to after it is made.
  let table: KernelTable
  /// Floats that one element takes: 2 in the Float64 mode.
  let width: Int
  /// "AVX-512", "AVX2", "SSE2", "NEON", "wasm", or "Swift" and "Swift Float64" for the plain ones.
  public let name: [UInt8]

  init(_ table: KernelTable, width: Int) {
    self.table = table
    self.width = width
    var bytes: [UInt8] = []
    var next = table.name
    while let at = next, at.pointee != 0 {
      bytes.append(UInt8(bitPattern: at.pointee))
      next = at + 1
    }
    name = bytes
  }

  /// The fastest instance that this CPU can run.
  public static var best: KernelChoice {
    KernelChoice(kernel_table_best().pointee, width: 1)
  }

  /// Every instance in C that this CPU can run, the fastest first.
  public static var all: [KernelChoice] {
    var choices: [KernelChoice] = []
    while let table = kernel_table(Int32(choices.count)) {
      choices.append(KernelChoice(table.pointee, width: 1))
    }
    return choices
  }

  /// The plain loops in Swift, one scalar at a time: what the others are tested against.
  public static var plain: KernelChoice { KernelChoice(PlainKernels<Float>.table, width: 1) }

  /// The same loops in Float64, for gradient checks.
  public static var float64: KernelChoice { KernelChoice(PlainKernels<Double>.table, width: 2) }
}
