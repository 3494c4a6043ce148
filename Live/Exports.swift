// What a page may call: the functions that the WebAssembly module exports.
//
// Numbers are `Int32`, `Int64` (a BigInt in JavaScript), `Float` and `Double`; larger things are
// bytes in the module's memory. `@c` gives a function the C calling convention, without which it
// would expect hidden parameters; `@_expose` exports it.

import Experiments
import NeuralNet
import Plotting

// MARK: - Memory

/// Memory for what the page passes in, or nil if `count` is not positive.
@_expose(wasm, "live_alloc") @c(live_alloc)
public func liveAllocate(_ count: Int32) -> UnsafeMutableRawPointer? {
  guard count > 0 else { return nil }
  return UnsafeMutableRawPointer.allocate(byteCount: Int(count), alignment: 16)
}

/// Gives back memory of `live_alloc`.
@_expose(wasm, "live_free") @c(live_free)
public func liveFree(_ memory: UnsafeMutableRawPointer?) { memory?.deallocate() }

// MARK: - Self-test

/// A digest of a model's parameters after `steps` training steps, equal to the host's to the bit; 0
/// for a number that is no model's.
@_expose(wasm, "live_training") @c(live_training)
public func liveTraining(_ model: Int32, _ steps: Int32) -> Int64 {
  guard let model = SelfTestModel(rawValue: model) else { return 0 }
  return Int64(bitPattern: selfTestDigest(model, steps: Int(steps)))
}

/// The FNV-1a digest of a figure's markup, which is the host's to the byte.
@_expose(wasm, "live_figure") @c(live_figure)
public func liveFigure() -> Int64 {
  var digest: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in selfTestFigure().markup(id: "self-test").bytes {
    digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3
  }
  return Int64(bitPattern: digest)
}
