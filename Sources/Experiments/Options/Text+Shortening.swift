import Plotting

extension Text {
  /// At most 40 bytes, for messages that quote the user.
  var shortened: Text {
    guard bytes.count > 40 else { return self }
    var end = 37
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return Text(Array(bytes[..<end])) + "…"
  }
}
