/// The bytes of a module that mean the same kind of thing, in the order in which they are met.
///
/// An instruction with several immediates fills neighbouring streams, so the order of these counts;
/// live-module.js knows how many there are, and the first five.
enum Stream: UInt8, CaseIterable {
  /// All that stands before the first function's code.
  case head
  /// All that stands after the last function's code.
  case tail
  /// Sizes and local variables of functions.
  case frames
  case codes
  case labels
  case blockTypes
  case depths
  case calls
  case indirectCalls, indirectTables
  case locals
  case globals
  case alignments, offsets, memoryLanes
  case memories, otherMemories
  case integers
  case longIntegers
  case singles
  case doubles
  case lanes
}

extension Stream {
  /// The stream so many places further on.
  func next(_ places: Int) -> Stream {
    Self.allCases[Int(rawValue) + places]
  }
}
