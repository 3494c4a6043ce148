import Kernels

/// What differs per platform and is passed in: kernels, scratch memory, threads.
///
/// A machine, and every program on it, is used by one thread at a time; separate machines may run at
/// once. Results do not depend on the machine, except in the Float64 mode.
public final class Machine {
  /// Which kernels it computes with.
  public let choice: KernelChoice
  /// The threads that share the steps of a program.
  public let threads: Int
  let scratch: [Memory]
  #if !arch(wasm32)
    let pool: OpaquePointer?
  #endif

  var kernels: KernelTable { choice.table }
  var width: Int { choice.width }

  /// A machine with `threads` threads; one if they cannot be had, and always in wasm.
  public init(kernels: KernelChoice = .best, threads: Int = 1) {
    choice = kernels
    #if arch(wasm32)
      self.threads = 1
    #else
      let wished = Int32(clamping: threads)
      pool = wished > 1 ? pool_create(wished) : nil
      self.threads = pool == nil ? 1 : Int(wished)
    #endif
    scratch = (0..<self.threads).map { _ in Memory(count: Int(SCRATCH_COUNT) * kernels.width) }
  }

  deinit {
    #if !arch(wasm32)
      if let pool { pool_destroy(pool) }
    #endif
  }

  /// The fastest kernels on one thread.
  public static func best() -> Machine { Machine() }

  /// One machine for each instance of the kernels that this CPU can run.
  public static var all: [Machine] { KernelChoice.all.map { Machine(kernels: $0) } }
}
