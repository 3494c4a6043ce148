import Plotting

extension Text {
  /// As a string.
  var string: String { String(decoding: bytes, as: UTF8.self) }
}
