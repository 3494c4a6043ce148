import FlyingSocks

/// The open pages that listen, as the streams of bytes that they are sent.
struct EventStreams {
  /// The events that may wait for a page; one that reads none of them is cut off.
  static let limit = 256

  private var streams: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
  private var count = 0

  /// A new stream that begins with `first`.
  mutating func open(first: [[UInt8]]) -> EventStream {
    let (stream, continuation) = AsyncStream.makeStream(
      of: [UInt8].self, bufferingPolicy: .bufferingOldest(Self.limit + first.count))
    for bytes in first { continuation.yield(bytes) }
    streams[count] = continuation
    count += 1
    return EventStream(stream)
  }

  /// Sends bytes to all.
  mutating func send(_ bytes: [UInt8]) {
    for (number, stream) in streams {
      switch stream.yield(bytes) {
      case .enqueued: continue
      // A page that missed something comes again and is told everything.
      default:
        stream.finish()
        streams[number] = nil
      }
    }
  }

  /// Ends all streams.
  mutating func close() {
    for stream in streams.values { stream.finish() }
    streams = [:]
  }
}

/// A stream of bytes in the form in which the server sends bodies.
struct EventStream: AsyncBufferedSequence {
  private let stream: AsyncStream<[UInt8]>

  init(_ stream: AsyncStream<[UInt8]>) { self.stream = stream }

  func makeAsyncIterator() -> Iterator { Iterator(stream.makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    private var pieces: AsyncStream<[UInt8]>.Iterator
    private var rest: [UInt8].SubSequence = []

    fileprivate init(_ pieces: AsyncStream<[UInt8]>.Iterator) { self.pieces = pieces }

    mutating func next() async -> UInt8? {
      if rest.isEmpty { rest = (await pieces.next() ?? [])[...] }
      return rest.popFirst()
    }

    /// What is there, at once and whole, whatever size was suggested.
    mutating func nextBuffer(suggested count: Int) async -> [UInt8].SubSequence? {
      defer { rest = [] }
      if !rest.isEmpty { return rest }
      return await pieces.next().map { $0[...] }
    }
  }
}
