import NeuralNet

/// The training loss of one run, epoch by epoch.
struct LossCurve: Sendable {
  /// Mean training loss of each epoch; shorter than asked for when the run stopped.
  var losses: [Double] = []
  /// Why it stopped, if a number became infinite.
  var divergence: Divergence?

  /// The loss of the first epoch, infinite if that already diverged.
  var first: Double { losses.first ?? .infinity }
  /// The loss of the last epoch, infinite if the run stopped.
  var final: Double { divergence == nil ? losses.last ?? .infinity : .infinity }
  /// Whether a number became infinite, or the run ended above the loss that it began with.
  var diverged: Bool { divergence != nil || final > first }
}

/// A training whose losses are wanted.
struct LossTraining: StudyMember {
  private let run: TrainingRun

  init(_ trainer: Trainer) { run = TrainingRun(RunPlan(), of: trainer) }

  var share: Double { run.share }

  func advance(isCancelled: () -> Bool) -> Bool { run.advance(isCancelled: isCancelled) }

  func outcome() -> LossCurve {
    let history = run.ended()
    return LossCurve(
      losses: history.epochs.map { Double($0.loss) }, divergence: history.divergence)
  }
}

extension LossCurve: Recordable {
  func put(into record: inout Record) {
    // They are Float32 numbers.
    record.put(losses.map { Float($0) })
    record.put(divergence)
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    let losses: [Float] = try reader.take()
    self.init(losses: doubles(losses), divergence: try reader.take())
  }
}
