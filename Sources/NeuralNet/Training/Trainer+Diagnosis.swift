extension Trainer {
  /// Names the first number of a step that is not finite.
  func diagnose(_ failed: TrainingBatch) -> Divergence {
    let last = max(recipe.layers.count - 1, 0)
    guard let found = replay(failed) else {
      return divergence(last, .loss, Double(failed.loss.pointee))
    }
    let value = Double(found.value)
    return switch found.place {
    case .loss: divergence(last, .loss, value)
    case .gradient: divergence(found.layer, .gradient, value)
    case .parameter: divergence(found.layer, .parameter, value)
    case .activation, .input: divergence(found.layer, .activation, value)
    }
  }

  /// Repeats the step, which changed nothing, on a program that shares no memory.
  private func replay(_ failed: TrainingBatch) -> NonFinite? {
    do throws(ShapeError) {
      let batch = try TrainingBatch(
        network, loss: recipe.loss, targetCount: data.targetCount, rows: failed.rows, steps: 1,
        update: nil)
      batch.program.stepNumber = failed.program.stepNumber
      batch.program.seed = failed.program.seed
      batch.program.part = failed.program.part
      batch.program.options = failed.program.options
      batch.program.write(batch.input, failed.program.read(failed.input))
      batch.program.write(batch.target, failed.program.read(failed.target))
      return batch.program.firstNonFinite()
    } catch {
      return nil  // cannot be: the failed batch has the same shapes
    }
  }

  private func divergence(_ layer: Int, _ kind: Divergence.Kind, _ value: Double) -> Divergence {
    Divergence(
      step: stepCount + 1, epoch: epochCount + 1, layer: layer, kind: kind, value: value,
      learningRate: currentLearningRate, recentLosses: recentLosses.ordered)
  }
}
