// What the page's script must know of a drawing to say values under the pointer: which elements
// belong to a series, how pixels become values, what the cells of a grid hold. Without the script
// none of it is seen.

extension SVG {
  /// Adds what belongs to a series: `<g data-s="name">`; nothing is written for no series.
  ///
  /// Equal names are one series, also in other panels of the figure. A series without a name has an
  /// empty one.
  mutating func series(_ name: Text?, isKey: Bool = false, _ draw: (inout SVG) -> Void) {
    guard let name else { return draw(&self) }
    openSeries(name, isKey: isKey)
    draw(&self)
    closeSeries()
  }

  /// Begins what belongs to a series; a key is a label that stands for it.
  mutating func openSeries(_ name: Text, isKey: Bool = false) {
    var opening: Text = isKey ? "<g class=\"key\" data-s=\"" : "<g data-s=\""
    opening.append(escaped: name)
    opening += "\">"
    raw(opening)
  }

  /// Ends it.
  mutating func closeSeries() { raw("</g>") }

  /// Marks what `draw` adds as one number of an option, `<g data-of="weights 3">`: a page where
  /// readers may change the option lets them draw it larger or smaller. Nothing is marked for an
  /// empty option.
  mutating func number(_ index: Int, of option: Text, _ draw: (inout SVG) -> Void) {
    guard !option.isEmpty else { return draw(&self) }
    var opening: Text = "<g data-of=\""
    opening.append(escaped: option)
    opening += " \(index)\">"
    raw(opening)
    draw(&self)
    raw("</g>")
  }

  /// Tells how pixels become values: `data-x` and `data-y`, each with the scale, a pixel, its
  /// value, another pixel and its value in the first line, then a line each for the title, the
  /// unit and the names of categories.
  mutating func addAxes(_ x: Projection, _ xAxis: Axis, _ y: Projection, _ yAxis: Axis) {
    addHook("x", SVG.hook(x, xAxis.title, xAxis.unit))
    addHook("y", SVG.hook(y, yAxis.title, yAxis.unit))
  }

  private static func hook(_ projection: Projection, _ title: Text, _ unit: Text) -> Text {
    var hook = projection.scale.name(isWhole: projection.domain.isWhole)
    for (pixel, value) in [
      (projection.start, projection.domain.lower), (projection.end, projection.domain.upper),
    ] {
      hook += " "
      hook.append(coordinate: pixel)
      hook += " "
      hook.append(machine: value)
    }
    hook += "\n" + title + "\n" + unit
    for name in projection.scale.categories { hook += "\n" + name }
    return hook
  }

  /// Tells what the cells of a grid hold: `data-grid` with the left and upper edge and the side of
  /// a cell, `data-rows` and `data-columns` with what they are and their names, a line each, and
  /// `data-cells` with the numbers as they are printed, by rows.
  mutating func addCells(
    _ grid: CellGrid, rows: (title: Text, names: [Text]), columns: (title: Text, names: [Text]),
    values: [Text]
  ) {
    var place = Text()
    place.append(coordinate: grid.left)
    place += " "
    place.append(coordinate: grid.top)
    place += " "
    place.append(coordinate: grid.cell)
    addHook("grid", place)
    addHook("rows", rows.names.reduce(into: rows.title) { $0 += "\n" + $1 })
    addHook("columns", columns.names.reduce(into: columns.title) { $0 += "\n" + $1 })
    addHook("cells", values.reduce(into: Text()) { $0 += ($0.isEmpty ? "" : "\n") + $1 })
  }
}

extension Axis.Scale {
  /// The scale in a word for the script; `symlog=` with its threshold.
  fileprivate func name(isWhole: Bool) -> Text {
    switch self {
    case .linear: return isWhole ? "whole" : "linear"
    case .log: return "log"
    case .symlog(let threshold):
      var name: Text = "symlog="
      name.append(machine: threshold)
      return name
    case .category: return "category"
    }
  }
}

extension Text {
  /// Appends a number for machines to seven digits: `-1234567e-3`.
  fileprivate mutating func append(machine number: Double) {
    guard number.isFinite, number != 0 else { return append("0") }
    var (mantissa, exponent) = Text.scientific(number.magnitude, digits: 7)
    exponent -= 6
    while mantissa % 10 == 0 {
      mantissa /= 10
      exponent += 1
    }
    if number < 0 { append("-") }
    append(digits: mantissa, grouped: false)
    guard exponent != 0 else { return }
    append(exponent < 0 ? "e-" : "e")
    append(digits: UInt64(exponent.magnitude), grouped: false)
  }
}
