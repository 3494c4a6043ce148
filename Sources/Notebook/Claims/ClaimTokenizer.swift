/// Cuts a claim into words, numbers and signs.
struct ClaimTokenizer {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var tokens: [ClaimToken] = []
  private var mistakes: [ClaimMistake] = []

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The tokens of `text`, at most one more than `limit`.
  ///
  /// - Throws: everything among them that is no token.
  static func tokens(of text: String, limit: Int) throws(ClaimMistakes) -> [ClaimToken] {
    var tokenizer = ClaimTokenizer(text)
    while tokenizer.tokens.count + tokenizer.mistakes.count <= limit, tokenizer.skipsToToken() {
      tokenizer.readToken()
    }
    guard tokenizer.mistakes.isEmpty else { throw ClaimMistakes(all: tokenizer.mistakes) }
    return tokenizer.tokens
  }

  private mutating func skipsToToken() -> Bool {
    while index < scalars.count, Self.isBlank(scalars[index]) { index += 1 }
    return index < scalars.count
  }

  /// A space, a tab or the end of a line.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n"
  }

  private mutating func readToken() {
    let start = index
    if isLetter(scalars[start]) {
      readName()
    } else if isDigit(start) || scalars[start] == "." && isDigit(start + 1) {
      readNumber()
    } else if let sign = ClaimToken.signs.first(where: isNext) {
      index += sign.unicodeScalars.count
      tokens.append(ClaimToken(kind: .mark, text: sign, offset: start))
    } else {
      readForeignSign()
    }
  }

  /// A sign of another language is one mistake, not one a character.
  private mutating func readForeignSign() {
    let sign = ClaimProblem.foreignSigns.first { isNext($0.sign) }?.sign
    let text = sign ?? String(scalars[index])
    mistakes.append(ClaimMistake(.badCharacter(text), at: index))
    index += text.unicodeScalars.count
  }

  private func isNext(_ sign: String) -> Bool {
    scalars[index...].starts(with: sign.unicodeScalars)
  }
}

// MARK: - Names

extension ClaimTokenizer {
  /// Letters, digits, `-`, `_` and `.`, with whole pairs of brackets: in `[a, b]` the bracket
  /// belongs to the interval, in `[a, b[0]]` one pair to the name.
  private mutating func readName() {
    let start = index
    while index < scalars.count {
      if isNamePart(scalars[index]) {
        index += 1
      } else if let end = endOfBrackets {
        index = end
      } else {
        break
      }
    }
    let text = self.text(from: start)
    let isKeyword = ClaimToken.keywords.contains(text)
    if !isKeyword, Claim.Metric(word: text) == nil {
      mistakes.append(ClaimMistake(.badName(text), at: start))
    }
    tokens.append(ClaimToken(kind: isKeyword ? .mark : .name, text: text, offset: start))
  }

  /// The place behind `[0]`, if that is next.
  private var endOfBrackets: Int? {
    guard scalars[index] == "[" else { return nil }
    let inside = scalars[(index + 1)...].prefix { isNamePart($0) }
    guard !inside.isEmpty, inside.endIndex < scalars.count, scalars[inside.endIndex] == "]" else {
      return nil
    }
    return inside.endIndex + 1
  }

  private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    guard let byte = UInt8(exactly: scalar.value) else { return false }
    return byte.isNameByte || scalar == "."
  }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    UInt8(exactly: scalar.value)?.isLetter == true
  }

  private func text(from start: Int) -> String {
    String(String.UnicodeScalarView(scalars[start..<index]))
  }
}

// MARK: - Numbers

extension ClaimTokenizer {
  /// A decimal number, with `%` behind it a percentage; what touches it belongs to it, so that
  /// `1.2.3` and `0x10` are one mistake.
  private mutating func readNumber() {
    let start = index
    while index < scalars.count, isNumberPart { index += 1 }
    let digits = text(from: start)
    let isPercent = index < scalars.count && scalars[index] == "%"
    if isPercent { index += 1 }
    let text = self.text(from: start)
    guard CoreScalar.isDecimal(digits), let value = Double(digits), value.isFinite else {
      mistakes.append(ClaimMistake(.badNumber(text), at: start))
      return
    }
    tokens.append(
      ClaimToken(kind: isPercent ? .percent(value) : .number(value), text: text, offset: start))
  }

  private var isNumberPart: Bool {
    let scalar = scalars[index]
    // A sign belongs to a number only behind the `e` of its exponent.
    if scalar == "+" || scalar == "-" {
      return scalars[index - 1].properties.lowercaseMapping == "e" && isDigit(index + 1)
    }
    return isLetter(scalar) || isDigit(index) || scalar == "." || scalar == "_"
  }

  private func isDigit(_ index: Int) -> Bool {
    index < scalars.count && UInt8(exactly: scalars[index].value)?.isDigit == true
  }
}
