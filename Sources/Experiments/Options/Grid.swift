import NeuralNet

/// Evenly spaced numbers, rounded so that a notebook can name them.
public enum Grid {
  /// `count` numbers from `from` to `to` at equal distances, ends exact.
  public static func linear(from: Double, to: Double, count: Int) -> [Double] {
    (0..<count).map { index in
      index == count - 1 ? to : from + (to - from) * Double(index) / Double(count - 1)
    }
  }

  /// `count` positive numbers from `from` to `to` at equal ratios, ends exact, the others rounded
  /// to three significant digits.
  public static func log(from: Double, to: Double, count: Int) -> [Double] {
    let (low, high) = (Math.log(from), Math.log(to))
    return (0..<count).map { index in
      if index == 0 { return from }
      if index == count - 1 { return to }
      return rounded(Math.exp(low + (high - low) * Double(index) / Double(count - 1)))
    }
  }

  /// `number` (positive) to three significant digits.
  private static func rounded(_ number: Double) -> Double {
    var scale = 1.0
    while number * scale < 100 { scale *= 10 }
    while number * scale >= 1000 { scale /= 10 }
    return (number * scale).rounded(.toNearestOrEven) / scale
  }
}
