/// A part of a drawing that has something to say under the pointer: a unit of a network, a box of a
/// graph, a picture.
struct Spot {
  /// Where it is drawn.
  var box: Box
  /// How far its corners are rounded.
  var radius = 0.0
  /// What it is: "hidden 1, unit 3".
  var name: Text
  /// Terms with what is said of them; a term may be empty.
  var rows: [(term: Text, words: Text)]
}

extension SVG {
  /// Tells the page's script what stands where: `data-spots`, a line for each with tabs between
  /// left edge, upper edge, width, height and radius; the name; and terms and words in turn.
  mutating func addSpots(_ spots: [Spot]) {
    guard !spots.isEmpty else { return }
    var hook = Text()
    for (number, spot) in spots.enumerated() {
      if number > 0 { hook += "\n" }
      for (place, number) in [
        spot.box.left, spot.box.top, spot.box.width, spot.box.height, spot.radius,
      ].enumerated() {
        if place > 0 { hook += " " }
        hook.append(coordinate: number)
      }
      hook += "\t" + spot.name.inOneField
      for (term, words) in spot.rows { hook += "\t" + term.inOneField + "\t" + words.inOneField }
    }
    addHook("spots", hook)
  }
}

extension Text {
  /// The text with spaces for tabs and ends of lines.
  fileprivate var inOneField: Text {
    Text(bytes.map { $0 == 9 || $0 == 10 || $0 == 13 ? 32 : $0 })
  }
}
