import NeuralNet
import Plotting

/// What all experiments that train have in common: a loss for the data, a network that fits them,
/// and a recipe.
struct TrainingSetup {
  let loss: Loss
  let lossName: Text
  let optimizer: OptimizerSetting
  let schedule: ScheduleSetting
  let updates: UpdateOptions
  let initializer: Initializer
  let activation: Activation
  let epochs: Int
  /// Rows a step; nil for all at once.
  let batchSize: Int?
  let seed: UInt64

  /// The options in common but for the data and the network.
  static func options(
    optimizer: Name = "adam", epochs: Int, batch: OptionValue = OptionValue(.null),
    showsControls: Bool = false
  ) -> [ExperimentOption] {
    [
      ExperimentOption(
        "activation", .variant(Catalogs.activations.variants), default: .name("tanh"),
        "between the dense layers of the short form"
      ).control(.choice(["relu", "tanh", "sigmoid", showsControls ? "linear" : "gelu"])),
      ExperimentOption(
        "loss", .variant(Catalogs.losses.variants), default: OptionValue(.null),
        "default: mse for numbers, bce for two classes, cross-entropy for more"
      ).control(.choice(["bce", "mse", "hinge"]), isUsual: showsControls, isFolded: true),
      ExperimentOption(
        "optimizer", .variant(Catalogs.optimizers.variants), default: .name(optimizer),
        "how gradients become steps"
      ).control(
        .choice(["sgd", "rmsprop", "adam", "adamw"]), isUsual: showsControls, isFolded: true
      )
      .control(
        .logarithmic(0.00001...10), "rate", label: "Learning rate", of: .main,
        isUsual: showsControls
      )
      .control(
        .slider(0...0.99, step: 0.01), "momentum", label: "Momentum", of: .inner("momentum"),
        isUsual: showsControls, isFolded: true),
      ExperimentOption(
        "schedule", .variant(Catalogs.schedules.variants), default: .name("constant"),
        "how the learning rate changes"),
      ExperimentOption(
        "regularization", .variant(Catalogs.regularizations.variants), default: .name("none"),
        "what keeps weights small"
      ).control(.choice(["none", "l1", "l2"]), isUsual: showsControls)
        .control(
          .logarithmic(0.00001...10), "strength", label: "Strength of the penalty",
          of: .inner("strength"), isUsual: showsControls
        )
        .control(
          .slider(0...200, step: 5), "after", label: "Epochs before the penalty",
          of: .inner("after"), isUsual: showsControls),
      ExperimentOption(
        "clip", .variant(Catalogs.clippings.variants), default: .name("none"),
        "what keeps gradients small"),
      ExperimentOption(
        "accumulate", .integer(1...10_000), default: .number(1), "batches that make one update"),
      ExperimentOption(
        "initializer", .variant(Catalogs.initializers.variants), default: .name("pytorch"),
        "how weights are drawn"),
      ExperimentOption(
        "epochs", .integer(1...100_000), default: .number(Double(epochs)),
        "passes over the training data"
      ).scaled(by: 10, atLeast: 2).control(.count(10...2000), isUsual: showsControls),
      ExperimentOption(
        "batch", .integer(1...100_000), default: batch, "rows a step; default: all at once"
      ).control(.count(1...100), label: "Rows a step", isUsual: showsControls, isFolded: true),
    ]
  }

  /// Reads the options; the loss follows from the data where the block gives none.
  init(_ options: Options, _ context: Context, data: Dataset) throws(ExperimentError) {
    if options.has("loss") {
      loss = Catalogs.losses.product(options, "loss")
      lossName = Catalogs.losses.variants[options.variant("loss").kind].name.text
    } else {
      (loss, lossName) = Self.defaultLoss(for: data.task)
    }
    optimizer = Catalogs.optimizers.product(options, "optimizer")
    schedule = Catalogs.schedules.product(options, "schedule")
    updates = UpdateOptions(
      clipping: Catalogs.clippings.product(options, "clip"),
      regularization: Catalogs.regularizations.product(options, "regularization"),
      averaging: options.has("average") ? options.number("average") : nil,
      accumulation: options.integer("accumulate"))
    initializer = Catalogs.initializers.product(options, "initializer")
    activation = Catalogs.activations.product(options, "activation")
    epochs = options.integer("epochs")
    batchSize = options.has("batch") ? options.integer("batch") : nil
    seed = context.seed(options)
    try requireFittingLoss(data, at: options.place("loss"))
  }

  private static func defaultLoss(for task: Dataset.Task) -> (Loss, Text) {
    switch task {
    case .regression: (.mse, "mse")
    case .binary: (.bce, "bce")
    case .classes: (.crossEntropy, "cross-entropy")
    }
  }

  /// The data with the targets that the loss takes: −1 for 0 with the hinge.
  func fitted(_ data: Dataset) -> Dataset {
    guard loss.name == Loss.hinge().name else { return data }
    var data = data
    for i in data.targets.indices where data.targets[i] == 0 { data.targets[i] = -1 }
    return data
  }

  private func requireFittingLoss(_ data: Dataset, at place: OptionValue.Place?)
    throws(ExperimentError)
  {
    let isClasses = if case .classes = data.task { true } else { false }
    if isClasses, !loss.takesClasses {
      throw .conflict(
        "loss is \(lossName), expected cross-entropy or multi-hinge: the data have "
          + data.targetsInWords, at: place)
    }
    if !isClasses, loss.takesClasses {
      throw .conflict(
        "the data have \(data.targetsInWords), expected several classes for the loss \(lossName)",
        at: place)
    }
    if loss.takesTwoClasses, data.task != .binary {
      throw .conflict(
        "the data have \(data.targetsInWords), expected two classes for the loss \(lossName)",
        at: place)
    }
    _ = try loss.fitted(to: data.outputCount, at: place)
  }
}

// MARK: - Networks

extension TrainingSetup {
  /// The layers of `architecture`, checked against the data.
  func layers(_ architecture: Architecture, for data: Dataset, at place: OptionValue.Place?)
    throws(ExperimentError) -> [Layer]
  {
    let layers = architecture.layers(activation: activation)
    if let inputs = architecture.inputs, inputs != data.featureCount {
      throw .conflict(
        "layers begins with \(inputs), but the data have \(data.featureCount) features", at: place)
    }
    let network = try GivenNetwork.network(
      inputs: data.featureCount, layers: layers, machine: Machine(), architecture, at: place)
    let expected = data.outputCount
    // A text may use fewer characters than a vocabulary has room for.
    let isText = data.targetCount > 1 && loss.takesClasses && network.outputs > expected
    guard network.outputs == expected || isText && network.outputs % data.targetCount == 0 else {
      throw .conflict(
        "layers ends with \(network.outputs), but the data need \(expected) outputs", at: place)
    }
    return layers
  }

  /// The recipe of one run.
  ///
  /// - Parameters:
  ///   - learningRate: in place of the optimizer's.
  ///   - member: number of the run, added to the seed.
  func recipe(
    layers: [Layer], for data: Dataset, learningRate: Float? = nil, member: Int = 0
  ) -> TrainingRecipe {
    TrainingRecipe(
      layers: layers, loss: loss, optimizer: optimizer.optimizer,
      learningRate: learningRate ?? self.optimizer.learningRate,
      schedule: schedule.schedule(epochs, updatesPerEpoch(data)), updates: updates,
      initializer: initializer, epochs: epochs, batchSize: batchSize,
      seed: seed &+ UInt64(member))
  }

  private func updatesPerEpoch(_ data: Dataset) -> Int {
    let rows = min(batchSize ?? data.count, data.count) * updates.accumulation
    return (data.count + rows - 1) / rows
  }

  /// A trainer, or a problem at the option that describes the network.
  func trainer(
    _ recipe: TrainingRecipe, data: Dataset, machine: Machine, at place: OptionValue.Place?
  ) throws(ExperimentError) -> Trainer {
    do throws(ShapeError) {
      return try Trainer(recipe, data: fitted(data), machine: machine)
    } catch {
      throw .unfit(error, nil, at: place)
    }
  }
}
