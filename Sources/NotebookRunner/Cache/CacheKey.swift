import Crypto
import Foundation

/// One thing that a result depends on.
public struct KeyPart: Codable, Equatable, Sendable {
  /// What it is: `engine`, `seed`, `option optimizer.adam.rate`, `data flowers.csv`.
  public var name: String
  /// Its value, or the digest of it.
  public var value: String
}

extension [KeyPart] {
  /// What is not as it was, a line each: `option epochs was 5, is 7`.
  func changes(since old: [KeyPart]) -> [String] {
    let before = Dictionary(old.map { ($0.name, $0.value) }) { first, _ in first }
    let after = Dictionary(map { ($0.name, $0.value) }) { first, _ in first }
    let changed = compactMap { part -> String? in
      guard let value = before[part.name] else {
        return "\(part.name) is new: \(part.value.shortDigest)"
      }
      return value == part.value
        ? nil : "\(part.name) was \(value.shortDigest), is \(part.value.shortDigest)"
    }
    return changed + old.filter { after[$0.name] == nil }.map { "\($0.name) is gone: \($0.value)" }
  }
}

/// All that a result depends on, and nothing else: equal keys mean equal bytes.
struct CacheKey: Equatable, Sendable {
  let parts: [KeyPart]
  /// SHA-256 of the parts, in 64 hexadecimal digits: the name under which a result is stored.
  let digest: String

  init(_ parts: [KeyPart]) {
    self.parts = parts
    var hash = SHA256()
    for text in parts.flatMap({ [$0.name, $0.value] }) {
      // With its length, so that no two lists of parts are the same bytes.
      hash.update(data: Data("\(text.utf8.count):".utf8))
      hash.update(data: Data(text.utf8))
    }
    digest = hash.finalize().hexadecimal
  }
}

extension Sequence where Element == UInt8 {
  /// Two lower-case digits a byte.
  var hexadecimal: String {
    map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}

extension String {
  /// The first digits of a digest, as people compare them; other text as it is.
  fileprivate var shortDigest: String {
    count == 64 && allSatisfy(\.isHexDigit) ? "\(prefix(12))…" : self
  }
}
