import Plotting

extension String {
  /// The text as a string.
  init(_ text: Text) { self = String(decoding: text.bytes, as: UTF8.self) }
}
