extension Mark {
  /// Bars over intervals of a linear axis: `counts[i]` from `edges[i]` to `edges[i + 1]`.
  public static func histogram(
    edges: [Double], counts: [Double], style: Style = .category(0)
  ) -> Mark {
    let bins = max(0, min(counts.count, edges.count - 1))
    return Mark(.area, series: "") { xExtent, yExtent in
      xExtent.add(edges)
      yExtent.addFoot()
      yExtent.add(counts)
    } draw: { canvas in
      var path = Path()
      for bin in 0..<bins {
        guard let left = canvas.x(edges[bin]), let right = canvas.x(edges[bin + 1]),
          let top = canvas.y(counts[bin]), let bottom = canvas.y(0)
        else { continue }
        path.move(left + 0.5, bottom)
        path.line(left + 0.5, top)
        path.line(right - 0.5, top)
        path.line(right - 0.5, bottom)
        path.close()
      }
      canvas.svg.path(path, class: "bins", style: "fill:" + style.colour)
    }
  }
}
