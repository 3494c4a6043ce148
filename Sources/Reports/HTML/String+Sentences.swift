extension String {
  /// The text with a large first letter: notes and reasons begin small.
  var asSentence: String { prefix(1).uppercased() + dropFirst() }
}
