import Foundation

/// A connection to a port of this machine that sends exactly what it is told: no client tidies up
/// the path or the headers.
final class Connection {
  /// Nothing was heard in time.
  struct Silence: Error, CustomStringConvertible {
    let awaited: String
    let heard: String
    var description: String { "never heard '\(awaited)' but: \(heard.suffix(2_000))" }
  }

  private let socket: Int32
  private var heard: [UInt8] = []
  private var used = 0

  /// Connects to 127.0.0.1.
  init(port: Int) throws {
    #if canImport(Darwin)
      socket = Foundation.socket(AF_INET, SOCK_STREAM, 0)
    #else
      socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
    }
    guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    var timeout = timeval(tv_sec: 0, tv_usec: 20_000)
    setsockopt(
      socket, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(socket) }

  func send(_ text: String) { _ = Foundation.send(socket, text, text.utf8.count, 0) }

  /// What comes until the other end closes, at most for `seconds`.
  func all(seconds: Double = 4) throws -> String {
    let end = Date(timeIntervalSinceNow: seconds)
    while receive() {
      if Date() > end { throw Silence(awaited: "the end", heard: text) }
    }
    return text
  }

  /// Waits until `awaited` has come after what was awaited before.
  ///
  /// - Returns: what came up to there since then.
  @discardableResult
  func wait(for awaited: String, seconds: Double = 4) throws -> String {
    let end = Date(timeIntervalSinceNow: seconds)
    while true {
      let rest = String(decoding: heard[used...], as: UTF8.self)
      if let range = rest.range(of: awaited) {
        let before = String(rest[..<range.upperBound])
        used += before.utf8.count
        return before
      }
      guard receive(), Date() < end else { throw Silence(awaited: awaited, heard: text) }
    }
  }

  private var text: String { String(decoding: heard, as: UTF8.self) }

  /// Takes what has come within 20 ms; false if the other end has closed.
  private func receive() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(socket, &buffer, buffer.count, 0)
    if count > 0 { heard += buffer[..<count] }
    return count != 0 && (count > 0 || errno == EAGAIN || errno == EINTR)
  }
}
