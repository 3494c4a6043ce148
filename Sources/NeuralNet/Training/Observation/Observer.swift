/// Which steps of a run are looked into, and who is told what they did.
///
/// An observed step is computed twice: once more by a program that keeps every layer's result and
/// gradient. Training itself does what it would do alone, to the bit.
public struct Observer {
  /// Some steps of a run.
  public enum Times: Equatable, Sendable {
    /// The first step, and each one that comes `n` after an observed one.
    case steps(every: Int)
    /// The first step of the first epoch, and of each one that comes `n` after an observed one.
    case epochs(every: Int)
    /// The steps with these numbers, from 1.
    case these([Int])
  }

  /// The steps.
  public var times: Times
  /// The edges of the histograms of what layers give; nil for no histograms.
  public var outputEdges: [Float]?
  /// The edges of the histograms of gradients; nil for no histograms.
  public var gradientEdges: [Float]?
  /// The edges of the histograms of parameters; nil for no histograms.
  public var parameterEdges: [Float]?
  /// Gets each observed step once it is done.
  public var receive: (StepObservation) -> Void

  /// Describes an observer.
  public init(
    _ times: Times, outputEdges: [Float]? = nil, gradientEdges: [Float]? = nil,
    parameterEdges: [Float]? = nil, receive: @escaping (StepObservation) -> Void
  ) {
    self.times = times
    self.outputEdges = outputEdges
    self.gradientEdges = gradientEdges
    self.parameterEdges = parameterEdges
    self.receive = receive
  }

  /// Whether the next step of a trainer is observed.
  func observes(stepCount: Int, epochCount: Int, stepInEpoch: Int) -> Bool {
    switch times {
    case .steps(let every): stepCount % max(every, 1) == 0
    case .epochs(let every): stepInEpoch == 0 && epochCount % max(every, 1) == 0
    case .these(let steps): steps.contains(stepCount + 1)
    }
  }
}
