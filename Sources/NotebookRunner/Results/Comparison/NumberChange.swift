import Foundation

/// A number, a word, or a whole part that differs between two sets of results.
public struct NumberChange: Equatable, Sendable {
  /// What happened.
  public enum Kind: Equatable, Sendable {
    case moved(from: ExactNumber, to: ExactNumber)
    /// A cell or a diagnosis whose words changed, or that is a number no more.
    case reworded(from: String, to: String)
    case added(String)
    case removed(String)
  }

  /// The block, or the figure of a block that has several.
  public var place: String
  /// The block as such.
  public var block: String
  /// `loss`, a metric or a column; nil if all of the place is meant.
  public var quantity: String?
  /// `rate 0.1`, the row of a table; nil outside of tables.
  public var row: String?
  /// What happened.
  public var kind: Kind
}

extension NumberChange {
  /// `loss of fig-sweep moved by 0.0003 at rate 0.1 (0.0213 → 0.0216)`, one sentence without full
  /// stop.
  public var sentence: String {
    let subject = quantity.map { "\($0) of \(place)" } ?? place
    let at = row.map { " at \($0)" } ?? ""
    switch kind {
    case .moved(let old, let new):
      let by = difference.map { " by \($0)" } ?? ""
      let (before, after) = Self.tellApart(old.value, new.value)
      return "\(subject) moved\(by)\(at) (\(before) → \(after))"
    case .reworded(let old, let new): return "\(subject)\(at) was '\(old)', is '\(new)'"
    case .added(let what): return "\(subject)\(at) is new\(what.isEmpty ? "" : ": \(what)")"
    case .removed(let what):
      return "\(subject)\(at) is gone\(what.isEmpty ? "" : ": it was \(what)")"
    }
  }

  /// The absolute change with two digits: `0.0003`, `3e-5`; nil if it is no number.
  public var difference: String? {
    guard case .moved(let old, let new) = kind else { return nil }
    let difference = (new.value - old.value).magnitude
    return difference.isFinite ? Self.short(difference, digits: 2) : nil
  }

  /// The change over the larger magnitude: 0.014; nil if it is no number.
  public var relative: Double? {
    guard case .moved(let old, let new) = kind else { return nil }
    return Self.relative(old.value, new.value)
  }

  /// The distance of two numbers over the larger magnitude, from 0 to 2; nil if one is not finite.
  static func relative(_ old: Double, _ new: Double) -> Double? {
    guard old.isFinite, new.isFinite else { return nil }
    let scale = max(old.magnitude, new.magnitude)
    return scale == 0 ? 0 : (new / scale - old / scale).magnitude
  }

  /// Both numbers with three digits, or as many more as it takes to tell them apart.
  public static func tellApart(_ old: Double, _ new: Double) -> (String, String) {
    for digits in 3..<17 {
      let (before, after) = (short(old, digits: digits), short(new, digits: digits))
      if before != after { return (before, after) }
    }
    return (ExactNumber(old).digits, ExactNumber(new).digits)
  }

  /// `number` with that many significant digits: `0.0213`, `3e-5`.
  public static func short(_ number: Double, digits: Int) -> String {
    guard number.isFinite else { return ExactNumber(number).digits }
    return String(format: "%.\(digits)g", number)
      .replacing(/e([-+])0*(\d)/) { "e" + ($0.output.1 == "-" ? "-" : "") + $0.output.2 }
  }
}
