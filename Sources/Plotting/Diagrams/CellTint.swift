/// A step of one of the page's colour ramps, and the text that can be read on it.
enum CellTint: Equatable {
  /// The page's inset colour: an empty cell.
  case inset
  /// A step from 0 (paper) to 8 (ink).
  case sequential(Int)
  /// A step from 0 (negative) over 4 (zero) to 8 (positive).
  case diverging(Int)

  /// The contrast of text with a tint: the page's `ink`, its `paper`, or what `--flip` says, which
  /// is ink in the light theme and paper in the dark one.
  enum Contrast: Equatable {
    case ink, flip, paper
  }

  /// The step of `value` between −`scale` and `scale`; zero's when there is no number.
  static func diverging(_ value: Double, scale: Double) -> CellTint {
    guard value.isFinite, scale > 0 else { return .diverging(4) }
    return .diverging(step(4 + 4 * (value / scale)))
  }

  /// The step of `share` between 0 and 1; the first when there is no number.
  static func sequential(_ share: Double) -> CellTint {
    .sequential(share.isFinite ? step(8 * share) : 0)
  }

  /// The CSS declaration that fills a shape with it.
  var fill: Text {
    switch self {
    case .inset: "fill:var(--inset)"
    case .sequential(let step): "fill:var(--s\(step))"
    case .diverging(let step): "fill:var(--d\(step))"
    }
  }

  /// The text colour of the best contrast, at least 4.6 on every step.
  var contrast: Contrast {
    switch self {
    case .inset: .ink
    case .sequential(let step): step < 4 ? .ink : step == 4 ? .flip : .paper
    case .diverging(0), .diverging(8): .paper
    case .diverging(1), .diverging(7): .flip
    case .diverging: .ink
    }
  }

  private static func step(_ position: Double) -> Int {
    Int(max(0, min(8, position)).rounded(.toNearestOrEven))
  }
}

// MARK: - Classes

extension CellTint.Contrast {
  /// The class of a number in a cell.
  func cellClass(small: Bool) -> StaticString {
    switch self {
    case .ink: small ? "cell sm" : "cell"
    case .flip: small ? "cell sm flip" : "cell flip"
    case .paper: small ? "cell sm inv" : "cell inv"
    }
  }

  /// The class of a number in a unit of a network.
  func nodeClass(small: Bool) -> StaticString {
    switch self {
    case .ink: small ? "nv sm" : "nv"
    case .flip: small ? "nv sm flip" : "nv flip"
    case .paper: small ? "nv sm inv" : "nv inv"
    }
  }
}
