import NeuralNet

extension Catalogs {
  /// The data sets.
  public static let datasets = Catalog<DataSource>(kinds: [
    synthetic("moons", "two interleaved half-circles, 2 classes", noise: 0.1) { options, samples in
      .moons(samples: samples, noise: options.float("noise"))
    },
    synthetic(
      "circles", "a circle inside a circle, 2 classes", noise: 0.05,
      option: ExperimentOption(
        "factor", .number(0.01...0.99), default: .number(0.5), "radius of the inner circle")
    ) { options, samples in
      .circles(
        samples: samples, noise: options.float("noise"), factor: options.float("factor"))
    },
    synthetic(
      "spiral", "arms that wind round each other", noise: 0.02,
      option: ExperimentOption(
        "classes", .integer(2...8), default: .number(2), "number of arms")
    ) { options, samples in
      .spiral(
        samples: samples, noise: options.float("noise"), classes: options.integer("classes"))
    },
    synthetic("xor", "the corners of a square, 2 classes", noise: 0.1) { options, samples in
      .xor(samples: samples, noise: options.float("noise"))
    },
    synthetic("gauss", "two normal clusters, 2 classes", noise: 0.8) { options, samples in
      .blobs(samples: samples, noise: options.float("noise"), centers: 2)
    },
    synthetic(
      "blobs", "normal clusters", noise: 0.2,
      option: ExperimentOption(
        "centers", .integer(2...10), default: .number(3), "number of clusters")
    ) { options, samples in
      .blobs(
        samples: samples, noise: options.float("noise"), centers: options.integer("centers"))
    },
    synthetic("line", "y = x with noise: regression", noise: 0.1) { options, samples in
      .line(samples: samples, noise: options.float("noise"))
    },
    synthetic("plane", "a tilted plane over a square: regression", noise: 0.1) { options, samples in
      .plane(samples: samples, noise: options.float("noise"))
    },
    synthetic("hills", "hills and hollows over a square: regression", noise: 0.1) {
      options, samples in
      .hills(samples: samples, noise: options.float("noise"))
    },
    ofFormula(
      "surface", "points of a square with the number that a formula gives: regression",
      formula: "x * y", isParted: false),
    ofFormula(
      "boundary", "points of a square, class 1 where a formula is above 0",
      formula: "y - sin(3 * x) / 2", isParted: true),
    synthetic("sine", "one period of a sine with noise: regression", noise: 0.1) {
      options, samples in
      .sine(samples: samples, noise: options.float("noise"))
    },
    synthetic(
      "shapes", "small pictures of a bar, a diagonal or a box, 4 classes", noise: 0.2,
      option: ExperimentOption(
        "size", .integer(5...64), default: .number(8), "pixels on a side")
    ) { options, samples in
      .shapes(samples: samples, noise: options.float("noise"), size: options.integer("size"))
    },
    synthetic(
      "first-bit", "sequences whose first number must be remembered, 2 classes", noise: 0.5,
      option: length
    ) { options, samples in
      .firstBit(
        samples: samples, length: options.integer("length"), noise: options.float("noise"))
    },
    synthetic(
      "adding", "sequences of numbers, two of them marked: their sum; regression", noise: 0,
      option: length
    ) { options, samples in
      .adding(samples: samples, length: options.integer("length"), noise: options.float("noise"))
    },
    synthetic(
      "waves", "pieces of a noisy sine, and the number that comes next: regression", noise: 0.1,
      option: length
    ) { options, samples in
      .waves(samples: samples, length: options.integer("length"), noise: options.float("noise"))
    },
    synthetic(
      "ring", "small clusters on a circle", noise: 0.05,
      option: ExperimentOption(
        "modes", .integer(2...32), default: .number(8), "number of clusters")
    ) { options, samples in
      .ring(samples: samples, noise: options.float("noise"), modes: options.integer("modes"))
    },
    synthetic(
      "grid", "small clusters in a square", noise: 0.05,
      option: ExperimentOption(
        "side", .integer(2...10), default: .number(5), "clusters along a side")
    ) { options, samples in
      .grid(samples: samples, noise: options.float("noise"), side: options.integer("side"))
    },
    .init(
      "points", "points of the plane that the notebook writes, each with its class or a number",
      options: [
        ExperimentOption("rows", .rows, "x, y and the class of each point, 0 or 1, or a number"),
        ExperimentOption(
          "classes", .boolean, default: .boolean(true),
          "whether the third number is a class, not one to predict"),
      ]
    ) { .given($0.tensors("rows")[0], areClasses: $0.boolean("classes")) },
    .init(
      "text", "windows of a text of yours, and at each place the character that comes next",
      options: [
        ExperimentOption("path", .text, "the file, from the notebook's folder"),
        ExperimentOption(
          "context", .integer(1...4096), default: .number(32), "characters in a window"),
      ]
    ) { .external(.text(path: $0.text("path"), context: $0.integer("context"))) },
    .init(
      "csv", "a table of yours; a target of words makes classes, of numbers a regression",
      options: [
        ExperimentOption("path", .text, "the file, from the notebook's folder"),
        ExperimentOption("target", .text, "the column to predict"),
        ExperimentOption(
          "classes", .boolean, default: OptionValue(.null),
          "whether the target's values are classes; default: words are, numbers are not"),
        ExperimentOption(
          "standardize", .boolean, default: .boolean(true),
          "bring each column to mean 0 and deviation 1"),
      ]
    ) {
      .external(
        .csv(
          path: $0.text("path"), target: $0.text("target"),
          classes: $0.has("classes") ? $0.boolean("classes") : nil,
          standardize: $0.boolean("standardize")))
    },
    .init("mnist", "5 000 handwritten digits, 28 × 28, 10 classes (scripts/install-datasets)") {
      _ in
      .external(.digits)
    },
    .init(
      "fashion-mnist", "pictures of clothes, 28 × 28, 10 classes (Debian: dataset-fashion-mnist)",
      options: [
        ExperimentOption(
          "train", .integer(10...60_000), default: .number(60_000), "training pictures"
        ).scaled(by: 20, atLeast: 1000),
        ExperimentOption(
          "test", .integer(10...10_000), default: .number(10_000), "test pictures"
        ).scaled(by: 10, atLeast: 500),
      ]
    ) {
      .external(.fashionMNIST(train: $0.integer("train"), test: $0.integer("test")))
    },
  ])

  private static let length = ExperimentOption(
    "length", .integer(2...1000), default: .number(20), "steps of a sequence")

  /// An entry that is made from a formula; `samples` is its main option.
  private static func synthetic(
    _ name: Name, _ summary: StaticString, noise: Double, option: ExperimentOption? = nil,
    data: @escaping @Sendable (_ options: Options, _ samples: Int) -> SyntheticData
  ) -> Catalog<DataSource>.Kind {
    let common = common(noise: noise)
    return Catalog<DataSource>.Kind(
      name, summary, options: option.map { common + [$0] } ?? common
    ) { options in
      .synthetic(SyntheticSource(options) { data(options, $0) })
    }
  }

  private static func common(noise: Double) -> [ExperimentOption] {
    [
      ExperimentOption(
        "samples", .integer(4...100_000), default: .number(200), "number of points"
      ).scaled(by: 4, atLeast: 50),
      ExperimentOption(
        "noise", .number(0...10), default: .number(noise), "standard deviation of the noise"),
    ]
  }

  /// Points of the square from −1 to 1 by a formula.
  private static func ofFormula(
    _ name: Name, _ summary: StaticString, formula fallback: Name, isParted: Bool
  ) -> Catalog<DataSource>.Kind {
    let formula = ExperimentOption(
      "formula", .formula, default: .name(fallback), "of x and y, from -1 to 1")
    return Catalog<DataSource>.Kind(
      name, summary, options: [formula] + common(noise: isParted ? 0.05 : 0.1)
    ) { options in
      .synthetic(
        SyntheticSource(options) { samples in
          let height = try? Formula(options.text("formula"))
          return .surface(
            isParted ? "boundary" : "surface", samples: samples, noise: options.float("noise"),
            isParted: isParted
          ) { x, y in height.map { Float($0(Double(x), Double(y))) } ?? .nan }
        })
    }
  }
}
