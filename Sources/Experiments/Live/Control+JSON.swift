public import Plotting

extension Control {
  /// Controls as a page reads them, with the values of a block.
  public static func json(
    _ controls: [Control], in body: OptionValue, of experiment: Experiment
  ) -> Text {
    var text: Text = "["
    for control in controls {
      let value = control.value(in: body, of: experiment)
      guard value != nil || control.mayAppear(experiment) else { continue }
      if text.bytes.count > 1 { text += "," }
      control.write(value, body, experiment, into: &text)
    }
    return text + "]"
  }

  private func write(
    _ value: OptionValue?, _ body: OptionValue, _ experiment: Experiment, into text: inout Text
  ) {
    text += "{\"name\":"
    text.append(json: name.text)
    text += ",\"label\":"
    text.append(json: label)
    text += ",\"option\":"
    text.append(json: option.text)
    form.write(into: &text)
    if case .logarithmicStops(_, let grid) = form {
      text.append(stops: experiment.read(body, layers: Catalogs.liveLayers).options.numbers(grid))
    }
    if isFolded { text += ",\"folded\":true" }
    if case .numbers(_, _, let letter) = form {
      let whole = whole(in: body, of: experiment) ?? OptionValue(.null)
      text.append(names: whole.names(letter))
      text.append(matrices: whole.matrices(letter))
    }
    text += ",\"value\":"
    text.append(json: value ?? OptionValue(.null))
    text += value == nil ? ",\"hidden\":true}" : "}"
  }

  /// Whether it has something to change once another variant is chosen.
  private func mayAppear(_ experiment: Experiment) -> Bool {
    guard case .inner(let name) = part,
      let option = experiment.options.first(where: { $0.name.text == self.option.text }),
      case .variant(let kinds) = option.type
    else { return false }
    return kinds.contains { kind in kind.options.contains { $0.name.text == name.text } }
  }
}

extension Control.Form {
  fileprivate func write(into text: inout Text) {
    switch self {
    case .slider(let range, let step): write("slider", range, step: step, into: &text)
    case .logarithmic(let range), .logarithmicStops(let range, _): write("log", range, into: &text)
    case .count(let range): write("count", range, into: &text)
    case .numbers(let range, let step, _): write("numbers", range, step: step, into: &text)
    case .found(let range, let step, let letter):
      write("found", range, step: step, into: &text)
      text += ",\"letter\":\"\(letter)\""
    case .several(let names):
      text += ",\"form\":\"several\""
      text.append(names: names.map { $0.text })
    case .units(let most, let layers):
      text += ",\"form\":\"units\",\"to\":\(most),\"layers\":\(layers)"
    case .each(let control, let names):
      text += ",\"form\":\"each\",\"like\":"
      text.append(json: control.text)
      text.append(names: names.map { $0.text })
    case .rows: text += ",\"form\":\"rows\""
    case .toggle: text += ",\"form\":\"toggle\""
    case .text: text += ",\"form\":\"text\""
    case .seed: text += ",\"form\":\"seed\""
    case .choice(let names):
      text += ",\"form\":\"choice\""
      text.append(names: names.map { $0.text })
    }
  }

  private func write(
    _ form: StaticString, _ range: ClosedRange<Double>, step: Double? = nil, into text: inout Text
  ) {
    text +=
      ",\"form\":\"\(form)\",\"from\":\(typed: range.lowerBound),\"to\":\(typed: range.upperBound)"
    if let step { text += ",\"step\":\(typed: step)" }
  }
}

extension OptionValue {
  /// What its numbers are called, by where they stand.
  fileprivate func names(_ letter: StaticString) -> [Text] {
    var name: Text = "\(letter)"
    guard case .list(let items) = content else { return [name] }
    if items.count == 1, case .list = items[0].content { return items[0].names(letter) }
    return items.enumerated().flatMap { number, item -> [Text] in
      name = "\(letter)"
      name.append(subscript: number + 1)
      return item.names(after: name)
    }
  }

  private func names(after name: Text) -> [Text] {
    guard case .list(let items) = content else { return [name] }
    return items.enumerated().flatMap { number, item in item.names(after: "\(name)[\(number + 1)]")
    }
  }
}

extension OptionValue {
  /// The matrices that its numbers form: `W₁` of 2 rows and 3 columns.
  fileprivate func matrices(_ letter: StaticString) -> [(name: Text, rows: Int, columns: Int)] {
    guard case .list(let items) = content, case .list(let first)? = items.first?.content else {
      return [("\(letter)", 1, leafCount)]
    }
    if items.count == 1, case .number? = first.first?.content {
      return [("\(letter)", 1, first.count)]
    }
    return items.enumerated().map { number, item in
      var name: Text = "\(letter)"
      name.append(subscript: number + 1)
      guard case .list(let rows) = item.content, case .list(let row)? = rows.first?.content else {
        return (name, 1, item.leafCount)
      }
      return (name, rows.count, row.count)
    }
  }

  private var leafCount: Int {
    guard case .list(let items) = content else { return 1 }
    return items.reduce(0) { $0 + $1.leafCount }
  }
}

extension Text {
  /// Appends numbers with all of their bits.
  fileprivate mutating func append(stops: [Double]) {
    append(",\"stops\":[")
    for (number, stop) in stops.enumerated() {
      append(number > 0 ? ",\"" : "\"")
      append(bits: stop)
      append("\"")
    }
    append("]")
  }

  fileprivate mutating func append(matrices: [(name: Text, rows: Int, columns: Int)]) {
    append(",\"matrices\":[")
    for (number, matrix) in matrices.enumerated() {
      if number > 0 { append(",") }
      append("[")
      append(json: matrix.name)
      append(",\(matrix.rows),\(matrix.columns)]")
    }
    append("]")
  }

  fileprivate mutating func append(names: [Text]) {
    append(",\"of\":[")
    for (number, name) in names.enumerated() {
      if number > 0 { append(",") }
      append(json: name)
    }
    append("]")
  }

  /// Appends a value as JSON; numbers with six significant digits, as people write them.
  package mutating func append(json value: OptionValue) {
    switch value.content {
    case .null: append("null")
    case .boolean(let flag): append(flag ? "true" : "false")
    case .number(let number): append(typed: number)
    case .text(let text): append(json: text)
    case .list(let items):
      append("[")
      for (number, item) in items.enumerated() {
        if number > 0 { append(",") }
        append(json: item)
      }
      append("]")
    case .map(let entries):
      append("{")
      for (number, entry) in entries.enumerated() {
        if number > 0 { append(",") }
        append(json: entry.key)
        append(":")
        append(json: entry.value)
      }
      append("}")
    }
  }
}
