/// Everything that decides a training run but the data: a plain value.
public struct TrainingRecipe: Sendable {
  /// The model.
  public var layers: [Layer]
  /// What is made small.
  public var loss: Loss
  /// How gradients change parameters.
  public var optimizer: any Optimizer
  /// The size of an update; with a schedule, what the schedule is given.
  public var learningRate: Float
  /// How the learning rate changes; default not at all.
  public var schedule: Schedule
  /// What surrounds the optimizer's rule: clipping, decay, accumulation, a moving average.
  public var updates: UpdateOptions
  /// What the parameters start with.
  public var initializer: Initializer
  /// Passes over the data that the run shall make; a trainer makes one at a time.
  public var epochs: Int
  /// Rows of a step, at least 1; nil, or more than there are, means all.
  public var batchSize: Int?
  /// Whether each epoch takes the rows in another order; without effect on full batches.
  public var shuffles: Bool
  /// Whether rows that are too few for a batch make a step of their own at the end of an epoch.
  public var keepsShortBatch: Bool
  /// What all random numbers depend on.
  public var seed: UInt64

  /// Describes a run.
  public init(
    layers: [Layer], loss: Loss, optimizer: any Optimizer, learningRate: Float,
    schedule: Schedule = .constant, updates: UpdateOptions = UpdateOptions(),
    initializer: Initializer = .pytorchDefault, epochs: Int = 1, batchSize: Int? = nil,
    shuffles: Bool = true, keepsShortBatch: Bool = true, seed: UInt64 = 1
  ) {
    self.layers = layers
    self.loss = loss
    self.optimizer = optimizer
    self.learningRate = learningRate
    self.schedule = schedule
    self.updates = updates
    self.initializer = initializer
    self.epochs = epochs
    self.batchSize = batchSize
    self.shuffles = shuffles
    self.keepsShortBatch = keepsShortBatch
    self.seed = seed
  }
}
