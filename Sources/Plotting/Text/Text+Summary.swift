// Descriptions for those who do not see a figure, written from its numbers.

extension Text {
  /// Which end of a series matters.
  public enum Extremum: Sendable {
    case lowest, highest
  }

  /// The course of a series in one sentence: "Starts at 0.69, ends at 0.021 (epoch 300), lowest
  /// 0.02 at epoch 287."
  ///
  /// - Parameters:
  ///   - positions: where each value was measured; nil counts from 0.
  ///   - unit: what the positions count: "epoch", "step".
  ///   - extremum: which one is told; the lowest by default.
  public static func course(
    of values: [Double], at positions: [Double]? = nil, unit: Text,
    extremum: Extremum = .lowest
  ) -> Text {
    let count = min(values.count, positions?.count ?? values.count)
    let finite = (0..<count).filter { values[$0].isFinite }
    guard let first = finite.first, let last = finite.last else { return "No finite values." }
    func position(_ index: Int) -> Text {
      "\(unit) \(positions?[index] ?? Double(index), digits: 4)"
    }
    guard first != last else { return "\(values[first], digits: 2) at \(position(first))." }
    var best = first
    for index in finite {
      let isBetter =
        switch extremum {
        case .lowest: values[index] < values[best]
        case .highest: values[index] > values[best]
        }
      if isBetter { best = index }
    }
    var text: Text = "Starts at \(values[first], digits: 2), ends at \(values[last], digits: 2)"
    text += " (\(position(last)))"
    if best != last, best != first {
      text += extremum == .lowest ? ", lowest " : ", highest "
      text += "\(values[best], digits: 2) at \(position(best))"
    }
    if last + 1 < count { text += "; no finite value after that" }
    return text + "."
  }
}
