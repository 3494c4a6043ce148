/// Who may ask a preview for something: browsers that know it as a server of this machine.
///
/// A page from elsewhere can make its own name lead to 127.0.0.1 and then read from here as if it were
/// its own server. The name still stands in the request's Host header, which gives it away.
struct RequestGuard {
  /// The port of the preview.
  let port: UInt16

  /// Whether the Host header of a request names this machine and this port.
  func allows(host: String?) -> Bool {
    guard let host = host?.lowercased() else { return false }
    let names = ["127.0.0.1", "localhost", "[::1]"]
    return names.contains { host == "\($0):\(port)" || (port == 80 && host == $0) }
  }
}
