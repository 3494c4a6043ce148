/// Where a link of a notebook leads, if it is one that a report may have.
enum Link {
  /// The destination without what browsers would drop from it anyway, or nil for a scheme other
  /// than `http`, `https` and `mailto`: `javascript:` and its relatives get no link.
  ///
  /// Relative addresses and fragments pass. Browsers ignore control characters and spaces around
  /// a scheme, so these go before the look at it.
  static func destination(_ written: String) -> String? {
    let kept = written.unicodeScalars.filter { $0.value > 0x20 && !(0x7F...0x9F ~= $0.value) }
    let destination = String(String.UnicodeScalarView(kept)).encoded
    guard let end = destination.firstIndex(where: { ":/?#".contains($0) }),
      destination[end] == ":"
    else { return destination }
    let scheme = destination[..<end].lowercased()
    return ["http", "https", "mailto"].contains(scheme) ? destination : nil
  }

  /// A picture that lies in its own address: the only kind that a report of one file can show.
  static func embeddedImage(_ written: String) -> String? {
    let kinds = ["png", "jpeg", "gif", "webp"]
    let address = written.lowercased()
    return kinds.contains { address.hasPrefix("data:image/\($0);base64,") } ? written : nil
  }
}

extension String {
  /// This address with the characters encoded that none may have as they are.
  fileprivate var encoded: String {
    unicodeScalars.map { scalar in
      "\"<>\\^`{|}".unicodeScalars.contains(scalar)
        ? "%" + String(scalar.value, radix: 16, uppercase: true) : String(scalar)
    }.joined()
  }
}
