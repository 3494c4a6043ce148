import Testing

@testable import Plotting

@Suite("Plots")
struct PlotTests {
  /// Wide and narrow.
  private func drawings(_ plot: Plot) -> [SVG] {
    [
      plot.drawn(width: plot.size.width, height: plot.size.height),
      plot.drawn(width: plot.size.narrowWidth, height: plot.size.narrowHeight),
    ]
  }

  @Test("never cut a text or let two overlap, whatever they show", arguments: 0..<250)
  func texts(seed: UInt64) {
    for svg in drawings(.random(seed)) + drawings(.randomBars(seed)) {
      let texts = DrawnText.all(in: svg)
      let frame = Box(left: -1, top: 0, right: svg.width + 1, bottom: svg.height)
      for (index, text) in texts.enumerated() {
        #expect(frame.contains(text.box), "\(text.content) \(text.box) leaves \(svg.width) px")
        for other in texts[..<index] where text.box.overlaps(other.box) {
          Issue.record("\(text.content) \(text.box) overlaps \(other.content) \(other.box)")
        }
      }
    }
  }

  @Test(
    "never hold a coordinate that is no number, and are the same bytes every time",
    arguments: 0..<60)
  func finite(seed: UInt64) {
    for (svg, again) in zip(drawings(.random(seed)), drawings(.random(seed))) {
      #expect(svg.body == again.body)
      let markup = svg.body.string
      #expect(!markup.contains("nan") && !markup.contains("NaN") && !markup.contains("inf"))
    }
  }

  @Test("cut a line where a value is no number")
  func cut() {
    let plot = Plot(
      title: "", summary: "", x: Axis("x"), y: Axis("y"),
      marks: [.line(x: [0, 1, 2, 3, 4], y: [1, 2, .nan, 2, 1], style: .train)])
    let line = drawings(plot)[0].body.string.split(separator: "<").first {
      $0.contains("class=\"ln\"")
    }
    #expect(line?.filter { $0 == "M" }.count == 2)
  }

  @Test("label lines at their right ends in the order of these ends")
  func endLabels() {
    let plot = Plot(
      title: "", summary: "", x: Axis("x"), y: Axis("y"),
      marks: [
        .line(x: [0, 1], y: [0, 1.00], label: "upper"),
        .line(x: [0, 1], y: [0, 0.99], label: "lower"),
      ])
    let texts = DrawnText.all(in: drawings(plot)[0])
    let upper = texts.first { $0.content == "upper" }?.box.top ?? .nan
    let lower = texts.first { $0.content == "lower" }?.box.top ?? .nan
    #expect(lower - upper >= 15)
  }

  @Test("label as many lines as find room, the chosen one always")
  func crowd() {
    for svg in drawings(.crowded) {
      let labels = DrawnText.all(in: svg).filter { $0.content.hasPrefix("line") }
      #expect(labels.count >= 16 && labels.count <= 20)
      #expect(labels.contains { $0.content == "line 17" })
      let tops = labels.map(\.box.top).sorted()
      for (a, b) in zip(tops, tops.dropFirst()) { #expect(b - a >= 14.9) }
    }
  }

  @Test("put labels that are too wide into rows above")
  func key() {
    let plot = Plot(
      title: "", summary: "", x: Axis("x"), y: Axis("y"),
      marks: [.line(x: [0, 1], y: [0, 1], label: "a label that would take half of the phone")])
    let svg = drawings(plot)[1]
    let label = DrawnText.all(in: svg).first { $0.content.hasPrefix("a label") }
    #expect((label?.box.bottom ?? .nan) < 60)
  }

  @Test("place a ring's label below, or above where there is no room")
  func ring() throws {
    func label(below others: [Mark]) throws -> (Box, Double) {
      let plot = Plot(
        title: "", summary: "", x: Axis("x", from: 0, to: 1), y: Axis("y", from: 0, to: 1),
        marks: others + [.ring(x: 0.5, y: 0.5, label: "best")])
      let svg = drawings(plot)[0]
      let text = try #require(DrawnText.all(in: svg).first { $0.content == "best" })
      let frame = PlotFrame(plot, width: 640, height: 368)
      return (text.box, frame.y(0.5) ?? .nan)
    }
    let (free, middle) = try label(below: [])
    #expect(free.top > middle + 6.5)
    let line = Mark.line(x: [0, 1], y: [0.44, 0.44])
    let (pushed, _) = try label(below: [line])
    #expect(pushed.bottom < middle - 6.5)
  }

  @Test("draw one cross for runs that diverge together, and keep them out of the range")
  func diverged() {
    let run = Mark.divergedLine(x: [0, 1, 2], y: [1, 1e30, .nan])
    let plot = Plot(
      title: "", summary: "", x: Axis("x"), y: Axis("y"),
      marks: [.line(x: [0, 50], y: [1, 0.1]), run, run])
    let markup = drawings(plot)[0].body.string
    #expect(markup.split(separator: "class=\"cross\"").count == 2)
    #expect(markup.contains(">0.4<"))
  }

  @Test(
    "say so where there is nothing to show",
    arguments: [[], [Double.nan], [.infinity, -.infinity], [1e301]])
  func nothing(values: [Double]) {
    for scale in [Axis.Scale.linear, .log] {
      let plot = Plot(
        title: "", summary: "", x: Axis("x"), y: Axis("y", scale: scale),
        marks: [.line(x: values.indices.map { Double($0) }, y: values)])
      for svg in drawings(plot) {
        let texts = DrawnText.all(in: svg).map(\.content)
        #expect(texts.contains("no finite values") && texts.contains("0"), "\(texts)")
      }
    }
  }

  @Test("start a count from 1 at 0, where a tick stands")
  func counts() {
    let frame = { (count: Int) in
      PlotFrame(
        Plot(
          title: "", summary: "", x: Axis("epoch"), y: Axis("y"),
          marks: [.line(x: (1...count).map { Double($0) }, y: [Double](repeating: 1, count: count))]
        ),
        width: 640, height: 368)
    }
    #expect(frame(40).x.domain.lower == 0)
    #expect(frame(3).x.domain.lower == 1)
  }

  @Test("are written as in the documentation of `Plot`")
  func documentation() {
    let epochs = [0.0, 1, 2]
    let losses = [0.69, 0.2, 0.3]
    let panel = Panel.plot(
      Plot(
        title: "Training loss", summary: .course(of: losses, at: epochs, unit: "epoch"),
        x: Axis("epoch"), y: Axis("Training loss", scale: .log),
        marks: [.line(x: epochs, y: losses, label: "train")]))
    var markup = Text()
    panel.write(id: "p", into: &markup)
    #expect(
      markup.string.contains("Starts at 0.69, ends at 0.3 (epoch 2), lowest 0.2 at epoch 1."))
    #expect(markup.string.contains(">train</text>"))
  }

  @Test("are drawn once if their natural width is that of a phone")
  func once() {
    let axes = (Axis("x"), Axis("y"))
    let third = Panel.plot(
      Plot(title: "", summary: "", size: .third, x: axes.0, y: axes.1, marks: []))
    let text = Panel.plot(Plot(title: "", summary: "", x: axes.0, y: axes.1, marks: []))
    #expect(third.narrowWidth == nil)
    #expect(text.narrowWidth == 350)
  }
}
