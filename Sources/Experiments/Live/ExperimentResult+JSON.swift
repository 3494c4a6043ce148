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
    return text + "}"
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
