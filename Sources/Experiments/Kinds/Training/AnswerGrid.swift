import NeuralNet
import Plotting

/// Points spread over the part of the plane or line in which data lie: where a network's answers
/// are drawn. Data with more than two features, or several classes, are not drawn.
struct AnswerGrid: Sendable {
  /// Points down and across a map; look.md asks for 56 × 74 at least.
  private static let rows = 70
  private static let columns = 92
  /// Points along a line.
  private static let linePoints = 240

  /// What can be drawn.
  enum Kind: Sendable {
    /// Two features and two classes, or a number: a map.
    case map(Region)
    /// One feature and one number: a curve over these x.
    case curve([Double])
    case none
  }

  let kind: Kind

  /// The grid for `data`, wide enough for `more` too.
  ///
  /// - Parameter mapsNumbers: whether numbers over the plane are drawn, too.
  init(_ data: Dataset, _ more: Dataset, mapsNumbers: Bool = false) {
    if data.featureCount == 2, data.task == .binary || mapsNumbers && data.task == .regression {
      kind = .map(
        Region(
          coveringX: Self.column(0, of: [data, more]), y: Self.column(1, of: [data, more]),
          margin: 0.13))
    } else if data.featureCount == 1, data.targetCount == 1, data.task == .regression {
      let x = Self.column(0, of: [data, more])
      kind = .curve(Self.spread(from: x.min() ?? 0, to: x.max() ?? 1))
    } else {
      kind = .none
    }
  }

  private static func spread(from low: Double, to high: Double) -> [Double] {
    let margin = max((high - low) * 0.04, 1e-6)
    return Grid.linear(from: low - margin, to: high + margin, count: linePoints)
  }

  /// A feature of all rows of several data sets.
  static func column(_ feature: Int, of sets: [Dataset]) -> [Double] {
    sets.flatMap { set in
      (0..<set.count).map { Double(set.features[$0 * set.featureCount + feature]) }
    }
  }

  /// The network's raw outputs at the points; empty when the data are not drawn.
  ///
  /// - Parameter features: what the network is asked for a point; the point itself by default.
  func answers(
    of trainer: Trainer, features: ([Float]) -> [Float] = { $0 }
  ) -> [Double] {
    switch kind {
    case .map(let region):
      let points = region.points(rows: Self.rows, columns: Self.columns)
      return doubles(trainer.predict(features(points), count: points.count / 2))
    case .curve(let x): return doubles(trainer.predict(x.map { Float($0) }, count: x.count))
    case .none: return []
    }
  }

  /// A decision map of answers over a region, with the data.
  static func map(
    _ answers: [Double], over region: Region, data: Dataset, title: Text, result: Text,
    summary: Text, size: MapSize
  ) -> Panel {
    .decisionMap(
      map(answers, over: region, data: [data], title: title, result: result, summary: summary),
      size: size)
  }

  /// The same as a value, with several data sets.
  static func map(
    _ answers: [Double], over region: Region, data: [Dataset], title: Text, result: Text,
    summary: Text, scale: ValueScale? = nil
  ) -> DecisionMap {
    var map = DecisionMap(
      title: title, result: result, summary: summary,
      logits: ScalarField(rows: rows, columns: columns, values: answers, region: region),
      x: column(0, of: data), y: column(1, of: data),
      classes: data.flatMap { $0.targets.map { $0 < 0.5 ? 0 : 1 } })
    if let scale { map.numbers = (data.flatMap { doubles($0.targets) }, scale) }
    return map
  }
}
