/// The layout of a plot at one size: margins, projections, ticks, titles.
///
/// Margins: top 34, left 40 or what the labels need, bottom 42, right 10, or 92 and more with
/// direct labels; more where a title needs several lines.
struct PlotFrame {
  let width: Double
  let height: Double
  /// The part inside the axes.
  let area: Box
  let x: Projection
  let y: Projection
  let xTicks: PlotTicks
  let yTicks: PlotTicks
  let header: PlotTitle
  let footer: PlotTitle
  /// Whether the marks have no value that can be shown.
  let isEmpty: Bool
  /// The lines' labels above the plot, where they would take too much room beside it.
  let key: LegendLayout?

  /// Lays a plot out.
  init(_ plot: Plot, width: Double, height: Double) {
    self.width = width
    self.height = height
    let reach = PlotReach(plot)
    isEmpty =
      reach.x.isEmpty && !plot.x.scale.isCategory || reach.y.isEmpty && !plot.y.scale.isCategory
    let xDomain = plot.x.domain(of: reach.x, padding: false)
    let yDomain = plot.y.domain(of: reach.y, padding: true)
    let labels = PlotLabels(plot, width: width)
    key = labels.key
    header = PlotTitle(plot.y, within: width)
    let top =
      (header.lines.isEmpty ? 18 : 34) + header.extraHeight
      + LegendLayout.pitch * Double(key?.count ?? 0)

    let roughHeight = height - top - 42
    yTicks = PlotTicks(upward: plot.y, in: yDomain, height: roughHeight, width: width)
    let left = max(40, (8 + yTicks.widest).rounded(.up))
    var sides = Box(left: left, top: top, right: width - labels.margin, bottom: height - 42)
    func across() -> Projection {
      let margin = reach.margin(within: sides, plot, xDomain, yDomain)
      return Projection(
        scale: plot.x.scale, domain: xDomain, start: sides.left + margin.left,
        end: sides.right - margin.right)
    }
    // The last label must not stick out: the plot ends earlier for it.
    let rightEnd = PlotTicks(across: plot.x, in: xDomain, on: across(), width: width).rightEnd
    sides.right -= max(0, rightEnd - width)
    x = across()
    xTicks = PlotTicks(across: plot.x, in: xDomain, on: x, width: width)

    footer = PlotTitle(plot.x, within: sides.right)
    let below = (footer.lines.isEmpty ? 26 : 42) + footer.extraHeight + xTicks.extraHeight
    area = Box(left: sides.left, top: top, right: sides.right, bottom: height - below)
    let margin = reach.margin(within: area, plot, xDomain, yDomain)
    let isDownward = plot.y.scale.isCategory
    y = Projection(
      scale: plot.y.scale, domain: yDomain,
      start: isDownward ? area.top : area.bottom - margin.bottom,
      end: isDownward ? area.bottom : area.top + margin.top)
  }

  /// Where words beside points may stand.
  var noteLimits: Box {
    let top = header.lines.isEmpty ? 0 : area.top - 18
    return Box(left: area.left - 8, top: top, right: width, bottom: area.bottom - 2)
  }
}
