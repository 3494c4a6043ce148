public import Plotting

extension ExperimentResult {
  /// What a page shows of the result besides its drawings.
  ///
  ///     {"diverged": false, "metrics": [["loss", "3fb9…", "0.1"]],
  ///      "figures": [{"name": "curves", "caption": "…"}], "diagnoses": [{…}]}
  ///
  /// Metrics come with the bits of the number and as prose prints it.
  public var json: Text {
    var text: Text = "{\"diverged\":"
    text += diverged ? "true" : "false"
    text.append(list: "metrics", metrics) { metric, text in
      text += "["
      text.append(json: metric.name)
      text += ",\""
      text.append(bits: metric.value)
      text += "\","
      text.append(json: metric.printed)
      text += "]"
    }
    text.append(list: "figures", figures) { figure, text in
      text += "{\"name\":"
      text.append(json: figure.name)
      text += ",\"caption\":"
      text.append(json: figure.caption)
      text += "}"
    }
    text.append(list: "diagnoses", diagnoses) { diagnosis, text in
      text += "{\"heading\":"
      text.append(json: diagnosis.heading)
      text.append(list: "entries", diagnosis.entries) { entry, text in
        text += "["
        text.append(json: entry.term)
        text += ","
        text.append(json: entry.description)
        text += "]"
      }
      text += "}"
    }
    return text + ",\"numbers\":" + numbersJSON + "}"
  }

  /// The numbers to go on from, a map of options.
  public var numbersJSON: Text {
    var text = Text()
    text.append(json: OptionValue(.map(numbers)))
    return text
  }
}

extension Table {
  /// The table for a page: numbers as they are printed and with all of their bits, texts, nulls.
  ///
  ///     {"columns": [["Epoch", true]], "rows": [["1", ["0.69", "3fe6…"], null]]}
  public var json: Text {
    var text: Text = "{\"rows\":["
    for (number, row) in rows.enumerated() {
      text += number > 0 ? ",[" : "["
      for column in columns.indices {
        if column > 0 { text += "," }
        write(column < row.count ? row[column] : .empty, column, into: &text)
      }
      text += "]"
    }
    text += "]"
    text.append(list: "columns", columns) { column, text in
      text += "["
      text.append(json: column.name)
      text += column.isText ? ",true]" : ",false]"
    }
    return text + "}"
  }

  private func write(_ cell: Cell, _ column: Int, into text: inout Text) {
    switch cell {
    case .empty: text += "null"
    case .text(let words): text.append(json: words)
    case .number(let number):
      text += "["
      text.append(json: printed(cell, in: column))
      text += ",\""
      text.append(bits: number)
      text += "\"]"
    }
  }
}

extension Text {
  /// Appends a further entry of a map: a list.
  fileprivate mutating func append<Item>(
    list name: StaticString, _ items: [Item], _ write: (Item, inout Text) -> Void
  ) {
    append(",\"\(name)\":[")
    for (number, item) in items.enumerated() {
      if number > 0 { append(",") }
      write(item, &self)
    }
    append("]")
  }
}
