/// What a training step computed and changed.
public struct StepObservation: Equatable, Sendable {
  /// The result of a layer, for the rows of the step.
  public struct Layer: Equatable, Sendable {
    /// Its numbers.
    public let output: NumberSummary
    /// How the loss changes with them; nil if it does not depend on them.
    public let gradient: NumberSummary?
    /// Its units: the extent of its last axis.
    public let units: Int
    /// How many units are zero in all rows, as dead ReLUs are.
    public let deadUnits: Int
  }

  /// A parameter, in the order of the network's.
  public struct Parameter: Equatable, Sendable {
    /// Its numbers before the update.
    public let values: NumberSummary
    /// How the loss changes with them, before clipping; nil if it does not depend on them, or they
    /// are not trained.
    public let gradient: NumberSummary?
    /// The norm of what the update added, `‖Δp‖`; 0 if the step diverged.
    public internal(set) var updateNorm = 0.0

    /// `‖Δp‖ / ‖p‖`; about 0.001 is healthy. 0 without an update, infinite for one of zeros.
    public var updateRatio: Double {
      values.norm > 0 ? updateNorm / values.norm : updateNorm > 0 ? .infinity : updateNorm
    }
  }

  /// The number of the step, from 1.
  public let step: Int
  /// The number of its epoch, from 1.
  public let epoch: Int
  /// The mean loss over its rows.
  public let loss: Float
  /// The size of the update.
  public let learningRate: Float
  /// The norm of the gradients of all parameters, `√Σ g²`, before clipping.
  public let gradientNorm: Double
  /// The layers of the model in their order.
  public let layers: [Layer]
  /// The parameters of the network in their order.
  public internal(set) var parameters: [Parameter]
}
