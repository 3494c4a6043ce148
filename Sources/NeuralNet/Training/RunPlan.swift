/// How a run is judged while it trains, and when it ends besides after its last epoch.
public struct RunPlan: Sendable {
  /// Unseen data to judge by; nil for none.
  public var validation: Dataset?
  /// Whether the training data are judged too, after the epoch and in evaluation mode.
  public var judgesTraining: Bool
  /// Epochs from one evaluation to the next, at least 1; the last epoch has one in any case.
  public var evaluationInterval: Int
  /// When the run ends early; nil for never.
  public var stopping: EarlyStopping?
  /// Steps after which the run ends, those before it counted; nil for no limit.
  public var maximumSteps: Int?

  /// Describes how to run.
  public init(
    validation: Dataset? = nil, judgesTraining: Bool = false, evaluationInterval: Int = 1,
    stopping: EarlyStopping? = nil, maximumSteps: Int? = nil
  ) {
    self.validation = validation
    self.judgesTraining = judgesTraining
    self.evaluationInterval = max(evaluationInterval, 1)
    self.stopping = stopping
    self.maximumSteps = maximumSteps
  }
}
