// What a page may call: the functions that the WebAssembly module exports.
//
// Numbers are `Int32`, `Int64` (a BigInt in JavaScript), `Float` and `Double`; larger things are
// bytes in the module's memory. `@c` gives a function the C calling convention, without which it
// would expect hidden parameters; `@_expose` exports it.
//
//     live_remember(record, size)          what is printed, if the page carries it
//     code = live_start(request, size)     0, or below 0: the reply says why
//     while (live_advance(1) > 0) …        an epoch of one network each; live_share() tells how far
//     size = live_result()                 the reply is JSON: metrics, captions, diagnoses
//     size = live_figure(number, 0, id, …) the reply is the markup of a figure
//     size = live_table(number)            the reply is JSON: the numbers behind it
//     live_reply()                         where the reply of the last call lies

import Experiments
import Plotting

// MARK: - Memory

/// Memory for what the page passes in, or nil if `count` is not positive or too large.
@_expose(wasm, "live_alloc") @c(live_alloc)
public func liveAllocate(_ count: Int32) -> UnsafeMutableRawPointer? {
  guard count > 0, count <= 1 << 24 else { return nil }
  return UnsafeMutableRawPointer.allocate(byteCount: Int(count), alignment: 16)
}

/// Gives back memory of `live_alloc`.
@_expose(wasm, "live_free") @c(live_free)
public func liveFree(_ memory: UnsafeMutableRawPointer?) { memory?.deallocate() }

/// Where the reply of the last call lies, up to the next call.
@_expose(wasm, "live_reply") @c(live_reply)
public func liveReply() -> UnsafeMutableRawPointer? { session.replyMemory }

/// The size of that reply in bytes.
@_expose(wasm, "live_reply_size") @c(live_reply_size)
public func liveReplySize() -> Int32 { session.replySize }

// MARK: - A run

/// Writes the controls of the request's block and its changed options as JSON.
///
/// - Returns: the size of the reply; or below 0 for a problem, which the reply tells.
@_expose(wasm, "live_describe") @c(live_describe)
public func liveDescribe(_ request: UnsafeRawPointer?, _ count: Int32) -> Int32 {
  session.describe(bytes(request, count))
}

/// Takes the record of the printed block, with which what is printed need not be computed again.
@_expose(wasm, "live_remember") @c(live_remember)
public func liveRemember(_ record: UnsafeRawPointer?, _ count: Int32) {
  session.record = Record(bytes(record, count))
}

/// Begins the block of a request, in place of what was under way.
///
/// - Returns: 0; or below 0 for a problem, which the reply tells.
@_expose(wasm, "live_start") @c(live_start)
public func liveStart(_ request: UnsafeRawPointer?, _ count: Int32) -> Int32 {
  session.start(bytes(request, count))
}

/// Does up to `count` bits of the work, each an epoch of one network.
///
/// - Returns: 1 if there is more to do, 0 if not; or below 0 for a problem.
@_expose(wasm, "live_advance") @c(live_advance)
public func liveAdvance(_ count: Int32) -> Int32 { session.advance(count) }

/// The share of the work that is done, 0 to 1.
@_expose(wasm, "live_share") @c(live_share)
public func liveShare() -> Double { session.share }

/// Writes metrics, captions and diagnoses of what is done as JSON.
///
/// - Returns: the size of the reply; 0 if there is nothing to show yet.
@_expose(wasm, "live_result") @c(live_result)
public func liveResult() -> Int32 { session.result() }

/// Draws a figure of the last `live_result`.
///
/// - Parameters:
///   - drawings: 0 for both drawings of its panels, 1 for the wide ones, 2 for the narrow ones.
///   - id: what ids in the markup begin with, UTF-8.
/// - Returns: the size of the reply; 0 if there is no such figure.
@_expose(wasm, "live_figure") @c(live_figure)
public func liveFigure(
  _ number: Int32, _ drawings: Int32, _ id: UnsafeRawPointer?, _ count: Int32
) -> Int32 {
  let drawings = drawings == 1 ? Figure.Drawings.wide : drawings == 2 ? .narrow : .both
  return session.figure(Int(number), id: Text(bytes(id, count)), drawings)
}

/// Writes the numbers behind a figure of the last `live_result` as JSON.
///
/// - Returns: the size of the reply; 0 if there is no such figure.
@_expose(wasm, "live_table") @c(live_table)
public func liveTable(_ number: Int32) -> Int32 { session.table(Int(number)) }

/// Writes the points of the last `live_result` as JSON, as the option `points` of data takes them.
///
/// - Returns: the size of the reply.
@_expose(wasm, "live_points") @c(live_points)
public func livePoints() -> Int32 { session.points() }

private func bytes(_ memory: UnsafeRawPointer?, _ count: Int32) -> [UInt8] {
  guard let memory, count > 0 else { return [] }
  return Array(UnsafeRawBufferPointer(start: memory, count: Int(count)))
}
