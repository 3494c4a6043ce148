/// The observer of a run at work: its programs, and the step that it looks into.
final class Observation {
  private let observer: Observer
  private var probes: [StepProbe] = []
  private var pending: StepObservation?
  private var before: [Float] = []

  init(_ observer: Observer) { self.observer = observer }

  /// Looks at the step that comes next, its rows being in place.
  func willRun(_ trainer: Trainer, _ batch: TrainingBatch) {
    guard
      observer.observes(
        stepCount: trainer.stepCount, epochCount: trainer.epochCount,
        stepInEpoch: trainer.position.steps), let probe = probe(trainer, batch)
    else { return }
    probe.run(batch)
    pending = probe.observation(trainer, observer)
    let store = trainer.network.store
    before = Array(UnsafeBufferPointer(start: store.values.floats, count: store.count))
  }

  /// Hands out what was observed, with what the update changed.
  func didRun(_ trainer: Trainer) {
    guard var observed = pending else { return }
    pending = nil
    let store = trainer.network.store
    for (index, info) in trainer.network.parameters.enumerated() {
      let start = store.offsets[index]
      var change = 0.0
      for i in start..<start + info.shape.count {
        let difference = Double(store.values.floats[i]) - Double(before[i])
        change += difference * difference
      }
      observed.parameters[index].updateNorm = change.squareRoot()
    }
    observer.receive(observed)
  }

  private func probe(_ trainer: Trainer, _ batch: TrainingBatch) -> StepProbe? {
    if let known = probes.first(where: { $0.rows == batch.rows }) { return known }
    do throws(ShapeError) {
      let made = try StepProbe(trainer, rows: batch.rows)
      probes.append(made)
      return made
    } catch {
      return nil  // cannot be: the batch has the same shapes
    }
  }
}
