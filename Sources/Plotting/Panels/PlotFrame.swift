/// The layout of a plot at one size: margins, projections, ticks, and the text around the area.
struct PlotFrame {
  let width: Double
  let height: Double
  /// The part inside the axes.
  let area: Box
  let x: Projection
  let y: Projection
  let xTicks: [Tick]
  let yTicks: [Tick]
  private let xAxis: Axis
  private let yAxis: Axis

  /// Measures the labels and settles the margins: top 34, left 40 or more, bottom 42, right 10, or
  /// 92 and more with direct labels.
  init(_ plot: Plot, width: Double, height: Double) {
    self.width = width
    self.height = height
    xAxis = plot.x
    yAxis = plot.y
    var xExtent = Extent()
    var yExtent = Extent()
    var inset = 0.0
    for mark in plot.marks {
      mark.extend(&xExtent, &yExtent)
      inset = max(inset, mark.inset)
    }
    let xDomain = plot.x.domain(of: xExtent, padding: false)
    let yDomain = plot.y.domain(of: yExtent, padding: true)
    let isUpright = height > width * 0.6
    yTicks = plot.y.ticks(in: yDomain, limit: isUpright ? 6 : 5)
    var widest = 0.0
    for tick in yTicks { widest = max(widest, tick.label.width(size: 12)) }
    let left = max(40, (8 + widest).rounded(.up))
    var right = 10.0
    for mark in plot.marks {
      guard let label = mark.endLabel else { continue }
      right = max(right, max(width < 340 ? 0 : 92, label.width + 20))
    }
    area = Box(left: left, top: 34, right: width - right, bottom: height - 42)
    let isBars = plot.y.scale.isCategory
    let trailing = isBars ? 44 : inset
    x = Projection(
      scale: plot.x.scale, domain: xDomain, start: area.left + (plot.x.scale.isCategory ? 0 : isBars ? 0 : inset),
      end: area.right - (plot.x.scale.isCategory ? 0 : trailing))
    y = Projection(
      scale: plot.y.scale, domain: yDomain, start: isBars ? area.top : area.bottom,
      end: isBars ? area.bottom : area.top)
    let limit = Int(max(3, min(6, (area.width / 60).rounded(.down))))
    xTicks = PlotFrame.spaced(plot.x.ticks(in: xDomain, limit: limit), on: x)
  }

  /// Every other label dropped until no two of them touch.
  private static func spaced(_ ticks: [Tick], on x: Projection) -> [Tick] {
    var ticks = ticks
    while touches(ticks, on: x) {
      var keeps = true
      for index in ticks.indices where !ticks[index].label.isEmpty {
        if !keeps { ticks[index].label = "" }
        keeps.toggle()
      }
    }
    return ticks
  }

  private static func touches(_ ticks: [Tick], on x: Projection) -> Bool {
    var end = -Double.infinity
    for tick in ticks where !tick.label.isEmpty {
      guard let place = x(tick.value) else { continue }
      let half = tick.label.width(size: 12) / 2
      if place - half < end + 6 { return true }
      end = place + half
    }
    return false
  }

  /// The room that titles and tick labels take.
  var texts: [Box] {
    var boxes = [Box(yAxis.title, 0, 14, size: 12.5, bold: true)]
    let titleWidth = yAxis.title.width(size: 12.5, bold: true)
    boxes.append(Box(yAxis.remark, titleWidth + 8, 14, size: 12))
    for tick in yTicks {
      guard let place = y(tick.value) else { continue }
      boxes.append(Box(tick.label, area.left - 8, place + 4, size: 12, anchor: .end))
    }
    return boxes
  }
}

// MARK: - Drawing

extension PlotFrame {
  /// The horizontal lines at labelled values.
  func drawGrid(on svg: inout SVG) {
    var path = Path()
    if y.scale.isCategory {
      for tick in xTicks where !tick.label.isEmpty {
        guard let place = x(tick.value) else { continue }
        path.move(place, area.top)
        path.line(place, area.bottom)
      }
    } else {
      for tick in yTicks where !tick.label.isEmpty {
        guard let place = y(tick.value) else { continue }
        path.move(area.left, place)
        path.line(area.right, place)
      }
    }
    svg.path(path, class: "grid")
  }

  /// The x axis with its ticks, the labels of both axes and their titles.
  func drawAxes(on svg: inout SVG) {
    var path = Path()
    path.move(area.left, area.bottom)
    path.line(area.right, area.bottom)
    if !x.scale.isCategory {
      for tick in xTicks {
        guard let place = x(tick.value) else { continue }
        path.move(place, area.bottom)
        path.line(place, area.bottom + (tick.label.isEmpty ? 3 : 5))
      }
    }
    svg.path(path, class: "axis")
    for tick in xTicks where !tick.label.isEmpty {
      guard let place = x(tick.value) else { continue }
      svg.text(tick.label, place, area.bottom + 19, class: "tick", anchor: .middle)
    }
    for tick in yTicks where !tick.label.isEmpty {
      guard let place = y(tick.value) else { continue }
      svg.text(tick.label, area.left - 8, place + 4, class: "tick", anchor: .end)
    }
    svg.label(yAxis.title, remark: yAxis.remark, 0, 14)
    svg.label(xAxis.title, remark: xAxis.remark, area.right, height - 4, anchor: .end)
  }
}

extension SVG {
  /// Adds an axis title: bold, with its unit muted after it.
  mutating func label(
    _ title: Text, remark: Text, _ x: Double, _ y: Double, anchor: Anchor = .start
  ) {
    var content = Text()
    content.append(escaped: title)
    if !remark.isEmpty {
      content += "<tspan class=\"unit\" dx=\"8\">"
      content.append(escaped: remark)
      content += "</tspan>"
    }
    text(markup: content, x, y, class: "lab", anchor: anchor)
  }
}
