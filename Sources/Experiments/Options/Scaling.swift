/// How the profile `quick` makes a whole number of an option smaller: divided, but no smaller than
/// `least`; what is not above `least` stays as it is.
public struct Scaling: Sendable, Equatable {
  /// By what the number is divided, at least 1.
  public let divisor: Int64
  /// The smallest number that comes out, at least 0.
  public let least: Int64

  /// A division by `divisor` down to `least`.
  public init(divisor: Int64, least: Int64) {
    precondition(divisor >= 1 && least >= 0, "a scaling divides by 1 or more, down to 0 or more")
    self.divisor = divisor
    self.least = least
  }

  /// The number that takes the place of `number`.
  public func applied(to number: Int64) -> Int64 {
    number <= least ? number : max(least, number / divisor)
  }
}
