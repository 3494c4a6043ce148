public import NeuralNet
public import Plotting

/// Where a block's data come from.
public enum DataSource: Sendable {
  /// Made here, from a seed.
  case synthetic(SyntheticSource)
  /// Written in the notebook: rows of features, the last number of each a class or one to predict.
  case given([[Double]], areClasses: Bool)
  /// Read from files, which only the host can do.
  case external(ExternalData)
}

/// A formula for data, still open in the number of rows.
public struct SyntheticSource: Sendable {
  /// The rows that the block asks for.
  public let samples: Int
  /// The data with another number of rows.
  public let data: @Sendable (_ samples: Int) -> SyntheticData

  init(_ options: Options, data: @escaping @Sendable (_ samples: Int) -> SyntheticData) {
    samples = options.integer("samples")
    self.data = data
  }
}

/// Data that the host reads and passes in through the context.
public enum ExternalData: Sendable, Equatable {
  /// A table of the user's: the path as written, the name of the target column, and whether its
  /// values are classes (nil: words are, numbers are not).
  case csv(path: Text, target: Text, classes: Bool?, standardize: Bool)
  /// Real pictures of clothes, 28 × 28, ten classes, from the Debian package.
  case fashionMNIST(train: Int, test: Int)
  /// Real handwritten digits, 28 × 28, ten classes.
  case digits
  /// A text of the user's, cut into windows of tokens: the path as written.
  case text(path: Text, context: Int)
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
