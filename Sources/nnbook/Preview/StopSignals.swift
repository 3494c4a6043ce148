import Foundation

/// The ways in which a user ends a program that runs until told: Ctrl-C, `kill`, a closed terminal.
///
/// The handler writes into a pipe, which is one of the few things that a handler may do.
enum StopSignals {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  private static let ends: (read: Int32, write: Int32) = {
    var ends: [Int32] = [-1, -1]
    return pipe(&ends) == 0 ? (ends[0], ends[1]) : (-1, -1)
  }()

  /// Keeps signals from ending the program; `wait` tells of those that come from now on.
  static func catchAll() {
    guard ends.write >= 0 else { return }
    for number in signals {
      signal(number) { _ in
        var byte: UInt8 = 1
        _ = write(StopSignals.ends.write, &byte, 1)
      }
    }
  }

  /// Waits for the first signal; a second one ends the program at once.
  static func wait() async {
    await withCheckedContinuation { continuation in
      Thread {
        var byte: UInt8 = 0
        while read(ends.read, &byte, 1) < 0, errno == EINTR {}
        for number in signals { signal(number, SIG_DFL) }
        continuation.resume()
      }.start()
    }
  }
}
