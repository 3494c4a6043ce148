@testable import Plotting

/// A drawing of a panel read back from its markup: what stands where.
struct Scene {
  struct Label {
    var content: String
    var classes: Set<String>
    var box: Box
  }

  struct Shape {
    var classes: Set<String>
    var box: Box
    var style: String
  }

  var width: Double
  var height: Double
  var labels: [Label] = []
  var rectangles: [Shape] = []
  var circles: [Shape] = []
  /// The corners of paths and lines, by class.
  var lines: [(name: String, points: [Point])] = []

  /// The wide drawing of a panel and the narrow one, if it has one.
  static func all(of panel: Panel) -> [Scene] {
    SceneReader.scenes(in: markup(panel).string)
  }

  /// All texts.
  var contents: [String] { labels.map(\.content) }
}

/// The markup of a panel.
func markup(_ panel: Panel) -> Text {
  var markup = Text()
  panel.write(id: "id", into: &markup)
  return markup
}
