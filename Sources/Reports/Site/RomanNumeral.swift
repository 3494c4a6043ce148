/// Writes the numbers of parts.
enum RomanNumeral {
  private static let letters = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]

  /// "XIV" for 14; empty for what is not above zero.
  static func text(_ number: Int) -> String {
    var (rest, text) = (number, "")
    for (value, letter) in letters {
      while rest >= value {
        text += letter
        rest -= value
      }
    }
    return text
  }
}
