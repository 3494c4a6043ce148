/// What a classifier of two classes, or a network that predicts a number, says everywhere in the
/// plane, and the data it learned from.
public struct DecisionMap: Sendable {
  /// What distinguishes this map, at the upper left: "3 hidden units".
  public var title: Text
  /// What came of it, at the upper right: "test 0.950".
  public var result: Text
  /// The accessible description, from the numbers.
  public var summary: Text
  /// The logit of class 1 (not its probability: straight lines stay straight), on a grid of at
  /// least 56 × 74.
  public var logits: ScalarField
  /// The x of the data points.
  public var x: [Double]
  /// The y of the data points.
  public var y: [Double]
  /// The class of each data point, 0 or 1.
  public var classes: [Int]
  /// The number of each data point and the colours of numbers, where it is not classes that are
  /// predicted: then `logits` are such numbers, too.
  public var numbers: (values: [Double], scale: ValueScale)?
  /// Whether it shows the class alone, not how sure the classifier is; of numbers, whether they are
  /// above zero, or the middle.
  public var isDecided = false
  /// The option that has the points as rows of x, y and class: a page lets readers add some; empty
  /// for none.
  public var option: Text = ""

  /// A map.
  public init(
    title: Text, result: Text = "", summary: Text, logits: ScalarField, x: [Double] = [],
    y: [Double] = [], classes: [Int] = []
  ) {
    self.title = title
    self.result = result
    self.summary = summary
    self.logits = logits
    self.x = x
    self.y = y
    self.classes = classes
  }

  /// The logits of the probabilities 0.05, 0.2, 0.35, 0.5, 0.65, 0.8 and 0.95, which part the
  /// eight tints.
  static let levels = [
    -2.944_438_979_166_440_3, -1.386_294_361_119_890_6, -0.619_039_208_406_223_5, 0,
    0.619_039_208_406_223_5, 1.386_294_361_119_890_6, 2.944_438_979_166_440_3,
  ]
}

extension Panel {
  /// A decision map: filled bands of probability, the boundary, the data.
  ///
  /// - Parameter size: whether it is one of three (283 × 262 px), one of two, or the only one.
  public static func decisionMap(_ map: DecisionMap, size: MapSize = .third) -> Panel {
    Panel(
      title: map.title, summary: map.summary, wideWidth: size.width,
      narrowWidth: size.width > 350 ? 350 : nil
    ) { width, height in
      map.drawn(width: width, height: height ?? MapFrame.height(atWidth: width))
    }
  }
}

extension DecisionMap {
  fileprivate func drawn(width: Double, height: Double) -> SVG {
    var svg = SVG(width: width, height: height)
    let frame = MapFrame(logits.region, width: width, height: height)
    drawBands(in: frame.area, on: &svg)
    svg.points(frame.points(x, y, labels), of: numbers?.scale)
    frame.draw(title: title, result: result, on: &svg)
    if !option.isEmpty { svg.addHook("points", option) }
    return svg
  }

  /// Each band over the ones below it, so that no gap can open between two.
  private func drawBands(in area: Box, on svg: inout SVG) {
    let drawing = FieldDrawing(field: logits, area: area)
    let scale = isDecided ? nil : numbers?.scale, boundary = numbers?.scale.threshold ?? 0
    let levels = isDecided ? [boundary] : scale?.levels ?? DecisionMap.levels
    func fill(_ band: Int) -> Text {
      "fill:"
        + (scale?.colour(ofStep: band) ?? "var(--m\(isDecided && band > 0 ? 7 : band))")
    }
    svg.rectangle(
      area.left, area.top, width: area.width, height: area.height, style: fill(0))
    for (index, level) in levels.enumerated() {
      svg.path(drawing.area(atLeast: level), style: fill(index + 1))
    }
    if numbers?.scale.isSigned != false { svg.path(drawing.lines(at: boundary), class: "bound") }
  }

  /// The class of each point, or the step of its number.
  private var labels: [Int] {
    numbers.map { numbers in numbers.values.map { numbers.scale.step($0) } }
      ?? classes.map { $0 > 0 ? 1 : 0 }
  }
}
