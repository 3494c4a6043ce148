public import NeuralNet

extension Catalogs {
  /// The losses.
  public static let losses = Catalog<Loss>(kinds: ofNumbers + ofClasses)

  /// Losses of numbers: predictions y, targets t, e = y − t.
  private static let ofNumbers: [Catalog<Loss>.Kind] = [
    .init("mse", "mean of (y − t)²", pytorch: "nn.MSELoss") { _ in .mse },
    .init("mae", "mean of |y − t|", pytorch: "nn.L1Loss") { _ in .mae },
    .init(
      "huber", "½ e² for |e| ≤ delta, else delta · (|e| − ½ delta), e = y − t",
      pytorch: "nn.HuberLoss",
      options: [
        ExperimentOption(
          "delta", .number(OptionType.aboveZero...1e6), default: .number(1),
          "where the parabola becomes a line")
      ]
    ) { .huber(delta: $0.float("delta")) },
    .init(
      "smooth-l1", "½ e² / beta for |e| < beta, else |e| − ½ beta, e = y − t",
      pytorch: "nn.SmoothL1Loss",
      options: [
        ExperimentOption(
          "beta", .number(OptionType.aboveZero...1e6), default: .number(1),
          "where the parabola becomes a line")
      ]
    ) { .smoothL1(beta: $0.float("beta")) },
  ]

  /// Losses of classes; z are logits, the raw outputs.
  private static let ofClasses: [Catalog<Loss>.Kind] = [
    .init(
      "bce", "binary cross-entropy of logits: log(1 + exp(−z)) for class 1",
      pytorch: "nn.BCEWithLogitsLoss",
      options: [
        ExperimentOption(
          "positive-weight", .number(OptionType.aboveZero...1e6), default: .number(1),
          "what rows of class 1 count for")
      ]
    ) {
      let weight = $0.float("positive-weight")
      return weight == 1 ? .bce : .bce(positiveWeights: [weight])
    },
    .init(
      "cross-entropy", "−log softmax(z) of the right class, z logits",
      formula: "−Σ q_j w_j log softmax(z)_j, q = (1 − smoothing) onehot + smoothing / classes",
      pytorch: "nn.CrossEntropyLoss",
      options: [
        ExperimentOption(
          "smoothing", .number(0...1), default: .number(0),
          "how much of the target is spread over all classes"),
        classWeights,
      ]
    ) {
      .crossEntropy(classWeights: $0.classWeights, labelSmoothing: $0.float("smoothing"))
    },
    .init(
      "hinge", "mean of max(margin − t z, 0), t = 1 or −1, for two classes",
      pytorch: "none; torch.clamp(margin - t * z, min=0).mean()", options: [margin]
    ) { .hinge(margin: $0.float("margin")) },
    .init(
      "multi-hinge", "how far other classes come within the margin of the right one",
      formula: "1 / classes · Σ_(j ≠ class) max(margin − z_class + z_j, 0)",
      pytorch: "nn.MultiMarginLoss", options: [margin, classWeights]
    ) { .multiClassHinge(margin: $0.float("margin"), classWeights: $0.classWeights) },
  ]

  private static let margin = ExperimentOption(
    "margin", .number(OptionType.aboveZero...1e6), default: .number(1),
    "how far on the right side an output must be")

  private static let classWeights = ExperimentOption(
    "class-weights", .grid(0...1e6), default: OptionValue(.null),
    "what rows of each class count for; default: all the same")
}

extension Options {
  fileprivate var classWeights: [Float] {
    has("class-weights") ? numbers("class-weights").map { Float($0) } : []
  }
}
