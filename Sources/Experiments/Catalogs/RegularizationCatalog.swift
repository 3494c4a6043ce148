public import NeuralNet

/// What keeps weights small.
public struct Regularization: Sendable, Equatable {
  /// λ of the penalty ½ λ ‖θ‖², whose gradient λ θ is added to the loss's.
  public var l2 = 0.0
}

extension Catalogs {
  /// The penalties.
  public static let regularizations = Catalog<Regularization>(kinds: [
    .init("none", "no penalty") { _ in Regularization() },
    .init(
      "l2", "½ λ ‖θ‖² is added to the loss",
      options: [
        ExperimentOption("strength", .number(0...10), default: .number(0.001), "λ")
      ]
    ) { Regularization(l2: $0.number("strength")) },
  ])

  /// The rules for ending early; nil never does.
  public static let earlyStoppings = Catalog<EarlyStopping?>(kinds: [
    .init("none", "all epochs are run") { _ in nil },
    .init(
      "patience", "end when the validation loss has not fallen for some epochs; keep the best",
      options: [
        ExperimentOption(
          "epochs", .integer(1...100_000), default: .number(50), "epochs without improvement")
      ]
    ) { EarlyStopping(patience: $0.integer("epochs")) },
  ])
}
