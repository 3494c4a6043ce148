/// `width="50%"` and its kin.
enum PictureWidth {
  /// `50%`, `300px`; `300` becomes `300px`.
  ///
  /// - Returns: nil for anything else.
  static func checked(_ text: String) -> String? {
    let digits = text.prefix(while: \.isNumber)
    guard let number = Int(digits), (1...10_000).contains(number) else { return nil }
    switch text.dropFirst(digits.count) {
    case "", "px": return "\(number)px"
    case "%": return number <= 100 ? "\(number)%" : nil
    default: return nil
    }
  }
}
