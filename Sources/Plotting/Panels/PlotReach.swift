/// What the marks of a plot need: the ranges of their values, and room around the outermost.
struct PlotReach {
  private(set) var x = Extent()
  private(set) var y = Extent()
  private var parts: [(x: Extent, y: Extent, margin: Margin)] = []

  init(_ plot: Plot) {
    for mark in plot.marks where !mark.yields { add(mark) { _ in true } }
    for mark in plot.marks where mark.yields {
      let (low, high) = (y.lower, y.upper)
      let isLog = if case .log = plot.y.scale { true } else { false }
      let most = isLog ? 10 * high : high + (high - low) / 2
      add(mark) { low > high || $0.upper <= most }
    }
  }

  /// - Parameter isWanted: whether the mark's values of y must be visible.
  private mutating func add(_ mark: Mark, _ isWanted: (Extent) -> Bool) {
    var partX = Extent()
    var partY = Extent()
    mark.extend(&partX, &partY)
    x.add(partX)
    if isWanted(partY) { y.add(partY) }
    if mark.margin != Margin() { parts.append((partX, partY, mark.margin)) }
  }

  /// How much smaller than `box` the domains must be drawn, so that all marks lie inside it.
  func margin(within box: Box, _ plot: Plot, _ xDomain: Domain, _ yDomain: Domain) -> Margin {
    let x = Projection(scale: plot.x.scale, domain: xDomain, start: box.left, end: box.right)
    let y = Projection(scale: plot.y.scale, domain: yDomain, start: box.bottom, end: box.top)
    var margin = Margin()
    for part in parts {
      if !plot.x.scale.isCategory, let low = x(part.x.lower), let high = x(part.x.upper) {
        margin.left = max(margin.left, part.margin.left - (low - box.left))
        margin.right = max(margin.right, part.margin.right - (box.right - high))
      }
      if !plot.y.scale.isCategory, let low = y(part.y.lower), let high = y(part.y.upper) {
        margin.bottom = max(margin.bottom, part.margin.bottom - (box.bottom - low))
        margin.top = max(margin.top, part.margin.top - (high - box.top))
      }
    }
    margin.left = min(margin.left, box.width * Margin.largestShare)
    margin.right = min(margin.right, box.width * Margin.largestShare)
    margin.bottom = min(margin.bottom, box.height * Margin.largestShare)
    margin.top = min(margin.top, box.height * Margin.largestShare)
    return margin
  }
}
