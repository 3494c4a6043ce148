import Notebook
import Reports

/// JSON Schemas of what stands around the blocks: front matter, `#|` options, the project file.
enum DocumentSchema {
  /// What stands between the `---` lines.
  static var frontMatter: JSONValue {
    object(
      "the front matter of a notebook",
      [
        ("title", text("the heading of the report")),
        ("subtitle", text("a line below the title")),
        ("description", text("what the notebook is about, for previews")),
        ("author", described("the authors' names", authors)),
        ("date", text("as written")),
        ("keywords", texts("words to find the notebook by")),
        ("params", described("parameters with their defaults; ${name} uses one", parameters)),
        (
          "matrix",
          described(
            "several values for parameters or the seed; each combination is a variant", matrix)
        ),
        ("toc", flag("whether the report has a contents list", true)),
        ("number-sections", flag("whether sections are numbered", true)),
        ("bibliography", texts("BibTeX files that the prose cites from")),
        ("theme", text("the report's theme: a name, a CSS file or a folder")),
        ("template", text("the file with the frame of the page")),
        ("draft", flag("whether the notebook is left out of a site", false)),
        ("trusted", flag("whether raw HTML is passed through", false)),
        ("lang", text("the language of the prose, a BCP 47 tag")),
        ("execute", execution),
      ])
  }

  private static var execution: JSONValue {
    object(
      "defaults of all blocks",
      [
        ("echo", flag("whether sources are shown", true)),
        ("eval", flag("whether blocks run", true)),
        ("cache", flag("whether stored results may be used", true)),
        ("error", flag("whether the run goes on, and well, after an error", false)),
        (
          "seed",
          [
            "description": "of blocks without a seed of their own", "type": "integer",
            "minimum": 0, "default": 1,
          ]
        ),
        (
          "profile",
          [
            "description": "how much work is done",
            "enum": .list(Profile.names.map { .text($0) }),
          ]
        ),
      ])
  }

  /// The `#|` lines of a block.
  static var cellOptions: JSONValue {
    object(
      "the #| options of a block",
      [
        ("label", described("what the block is called", OptionSchema.label)),
        ("fig-cap", texts("one caption a figure")),
        ("fig-subcap", texts("one caption a drawing of the figure, or a figure of the block")),
        ("fig-alt", texts("one text alternative a figure")),
        ("figures", texts("which figures are shown, by the experiment's names; default: all")),
        ("fig-width", size("in inches of 96 px, at most what the page has")),
        ("fig-height", size("in inches of 96 px, for drawings that can choose it")),
        ("echo", flag("whether the source is shown")), ("eval", flag("whether the block runs")),
        ("output", flag("whether results are shown", true)),
        ("include", flag("whether anything is shown", true)),
        ("error", flag("whether the run goes on, and well, after an error in the block")),
        ("cache", flag("whether a stored result may be used")),
        ("code-fold", flag("whether the shown source is folded", true)),
        (
          "layout-ncol",
          [
            "description": "how many figures, or drawings of the only one, stand side by side",
            "type": "integer", "minimum": 1, "maximum": 4,
          ]
        ),
        ("live", flag("whether readers can operate the figure")),
        ("controls", texts("the options that have controls in a live figure")),
        ("tags", texts("Jupyter's cell tags")),
      ])
  }

  /// `nnbook.yml`.
  static var project: JSONValue {
    let chapter: JSONValue = ["type": "string"]
    let part = object(
      "a part with its chapters",
      [("part", text("its title")), ("chapters", OptionSchema.list(chapter, from: 0))],
      required: ["part"])
    let chapters = OptionSchema.list(OptionSchema.anyOf([chapter, part]), from: 0)
    return object(
      "a project of notebooks",
      [
        ("title", text("the title of the site")),
        ("description", text("one sentence about the site")),
        ("lang", text("the language of the site's own pages, a BCP 47 tag")),
        ("output-dir", text("the folder of the site")),
        ("chapters", described("notebooks in their order, and parts", chapters)),
        (
          "number-chapters",
          flag("whether chapters are numbered, and with them sections and figures", true)
        ),
        ("theme", text("the reports' theme: a name, a CSS file or a folder")),
        ("template", text("the file with the frame of pages")),
        ("repository", address("the address of the sources")),
        ("base-url", address("where the site will stand")),
        ("data", texts("folders of data besides the project's own")),
      ])
  }
}

// MARK: - Types

extension DocumentSchema {
  private static let scalars: JSONValue = ["string", "number", "boolean"]

  private static func object(
    _ description: String, _ properties: JSONValue.Entries,
    required: [String] = []
  ) -> JSONValue {
    var schema: JSONValue.Entries = [
      ("description", .text(description)), ("type", "object"),
      ("properties", .object(properties)), ("additionalProperties", false),
    ]
    if !required.isEmpty { schema.append(("required", .list(required.map { .text($0) }))) }
    return .object(schema)
  }

  private static func described(_ description: String, _ schema: JSONValue) -> JSONValue {
    ["description": .text(description), "allOf": [schema]]
  }

  private static func text(_ description: String) -> JSONValue {
    ["description": .text(description), "type": scalars]
  }

  private static func address(_ description: String) -> JSONValue {
    ["description": .text(description), "type": "string", "pattern": "^https?://."]
  }

  private static func texts(_ description: String) -> JSONValue {
    described(
      description,
      OptionSchema.anyOf([["type": scalars], OptionSchema.list(["type": scalars], from: 0)]))
  }

  private static func flag(_ description: String, _ fallback: Bool? = nil) -> JSONValue {
    var schema: JSONValue.Entries = [("description", .text(description)), ("type", "boolean")]
    if let fallback { schema.append(("default", .boolean(fallback))) }
    return .object(schema)
  }

  private static func size(_ description: String) -> JSONValue {
    ["description": .text(description), "type": "number", "exclusiveMinimum": 0]
  }

  private static var authors: JSONValue {
    let author: JSONValue = [
      "anyOf": [["type": "string"], ["type": "object", "required": ["name"]]]
    ]
    return OptionSchema.anyOf([author, OptionSchema.list(author, from: 0)])
  }

  private static let parameters: JSONValue = [
    "type": ["object", "null"],
    "propertyNames": ["pattern": "^[A-Za-z][A-Za-z0-9_-]*$"],
    "additionalProperties": ["type": ["string", "number", "boolean", "null"]],
  ]

  private static var matrix: JSONValue {
    ["type": ["object", "null"], "additionalProperties": OptionSchema.list(["type": scalars])]
  }
}
