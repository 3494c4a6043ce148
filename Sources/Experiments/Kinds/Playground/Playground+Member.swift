import NeuralNet
import Plotting

extension PlaygroundStudy {
  /// The training.
  final class Member: ValidatedMember {
    let features: [PlaneFeature]
    let grid: AnswerGrid
    let unseen: Dataset
    let training: ValidatedTraining
    private var penalties: [Double] = []

    init(
      features: [PlaneFeature], grid: AnswerGrid, unseen: Dataset, training: ValidatedTraining
    ) {
      self.features = features
      self.grid = grid
      self.unseen = unseen
      self.training = training
    }

    func advance(isCancelled: () -> Bool) -> Bool {
      let isMore = training.advance(isCancelled: isCancelled)
      let trainer = training.trainer, penalty = trainer.recipe.updates.regularization
      if penalty.isInLoss, trainer.epochCount > penalties.count {
        let isOn = trainer.epochCount > penalty.delay
        penalties.append(isOn ? trainer.network.penalty(penalty) : 0)
      }
      return isMore
    }

    func outcome() -> Outcome {
      let run = training.run
      let trainer = training.trainer
      var outcome = Outcome(
        run: run, parameters: trainer.network.parameterCount,
        answers: grid.answers(of: trainer) { PlaneFeature.rows(features, of: $0) },
        units: UnitMaps.values(trainer.network, features, over: grid),
        values: trainer.network.allValues, penalties: penalties)
      if trainer.epochCount == 0, run.divergence == nil {
        outcome.untrained = [trainer.data, unseen].map { Double(trainer.evaluate($0).loss) }
      }
      return outcome
    }
  }
}
