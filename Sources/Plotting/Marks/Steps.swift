extension Mark {
  /// A line that keeps each value until the next x: a schedule, an outline of a histogram.
  public static func steps(
    x: [Double], y: [Double], style: Style = .train, label: Text = ""
  ) -> Mark {
    var across: [Double] = []
    var up: [Double] = []
    for index in 0..<min(x.count, y.count) {
      if let last = up.last {
        across.append(x[index])
        up.append(last)
      }
      across.append(x[index])
      up.append(y[index])
    }
    var style = style
    style.hasMarkers = false
    return .line(x: across, y: up, style: style, label: label)
  }
}
