extension Mark {
  /// A bar for each name of the category axis, with its value at the end.
  ///
  /// Horizontal if the categories are on the y axis. The bars of `chosen` are orange, negative
  /// ones of a signed style orange too.
  ///
  /// - Parameter decimals: of the printed values; nil for two significant digits.
  public static func bars(
    _ values: [Double], style: Style = .category(0), chosen: Int? = nil, decimals: Int? = nil
  ) -> Mark {
    Mark(.area) { xExtent, yExtent in
      // One of the two axes is categorical and takes no notice.
      for value in values + [0] {
        xExtent.add(value)
        yExtent.add(value)
      }
    } draw: { canvas in
      for (index, value) in values.enumerated() where value.isFinite {
        let style = index == chosen ? .chosen : style
        let text: Text
        if let decimals { text = "\(value, decimals: decimals)" } else { text = .digits(value) }
        canvas.bar(Double(index), value, style, text)
      }
    }
  }
}

extension Canvas {
  fileprivate mutating func bar(_ index: Double, _ value: Double, _ style: Style, _ text: Text) {
    let isHorizontal = y.scale.isCategory
    let (places, values) = isHorizontal ? (y, x) : (x, y)
    let thickness = min(28, places.band * 0.68)
    guard let middle = places(index), let end = values(value) else { return }
    let zero = values(0) ?? values.start
    let low = min(zero, end)
    let length = (end - zero).magnitude
    let fill: Text = "fill:" + style.colour
    if isHorizontal {
      svg.rectangle(low, middle - thickness / 2, width: length, height: thickness, style: fill)
      let isLeft = value < 0
      svg.text(
        text, end + (isLeft ? -6 : 6), middle + 4, class: style.isChosen ? "dl b" : "dl",
        anchor: isLeft ? .end : .start)
    } else {
      svg.rectangle(middle - thickness / 2, low, width: thickness, height: length, style: fill)
      svg.text(
        text, middle, value < 0 ? end + 15 : end - 6, class: style.isChosen ? "dl b" : "dl",
        anchor: .middle)
    }
  }
}
