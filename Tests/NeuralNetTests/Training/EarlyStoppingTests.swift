import Testing

@testable import NeuralNet

/// Sequences of validation numbers, followed by hand.
struct EarlyStoppingTests {
  private struct Course: Equatable {
    var best: Int?
    var stopped: Int?
  }

  private func course(_ losses: [Float], _ stopping: EarlyStopping?) -> Course {
    var improvement = Improvement(stopping), course = Course()
    for (index, loss) in losses.enumerated() where course.stopped == nil {
      let evaluation = Evaluation(loss: loss, accuracy: 1 - loss)
      if improvement.record(evaluation, epoch: index + 1) { course.best = index + 1 }
      #expect(improvement.bestEpoch == course.best)
      if improvement.isOver(epoch: index + 1) { course.stopped = index + 1 }
    }
    return course
  }

  @Test("It ends after as many epochs without a lower number as it has patience")
  func patience() {
    let losses: [Float] = [5, 4, 4, 4.5, 3, 3.5, 3, 3.1, 2]
    #expect(course(losses, EarlyStopping(patience: 1)) == Course(best: 2, stopped: 3))
    #expect(course(losses, EarlyStopping(patience: 2)) == Course(best: 2, stopped: 4))
    #expect(course(losses, EarlyStopping(patience: 3)) == Course(best: 5, stopped: 8))
    #expect(course(losses, EarlyStopping(patience: 4)) == Course(best: 9, stopped: nil))
    #expect(course(losses, nil) == Course(best: 9, stopped: nil))
    #expect(course([1, 2, 2], EarlyStopping(patience: 0)) == Course(best: 1, stopped: 2))
  }

  @Test("Small improvements count once they add up, and the best epoch is the best all the same")
  func minimumChange() {
    let losses: [Float] = [1, 0.95, 0.85, 0.8, 0.76, 0.74, 0.9]
    // Progress over 1 only at 0.85, then over 0.85 only at 0.74.
    let stopping = EarlyStopping(patience: 3, minimumChange: 0.1)
    #expect(course(losses, stopping) == Course(best: 6, stopped: nil))
    let impatient = EarlyStopping(patience: 2, minimumChange: 0.1)
    #expect(course(losses, impatient) == Course(best: 5, stopped: 5))
    #expect(EarlyStopping(patience: 1, minimumChange: -1).minimumChange == 0)
    #expect(EarlyStopping(patience: 1, minimumChange: .nan).minimumChange == 0)
  }

  @Test("An accuracy shall rise; that of a regression is none, and the loss is watched")
  func accuracy() {
    let rising = EarlyStopping(patience: 2, metric: .accuracy)
    #expect(course([0.5, 0.4, 0.4, 0.3, 0.6, 0.7], rising) == Course(best: 4, stopped: 6))
    var improvement = Improvement(rising)
    for (epoch, loss) in [(1, 3), (2, 2)] as [(Int, Float)] {
      let isBest = improvement.record(Evaluation(loss: loss, accuracy: .nan), epoch: epoch)
      #expect(isBest)
    }
  }

  @Test("A number is better than NaN, and NaN better than nothing")
  func notANumber() {
    let stopping = EarlyStopping(patience: 2)
    #expect(course([.nan, 3, 4, .nan], stopping) == Course(best: 2, stopped: 4))
    #expect(course([.nan, .nan, .nan], stopping) == Course(best: 1, stopped: 3))
  }

  @Test("The defaults are those of the documentation")
  func defaults() {
    let stopping = EarlyStopping(patience: 7)
    #expect(stopping.metric == .loss && stopping.minimumChange == 0 && stopping.restoresBest)
    let plan = RunPlan()
    #expect(plan.validation == nil && !plan.judgesTraining && plan.evaluationInterval == 1)
    #expect(plan.stopping == nil && plan.maximumSteps == nil)
    #expect(RunPlan(evaluationInterval: 0).evaluationInterval == 1)
  }
}
