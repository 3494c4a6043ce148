import Crypto
public import Foundation

/// How the results of a report were made, so that a reader can make them again. There is no clock
/// and no machine in it: the same inputs give the same bytes.
public struct Provenance: Sendable, Equatable {
  /// The program and its version: `nnbook 0.1.0`.
  public var program: String
  /// SHA-256 of the notebook, in hexadecimal digits.
  public var digest: String
  /// The seed of all blocks without one of their own.
  public var seed: UInt64
  /// All seeds where the page compares several; empty for the one above.
  public var seeds: [UInt64] = []
  /// The numbers the engine computed with: `Float32`.
  public var arithmetic: String
  /// What to type to make the report again: `nnbook render learning-rate.md`.
  public var command: String
  /// The name of a reduced profile, stamped on the title and every caption; nil for a full run.
  public var profile: String?

  /// A provenance.
  public init(
    program: String, digest: String, seed: UInt64, arithmetic: String = "Float32",
    command: String, profile: String? = nil
  ) {
    self.program = program
    self.digest = digest
    self.seed = seed
    self.arithmetic = arithmetic
    self.command = command
    self.profile = profile
  }

  /// "7", or all of "1, 2, 3".
  var seedText: String {
    (seeds.isEmpty ? [seed] : seeds).map { String($0) }.joined(separator: ", ")
  }

  /// SHA-256 of `text` as UTF-8, in 64 lowercase hexadecimal digits.
  public static func digest(of text: String) -> String {
    digest(of: Data(text.utf8))
  }

  /// SHA-256 of `data`, written so.
  public static func digest(of data: Data) -> String {
    SHA256.hash(data: data).map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }
}
