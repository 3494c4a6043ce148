extension PlotFrame {
  /// The lines at labelled values: horizontal, or vertical where names go down the side; none
  /// where the x axis is.
  func drawGrid(on svg: inout SVG) {
    var path = Path()
    let isVertical = y.scale.isCategory
    for tick in (isVertical ? xTicks : yTicks).entries where !tick.isMinor {
      if isVertical, let place = x(tick.value) {
        path.move(place, area.top)
        path.line(place, area.bottom)
      } else if !isVertical, let place = y(tick.value), area.bottom - place > 3 {
        path.move(area.left, place)
        path.line(area.right, place)
      }
    }
    svg.path(path, class: "grid")
  }

  /// The x axis with its ticks, the labels of both axes, their titles, and the key if there is one.
  func drawAxes(on canvas: inout Canvas) {
    drawAxisLines(on: &canvas.svg)
    drawXLabels(on: &canvas)
    drawYLabels(on: &canvas)
    canvas.reserved += header.draw(0, 14, anchor: .start, on: &canvas.svg)
    let first = height - 4 - footer.extraHeight
    canvas.reserved += footer.draw(area.right, first, anchor: .end, on: &canvas.svg)
    if let key {
      let offset = 18 + header.extraHeight
      key.draw(atY: offset, on: &canvas.svg)
    }
  }

  private func drawAxisLines(on svg: inout SVG) {
    var path = Path()
    path.move(area.left, area.bottom)
    path.line(area.right, area.bottom)
    if !x.scale.isCategory {
      for tick in xTicks.entries {
        guard let place = x(tick.value) else { continue }
        path.move(place, area.bottom)
        path.line(place, area.bottom + (tick.isMinor ? 3 : 5))
      }
    }
    // Bars of both signs stand on a line of their own.
    if y.scale.isCategory, let foot = x(0), foot > area.left, foot < area.right {
      path.move(foot, area.top)
      path.line(foot, area.bottom)
    } else if x.scale.isCategory, let foot = y(0), foot > area.top, foot < area.bottom {
      path.move(area.left, foot)
      path.line(area.right, foot)
    }
    svg.path(path, class: "axis")
  }

  private func drawXLabels(on canvas: inout Canvas) {
    let name: StaticString = x.scale.isCategory ? "tick k" : "tick"
    for tick in xTicks.entries {
      let first = area.bottom + 19 + xTicks.rowHeight * Double(tick.row)
      for (number, line) in tick.lines.enumerated() {
        let baseline = first + PlotTicks.pitch * Double(number)
        canvas.svg.text(line, tick.middle, baseline, class: name, anchor: .middle)
        canvas.reserved.append(Box(line, tick.middle, baseline, size: 12, anchor: .middle))
      }
    }
  }

  private func drawYLabels(on canvas: inout Canvas) {
    let name: StaticString = y.scale.isCategory ? "tick k" : "tick"
    for tick in yTicks.entries {
      guard let place = y(tick.value) else { continue }
      let first = place + 4 - 7 * Double(tick.lines.count - 1)
      for (number, line) in tick.lines.enumerated() {
        let baseline = first + 14 * Double(number)
        canvas.svg.text(line, area.left - 8, baseline, class: name, anchor: .end)
        canvas.reserved.append(Box(line, area.left - 8, baseline, size: 12, anchor: .end))
      }
    }
  }
}
