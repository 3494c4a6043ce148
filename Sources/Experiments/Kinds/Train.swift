import NeuralNet
import Plotting

extension Experiment {
  /// One network on any data.
  public static let train = Experiment(
    "train", "one network on any data, judged by unseen rows",
    section: "38 Build your first network",
    options: [
      BlockData.option(),
      ExperimentOption(
        "layers", .layers, default: .numbers([2, 16, 16, 1]),
        "sizes from inputs to outputs, or a list of layers"
      ).control(.count(1...128), "hidden", label: "Units a layer", of: .hidden),
      ExperimentOption(
        "validation-samples", .integer(1...100_000), default: OptionValue(.null),
        "unseen rows to judge by; default: 200 made ones, a fifth of a table, all test pictures"
      ).scaled(by: 4, atLeast: 50),
      ExperimentOption(
        "early-stopping", .variant(Catalogs.earlyStoppings.variants), default: .name("none"),
        "when training ends before its last epoch"),
      ExperimentOption(
        "average", .number(0...0.999999), default: OptionValue(.null),
        "share that a moving average of the weights keeps at each update; judged besides them"),
    ] + TrainingSetup.options(epochs: 100, batch: .number(32)),
    metrics: [
      ("train-loss", "loss on the training rows at the end"),
      ("validation-loss", "the same on unseen rows"),
      ("accuracy", "share of right answers on unseen rows; for classes"),
      ("train-accuracy", "the same on the training rows"),
      ("averaged-loss", "loss of the averaged weights on unseen rows; with `average`"),
      ("averaged-accuracy", "share of right answers of the averaged weights; with `average`"),
      ("best-epoch", "epoch at which the validation loss was lowest"),
      ("epochs", "epochs that were run"),
      ("parameters", "weights and biases of the network"),
    ],
    work: .study(TrainingStudy.self))
}
