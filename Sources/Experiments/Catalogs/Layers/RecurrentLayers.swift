import NeuralNet

extension Catalogs {
  /// Layers that go through a sequence place by place.
  static let recurrentLayers: [Catalog<Layer>.Kind] = [
    .trainable(
      "rnn", "a state that each place of a sequence changes",
      formula: "h = f(x W_ih + b_ih + h W_hh + b_hh), f = tanh or relu",
      pytorch: "nn.RNN(batch_first=True)",
      options: [
        units,
        ExperimentOption(
          "activation", .choice(["tanh", "relu"]), default: .name("tanh"), "f"),
      ] + common
    ) {
      .rnn(
        $0.integer("units"), relu: $0.choice("activation") == 1, layers: $0.integer("layers"),
        bidirectional: $0.boolean("bidirectional"), returns: $0.returned,
        dropout: $0.float("dropout"))
    },
    .trainable(
      "lstm", "a state and a memory behind gates",
      formula: "c = f c + i g, h = o tanh c; i, f, o sigmoids and g a tanh of x and h",
      pytorch: "nn.LSTM(batch_first=True), whose forget bias is not raised",
      options: [
        units,
        ExperimentOption(
          "forget-bias", .number(-100...100), default: .number(0),
          "added to the forget gate's bias at the start"),
      ] + common
    ) {
      .lstm(
        $0.integer("units"), layers: $0.integer("layers"),
        bidirectional: $0.boolean("bidirectional"), forgetBias: $0.float("forget-bias"),
        returns: $0.returned, dropout: $0.float("dropout"))
    },
    .trainable(
      "gru", "a state behind two gates",
      formula: "h = (1 − z) n + z h, n = tanh(x W_in + b_in + r (h W_hn + b_hn))",
      pytorch: "nn.GRU(batch_first=True)", options: [units] + common
    ) {
      .gru(
        $0.integer("units"), layers: $0.integer("layers"),
        bidirectional: $0.boolean("bidirectional"), returns: $0.returned,
        dropout: $0.float("dropout"))
    },
  ]

  private static let units = ExperimentOption("units", size, "numbers in the state")
  private static let common = [
    ExperimentOption(
      "layers", .integer(1...32), default: .number(1), "layers on top of each other"),
    ExperimentOption(
      "bidirectional", .boolean, default: .boolean(false), "whether another goes backwards"),
    ExperimentOption(
      "returns", .choice(["last", "sequence"]), default: .name("last"),
      "the state at the end, or that of each place"),
    ExperimentOption(
      "dropout", share, default: .number(0), "share that is dropped between layers"),
  ]
}

extension Options {
  fileprivate var returned: RecurrentOutput { choice("returns") == 0 ? .last : .sequence }
}
