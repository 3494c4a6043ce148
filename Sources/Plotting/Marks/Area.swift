extension Mark {
  /// A line with the area down to zero filled lightly.
  public static func area(
    x: [Double], y: [Double], style: Style = .train, label: Text = ""
  ) -> Mark {
    let zeros = [Double](repeating: 0, count: y.count)
    let fill = Mark.band(x: x, lower: zeros, upper: y, style: style)
    let edge = Mark.line(x: x, y: y, style: style, label: label)
    return Mark(.area, margin: edge.margin, endLabel: edge.endLabel) { xExtent, yExtent in
      edge.extend(&xExtent, &yExtent)
      yExtent.addFoot()
    } draw: { canvas in
      fill.draw(&canvas)
      edge.draw(&canvas)
    }
  }
}
