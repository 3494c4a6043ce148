import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// Serves the pages of a shelf to this machine.
///
/// Nothing but the shelf is served: no path leads to the disk.
final class PreviewServer: Sendable {
  /// The port that is tried first if none was asked for.
  static let firstPort: UInt16 = 4848
  /// How many ports after it are tried.
  static let portCount: UInt16 = 100

  /// Why there is no server.
  enum Problem: Error, Equatable {
    /// Another program listens on the port.
    case portInUse(UInt16)
    /// What the system says.
    case failed(String)
  }

  /// The port that it listens on.
  let port: UInt16
  private let server: HTTPServer
  private let heartbeat: Task<Void, any Error>

  /// Begins to listen on 127.0.0.1.
  ///
  /// - Parameters:
  ///   - port: the port, 0 for any that is free; nil for the first free one from 4848 on.
  ///   - shelf: what is served.
  /// - Throws: `Problem`.
  init(port: UInt16?, shelf: PageShelf) async throws {
    (server, self.port) = try await Self.listen(port, shelf)
    heartbeat = Task {
      while true {
        try await Task.sleep(for: .seconds(10))
        shelf.sendHeartbeat()
      }
    }
  }

  /// Closes all connections and frees the port.
  func stop() async {
    heartbeat.cancel()
    await server.stop()
  }

  private static func listen(_ port: UInt16?, _ shelf: PageShelf) async throws -> (
    HTTPServer, UInt16
  ) {
    if let port { return try await listen(on: port, shelf) }
    for port in firstPort..<firstPort + portCount {
      do { return try await listen(on: port, shelf) } catch Problem.portInUse { continue }
    }
    throw Problem.portInUse(firstPort + portCount - 1)
  }

  private static func listen(on port: UInt16, _ shelf: PageShelf) async throws -> (
    HTTPServer, UInt16
  ) {
    let server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled)
    let ending = Ending()
    Task {
      do { try await server.run() } catch { ending.note(error) }
    }
    let listening = try await address(of: server, ending, port)
    await server.appendRoute("*", to: PreviewHandler(shelf: shelf, port: listening))
    return (server, listening)
  }

  /// Waits until the server listens or has given up, some milliseconds either way.
  private static func address(of server: HTTPServer, _ ending: Ending, _ port: UInt16)
    async throws -> UInt16
  {
    while true {
      if case .ip4(_, let port) = await server.listeningAddress { return port }
      if let error = ending.error { throw problem(error, port) }
      try await Task.sleep(for: .milliseconds(2))
    }
  }

  private static func problem(_ error: any Error, _ port: UInt16) -> Problem {
    guard case SocketError.failed(_, let number, let message) = error else {
      return .failed("\(error)")
    }
    return number == EADDRINUSE ? .portInUse(port) : .failed(message)
  }
}

/// Why a server stopped.
private final class Ending: Sendable {
  private let noted = Mutex<(any Error)?>(nil)

  var error: (any Error)? { noted.withLock { $0 } }

  func note(_ error: any Error) { noted.withLock { $0 = error } }
}
