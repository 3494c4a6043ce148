/// A drawing area for marks: the plot's projections, its frame, what is drawn so far, and the
/// words that still look for a place.
struct Canvas {
  /// Takes x values to pixels.
  let x: Projection
  /// Takes y values to pixels.
  let y: Projection
  /// The part of the drawing inside the axes.
  let area: Box
  /// The drawing.
  var svg: SVG
  /// Words to be placed when everything is drawn.
  var notes: [Note] = []
  /// Places that words must not cover.
  var reserved: [Box] = []
  /// Places on lines and points, which words rather do not cover.
  var ink: [Point] = []
  /// Where runs diverged: one cross is drawn for those that lie together.
  var crosses: [Point] = []

  /// The pixel of a pair of values; nil if it has no place on the scales.
  func point(_ x: Double, _ y: Double) -> Point? {
    guard let x = self.x(x), let y = self.y(y) else { return nil }
    return Point(x: x, y: y)
  }

  /// The pixel of a pair of values; nil also if it lies outside the frame.
  func visiblePoint(_ x: Double, _ y: Double) -> Point? {
    guard let point = point(x, y), area.grown(by: 0.5).contains(point) else { return nil }
    return point
  }

  /// The pixels of a series in pieces that are cut where a value is no number, and clipped at the
  /// frame.
  func pieces(_ x: [Double], _ y: [Double]) -> [[Point]] {
    var pieces: [[Point]] = []
    var piece: [Point] = []
    for index in 0..<min(x.count, y.count) {
      if let point = point(x[index], y[index]) {
        piece.append(point)
      } else if !piece.isEmpty {
        pieces += Polyline.clipped(piece, to: area)
        piece = []
      }
    }
    return pieces + Polyline.clipped(piece, to: area)
  }

  /// Draws what belongs to a series, as `SVG.series` does.
  mutating func series(_ name: Text?, _ draw: (inout Canvas) -> Void) {
    guard let name else { return draw(&self) }
    svg.openSeries(name)
    draw(&self)
    svg.closeSeries()
  }

  /// Notes that words should not cover this line.
  mutating func avoid(_ line: [Point]) {
    guard var last = line.first else { return }
    ink.append(last)
    for point in line.dropFirst() {
      let steps = min(200, ((point - last).length / 6).rounded(.up))
      var step = 1.0
      while step <= steps {
        ink.append(last + (point - last) * (step / steps))
        step += 1
      }
      last = point
    }
  }

  /// Writes words into the middle of the plot.
  mutating func say(_ words: Text) {
    let (x, y) = ((area.left + area.right) / 2, (area.top + area.bottom) / 2)
    svg.text(words, x, y, class: "an halo", anchor: .middle)
    reserved.append(Box(words, x, y, size: 12, anchor: .middle))
  }

  /// Draws the crosses, without those that would lie on another.
  mutating func drawCrosses() {
    var drawn: [Point] = []
    for cross in crosses {
      let isNear = drawn.contains { ($0 - cross).length < 7 }
      guard !isNear else { continue }
      svg.path(Path(crossAt: cross, size: 4), class: "cross")
      drawn.append(cross)
    }
  }
}
