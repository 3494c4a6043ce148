import Dispatch
import Foundation

/// The ways in which a user ends a program that runs until told: Ctrl-C, `kill`, a closed terminal.
enum StopSignals {
  /// Waits for the first of them; a second one ends the program at once.
  static func wait() async {
    let signals = [SIGINT, SIGTERM, SIGHUP]
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
    let sources = signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { continuation.yield() }
      source.resume()
      return source
    }
    for await _ in stream { break }
    for source in sources { source.cancel() }
    for number in signals { signal(number, SIG_DFL) }
  }
}
