import Testing

@testable import Plotting

@Suite("Series of a million points")
struct LongSeriesTests {
  /// A loss that falls, with noise and single spikes, from a fixed generator.
  static let losses: [Double] = {
    var generator = SeededGenerator(7)
    return (0..<1_000_000).map { step in
      let loss = 2 / (1 + Double(step) / 20_000) + generator.number(0, 0.2)
      return step % 99_991 == 500 ? loss + 3 : loss
    }
  }()

  @Test("take less than 60 kB a drawing, on linear and logarithmic axes")
  func size() {
    let steps = Self.losses.indices.map { Double($0) }
    for scale in [Axis.Scale.linear, .log] {
      let plot = Plot(
        title: "Loss", summary: "", x: Axis("step"), y: Axis("Loss", scale: scale),
        marks: [.line(x: steps, y: Self.losses, style: .train)])
      for (width, height) in [(640.0, 368.0), (350, 330)] {
        let bytes = plot.drawn(width: width, height: height).body.bytes.count
        #expect(bytes < 60_000, "\(bytes) bytes at \(width) px")
      }
    }
  }

  @Test("keep every spike of a single step")
  func spikes() {
    let points = Self.losses.enumerated().map {
      Point(x: Double($0.offset) * 600 / 1_000_000, y: $0.element * 60)
    }
    let thinned = Polyline.thinned(points)
    for (index, point) in points.enumerated() where index % 99_991 == 500 {
      let nearest = thinned.map { ($0 - point).length }.min() ?? .infinity
      #expect(nearest <= 0.35, "the spike of step \(index) is off by \(nearest) px")
    }
  }
}
