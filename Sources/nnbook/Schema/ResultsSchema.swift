import Reports

/// The JSON Schema of what `--to json` writes.
enum ResultsSchema {
  /// The document.
  static var document: JSONValue {
    object(
      "the numbers of a report",
      [
        ("version", ["enum": [.integer(JSONReport.version)]]),
        ("title", text("of the report")), ("notebook", text("the name of its file")),
        ("program", text("what made it, with its version")),
        ("sha256", text("of the notebook with all that it includes")),
        ("seed", text("of blocks without one of their own; a text, as it may have 64 bits")),
        ("arithmetic", text("the numbers of the engine")),
        ("profile", text("how much work was done: full or quick")),
        (
          "parameters",
          [
            "description": "values by name", "type": "object",
            "additionalProperties": ["type": "string"],
          ]
        ),
        ("blocks", list("in the order of the notebook", block)),
      ])
  }

  private static var block: JSONValue {
    object(
      "a block",
      [
        ("id", text("its label, or block-3")), ("kind", text("the experiment")),
        ("file", text("the name of the file it stands in")), ("line", line),
        ("ran", ["description": "whether there are results", "type": "boolean"]),
        ("metrics", list("named numbers", metric)), ("claims", list("checked claims", claim)),
        ("figures", list("the tables of all figures, series included", figure)),
        ("diagnoses", list("why training ended early", diagnosis)),
        ("open", list("claims of a block that stopped, as written", ["type": "string"])),
        ("errors", list("what went wrong, with places", ["type": "string"])),
        ("warnings", list("what was perhaps not meant, with places", ["type": "string"])),
      ])
  }

  private static var metric: JSONValue {
    object(
      "a metric",
      [
        ("name", text("")), ("value", number),
        ("text", text("as it is printed; also of a number that is not finite")),
      ])
  }

  private static var claim: JSONValue {
    object(
      "a claim",
      [
        ("text", text("as written")), ("holds", ["type": "boolean"]), ("line", line),
        (
          "measured",
          list(
            "its metrics", object("a metric", [("metric", text("its name")), ("value", number)]))
        ),
        ("reason", ["description": "why it does not hold", "type": ["string", "null"]]),
      ])
  }

  private static var figure: JSONValue {
    let cell: JSONValue = ["type": ["number", "string", "null"]]
    let type: JSONValue = ["enum": ["number", "text"]]
    return object(
      "a figure",
      [
        ("id", ["description": "in the page, if it is shown", "type": ["string", "null"]]),
        ("name", text("what tells the figures of a block apart")),
        ("number", ["description": "Figure 3, if it is shown", "type": ["string", "null"]]),
        ("caption", text("its words")),
        (
          "columns", list("of the table", object("a column", [("name", text("")), ("type", type)]))
        ),
        (
          "rows",
          list("one cell a column; null is empty or not finite", ["type": "array", "items": cell])
        ),
      ])
  }

  private static var diagnosis: JSONValue {
    let entry = object("a line", [("term", text("")), ("text", text(""))])
    return object(
      "a diagnosis", [("heading", text("")), ("entries", list("what is known", entry))])
  }
}

// MARK: - Types

extension ResultsSchema {
  private static var line: JSONValue {
    ["description": "counted from 1", "type": "integer", "minimum": 1]
  }

  private static var number: JSONValue {
    ["description": "null if it is not finite", "type": ["number", "null"]]
  }

  private static func text(_ description: String) -> JSONValue {
    description.isEmpty
      ? ["type": "string"] : ["description": .text(description), "type": "string"]
  }

  private static func list(_ description: String, _ item: JSONValue) -> JSONValue {
    ["description": .text(description), "type": "array", "items": item]
  }

  /// Every property is always there.
  private static func object(_ description: String, _ properties: JSONValue.Entries) -> JSONValue {
    [
      "description": .text(description), "type": "object", "properties": .object(properties),
      "required": .list(properties.map { .text($0.key) }), "additionalProperties": false,
    ]
  }
}
