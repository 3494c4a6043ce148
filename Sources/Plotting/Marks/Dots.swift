extension Mark {
  /// A dot for each pair of values, see-through so that crowds show: the seeds of a setting, say.
  ///
  /// 5 px at 55 %. What lies outside the plot or is no number is left out.
  public static func dots(x: [Double], y: [Double], style: Style = .category(0)) -> Mark {
    let count = min(x.count, y.count)
    return Mark(.point, margin: Margin(horizontal: 8, vertical: 4), series: "") {
      xExtent, yExtent in
      for index in 0..<count where x[index].isFinite && y[index].isFinite {
        xExtent.add(x[index])
        yExtent.add(y[index])
      }
    } draw: { canvas in
      var path = Path()
      for index in 0..<count {
        guard let point = canvas.visiblePoint(x[index], y[index]) else { continue }
        path.dot(point.x, point.y)
        canvas.ink.append(point)
      }
      canvas.svg.path(path, class: "pts", style: "stroke:" + style.colour)
    }
  }
}
