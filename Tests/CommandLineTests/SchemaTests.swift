import Experiments
import Foundation
import Notebook
import Plotting
import Testing

@Suite("nnbook schema")
struct SchemaTests {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func schema(_ arguments: String...) throws -> SchemaValue {
    let run = try Command(["schema"] + arguments, in: FileManager.default.temporaryDirectory)
    try #require(run.status == 0, "\(run.errors)")
    return try SchemaValue.decoded(run.output)
  }

  static func notebooks() throws -> [Notebook] {
    let folder = repository.appending(path: "Notebooks").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".md") }.sorted()
    return names.map { NotebookReader.read(contentsOf: "\(folder)/\($0)").0 }
  }

  @Test("fits every block of the repository's notebooks")
  func blocks() throws {
    var validators: [String: SchemaValidator] = [:]
    var count = 0
    for notebook in try Self.notebooks() {
      for block in notebook.blocks where block.options.error != true {
        if validators[block.kind] == nil {
          validators[block.kind] = SchemaValidator(try Self.schema("block", block.kind))
        }
        let problems = validators[block.kind]?.problems(SchemaValue(block.body)) ?? []
        #expect(
          problems.isEmpty, "\(notebook.path):\(block.lines.lowerBound): \(problems)")
        count += 1
      }
    }
    #expect(count >= 30)
  }

  @Test(
    "refuses what nnbook refuses",
    arguments: [
      ("train", "epoch: 3"), ("train", "epochs: 0"), ("train", "epochs: 2.5"),
      ("train", "epochs: many"), ("train", "optimizer: adm"),
      ("train", "optimizer: {adam: 0.1, sgd: 0.1}"), ("train", "optimizer: {adam: {rat: 0.1}}"),
      ("train", "layers: [2]"), ("train", "layers: [{dens: 3}]"),
      ("train", "layers: [{dense: {units: 0}}]"), ("train", "data: {moons: {noise: lots}}"),
      ("forward", "layers: [2, 1]"), ("forward", "input: [1, 2]"), ("curves", "run: []"),
      ("lr-sweep", "rates: {log: [1, 2]}"), ("lr-sweep", "rates: {cubic: [1, 2, 3]}"),
      ("train", "data: {csv: flowers.csv}"), ("train", "data: {csv: {path: flowers.csv}}"),
      ("model", "activation: relu"),
    ])
  func wrong(kind: String, body: String) throws {
    let (notebook, _) = NotebookReader.read(
      source: "```{\(kind)}\n\(body)\n```\n", path: "test.md")
    let value = SchemaValue(try #require(notebook.blocks.first).body)
    let problems = SchemaValidator(try Self.schema("block", kind)).problems(value)
    #expect(!problems.isEmpty)
  }

  @Test(
    "allows each way to write a variant, labels and parameters",
    arguments: [
      ("train", "optimizer: adam"), ("train", "optimizer: {adam: 0.1}"),
      ("train", "optimizer: {adam: {rate: 0.1}}"), ("train", "optimizer: {adam: {}}"),
      ("train", "data: my-data"), ("train", "epochs: \"${epochs}\""), ("train", "model: net"),
      ("forward", "model: net\ninput: [[1, 2], [3, 4]]"), ("curves", "run: [a, b]"),
      ("train", "layers: [{dense: 4}, tanh, {dropout: 0.1}, {dense: 1}]"),
      ("train", "loss: null\nexpect: [accuracy > 0.9]"), ("data", "moons: {noise: 0.1}"),
      ("data", "data: moons"), ("lr-sweep", "rates: 0.1"),
    ])
  func right(kind: String, body: String) throws {
    let (notebook, _) = NotebookReader.read(
      source: "---\nparams: {x: 1}\n---\n\n```{\(kind)}\n\(body)\n```\n", path: "test.md")
    let value = SchemaValue(try #require(notebook.blocks.first).body)
    #expect(SchemaValidator(try Self.schema("block", kind)).problems(value) == [])
  }

  @Test("has every option of every experiment, definition and catalogue")
  func complete() throws {
    let whole = try Self.schema()
    let blocks = whole["properties"]?["blocks"]?["properties"]
    for experiment in Experiment.all {
      let name = "\(experiment.name.literal)"
      let options = experiment.options.map { "\($0.name.literal)" }
      let known = Set(blocks?[name]?["properties"]?.keys ?? [])
      #expect(known.isSuperset(of: options), "\(name)")
    }
    let catalogues: [(String, [VariantKind])] = [
      ("datasets", Catalogs.datasets.variants), ("layers", Catalogs.layers.variants),
      ("losses", Catalogs.losses.variants), ("schedules", Catalogs.schedules.variants),
      ("optimizers", Catalogs.optimizers.variants),
      ("initializers", Catalogs.initializers.variants),
    ]
    for (catalogue, kinds) in catalogues {
      let choices = try #require(whole["$defs"]?[catalogue]?["anyOf"]).items
      #expect(
        choices.first?["enum"]?.items.compactMap { $0.text } == kinds.map { "\($0.name.literal)" })
      for kind in kinds {
        let values = choices[1]["properties"]?["\(kind.name.literal)"]?["anyOf"]?.items ?? []
        let options = values.compactMap { $0["properties"]?.keys }.joined()
        #expect(
          Set(options) == Set(kind.options.map { "\($0.name.literal)" }), "\(kind.name.literal)")
      }
    }
  }

  @Test("has the keys of the front matter and the #| options that nnbook knows")
  func documents() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "---\nnone: 1\nexecute: {none: 1}\n---\n\n```{forward}\n#| none: 1\n```\n", to: "a.md")
    let run = try Command(["render", "a.md"], in: folder.url)
    func known(_ line: Int) throws -> Set<String> {
      let text = try #require(
        run.errors.split(separator: "\n").first { $0.hasPrefix("a.md:\(line):") })
      let names = try #require(text.components(separatedBy: "known: ").last)
      return Set(names.components(separatedBy: ", "))
    }
    let matter = try Self.schema("front-matter")["properties"]
    let execution = matter?["execute"]?["properties"]
    let options = try Self.schema("cell-options")["properties"]
    for (line, keys) in [(2, matter?.keys), (3, execution?.keys), (7, options?.keys)] {
      #expect(try known(line) == Set(keys ?? []), "line \(line)")
    }
  }

  @Test("fits the front matter of the documentation, and a project file")
  func examples() throws {
    let matter = SchemaValidator(try Self.schema("front-matter"))
    func problems(_ validator: SchemaValidator, _ json: String) throws -> [String] {
      validator.problems(try SchemaValue.decoded(json))
    }
    #expect(
      try problems(
        matter,
        """
        {"title": "A", "author": [{"name": "Ada"}, "Bob"], "params": {"width": 4},
         "matrix": {"seed": [1, 2]}, "execute": {"profile": "quick", "seed": 3}}
        """) == [])
    #expect(try !problems(matter, #"{"execute": {"profile": "quik"}}"#).isEmpty)
    #expect(try !problems(matter, #"{"titel": "A"}"#).isEmpty)
    let project = SchemaValidator(try Self.schema("project"))
    #expect(
      try problems(
        project,
        #"{"title": "A", "chapters": ["a.md", {"part": "B", "chapters": ["b.md"]}]}"#) == [])
    #expect(try !problems(project, #"{"chapter": ["a.md"]}"#).isEmpty)
  }

  @Test("refuses unknown parts and kinds with 64")
  func usage() throws {
    let folder = FileManager.default.temporaryDirectory
    for arguments in [["schema", "blok"], ["schema", "block"], ["schema", "project", "x"]] {
      #expect(try Command(arguments, in: folder).status == 64)
    }
    let run = try Command(["schema", "block", "trian"], in: folder)
    #expect(run.status == 64)
    #expect(run.errors.contains("no kind of block is called 'trian'; did you mean 'train'?"))
  }
}

@Suite("nnbook list and describe --format json")
struct CatalogueJSONTests {
  @Test("list every entry once")
  func list() throws {
    let run = try Command(
      ["list", "--format", "json"], in: FileManager.default.temporaryDirectory)
    let entries = try SchemaValue.decoded(run.output).items
    let names = entries.compactMap { $0["name"]?.text }
    #expect(names.count == entries.count)
    #expect(Set(names).isSuperset(of: ["train", "adam", "moons", "dropout", "cosine"]))
    let some = try Command(
      ["list", "optimizers", "--format", "json"], in: FileManager.default.temporaryDirectory)
    #expect(
      try SchemaValue.decoded(some.output).items.allSatisfy {
        $0["catalogue"]?.text == "optimizers"
      })
  }

  @Test("describe options with defaults, and metrics")
  func describe() throws {
    let run = try Command(
      ["describe", "lr-sweep", "--format", "json"], in: FileManager.default.temporaryDirectory)
    let entry = try #require(SchemaValue.decoded(run.output).items.first)
    let seeds = try #require(
      entry["options"]?.items.first { $0["name"]?.text == "seeds" })
    #expect(seeds["default"]?.number == 5)
    #expect(seeds["required"] == .boolean(false))
    #expect(seeds["quick"]?["divisor"]?.number == 2)
    #expect(entry["metrics"]?.items.contains { $0["name"]?.text == "best-rate" } == true)
  }
}
