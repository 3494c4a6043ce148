public import NeuralNet
public import Plotting

/// Where a block's data come from.
public enum DataSource: Sendable {
  /// Made here, from a seed.
  case synthetic(SyntheticData)
  /// Read from files, which only the host can do.
  case external(ExternalData)
}

/// Data that the host reads and passes in through the context.
public enum ExternalData: Sendable, Equatable {
  /// A table of the user's: the path as written, and the name of the target column.
  case csv(path: Text, target: Text, standardize: Bool)
  /// Real pictures of clothes, 28 × 28, ten classes, from the Debian package.
  case fashionMNIST(train: Int, test: Int)
}

/// Data in two parts.
public struct SplitData: Sendable {
  /// What the network learns from.
  public var training: Dataset
  /// What it is judged by; nil if the source has no such part of its own.
  public var test: Dataset?

  /// Data in two parts.
  public init(training: Dataset, test: Dataset? = nil) {
    self.training = training
    self.test = test
  }
}

extension Catalogs {
  /// The data sets.
  public static let datasets = Catalog<DataSource>(kinds: [
    .init("moons", "two interleaved half-circles, 2 classes", options: [samples, noise(0.1)]) {
      .synthetic(.moons(samples: $0.integer("samples"), noise: $0.float("noise")))
    },
    .init(
      "circles", "a circle inside a circle, 2 classes",
      options: [
        samples, noise(0.05),
        ExperimentOption(
          "factor", .number(0.01...0.99), default: .number(0.5), "radius of the inner circle"),
      ]
    ) {
      .synthetic(
        .circles(
          samples: $0.integer("samples"), noise: $0.float("noise"), factor: $0.float("factor")))
    },
    .init(
      "spiral", "arms that wind round each other",
      options: [
        samples, noise(0.1),
        ExperimentOption("classes", .integer(2...8), default: .number(2), "number of arms"),
      ]
    ) {
      .synthetic(
        .spiral(
          samples: $0.integer("samples"), noise: $0.float("noise"),
          classes: $0.integer("classes")))
    },
    .init(
      "xor", "four clusters at the corners of a square, 2 classes", options: [samples, noise(0.2)]
    ) {
      .synthetic(.xor(samples: $0.integer("samples"), noise: $0.float("noise")))
    },
    .init(
      "blobs", "normal clusters",
      options: [
        samples, noise(1),
        ExperimentOption("centers", .integer(2...10), default: .number(3), "number of clusters"),
      ]
    ) {
      .synthetic(
        .blobs(
          samples: $0.integer("samples"), noise: $0.float("noise"),
          centers: $0.integer("centers")))
    },
    .init("line", "y = 2 x − 1 with noise: regression", options: [samples, noise(0.1)]) {
      .synthetic(.line(samples: $0.integer("samples"), noise: $0.float("noise")))
    },
    .init("sine", "y = sin x with noise: regression", options: [samples, noise(0.1)]) {
      .synthetic(.sine(samples: $0.integer("samples"), noise: $0.float("noise")))
    },
    .init(
      "csv", "a table of yours; a target of words makes classes, of numbers a regression",
      options: [
        ExperimentOption("path", .text, "the file, from the notebook's folder"),
        ExperimentOption("target", .text, "the column to predict"),
        ExperimentOption(
          "standardize", .boolean, default: .boolean(true),
          "bring each column to mean 0 and deviation 1"),
      ]
    ) {
      .external(
        .csv(
          path: $0.text("path"), target: $0.text("target"),
          standardize: $0.boolean("standardize")))
    },
    .init(
      "fashion-mnist", "pictures of clothes, 28 × 28, 10 classes (Debian: dataset-fashion-mnist)",
      options: [
        ExperimentOption(
          "train", .integer(10...60_000), default: .number(60_000), "training pictures"),
        ExperimentOption("test", .integer(10...10_000), default: .number(10_000), "test pictures"),
      ]
    ) {
      .external(.fashionMNIST(train: $0.integer("train"), test: $0.integer("test")))
    },
  ])

  private static let samples = ExperimentOption(
    "samples", .integer(4...100_000), default: .number(200), "number of points")

  private static func noise(_ noise: Double) -> ExperimentOption {
    ExperimentOption(
      "noise", .number(0...10), default: .number(noise), "standard deviation of the noise")
  }
}
