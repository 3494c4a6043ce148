import NeuralNet

extension Catalogs {
  /// Layers for tokens and what attends to them.
  static let attentionLayers: [Catalog<Layer>.Kind] = [
    .trainable(
      "embedding", "a learnt row for each token number", formula: "y = W[token]",
      pytorch: "nn.Embedding",
      options: [
        ExperimentOption("vocabulary", .integer(1...1 << 20), "different tokens"),
        ExperimentOption("width", size, default: .number(16), "numbers for each"),
      ]
    ) { .embedding($0.integer("vocabulary"), $0.integer("width")) },
    .trainable(
      "positions", "adds to each place of a sequence what tells the place",
      formula: "P[t, 2i] = sin(t / 10000^(2i / width)), P[t, 2i + 1] = cos of the same; or learned",
      pytorch: "a module of one's own; learned: nn.Embedding of the places",
      options: [
        ExperimentOption(
          "kind", .choice(["sinusoidal", "learned"]), default: .name("sinusoidal"),
          "waves, or a learnt row for each place"),
        ExperimentOption(
          "length", .integer(1...65_536), default: OptionValue(.null),
          "longest sequence of learned ones; default: as long as the data's"),
      ]
    ) {
      .positions(
        $0.choice("kind") == 0 ? .sinusoidal : .learned,
        length: $0.has("length") ? $0.integer("length") : nil)
    },
    .trainable(
      "attention", "each place gathers from all places what matches its question",
      formula: "softmax(Q Kᵀ / √d) V for each head, then x W_o + b_o",
      pytorch: "nn.MultiheadAttention(batch_first=True) of x with itself",
      options: [
        heads, causal, dropout,
        ExperimentOption("bias", .boolean, default: .boolean(true), "whether biases are there"),
      ]
    ) {
      .attention(
        heads: $0.integer("heads"), causal: $0.boolean("causal"), dropout: $0.float("dropout"),
        bias: $0.boolean("bias"))
    },
    .trainable(
      "transformer-encoder", "attention and a small network, each beside a skip and a layer norm",
      formula: "x ← norm(x + attention(x)); x ← norm(x + W₂ f(x W₁ + b₁) + b₂)",
      pytorch: "nn.TransformerEncoderLayer(batch_first=True), whose dropout is 0.1",
      options: [
        heads,
        ExperimentOption(
          "feed-forward", size, default: .number(2048), "units of the small network"),
        dropout, causal,
        ExperimentOption(
          "norm-first", .boolean, default: .boolean(false),
          "whether norms stand before attention and network"),
        ExperimentOption(
          "activation", .variant(activations.variants), default: .name("relu"),
          "f, in the small network"),
      ]
    ) {
      .transformerEncoder(
        heads: $0.integer("heads"), feedForward: $0.integer("feed-forward"),
        dropout: $0.float("dropout"), normFirst: $0.boolean("norm-first"),
        activation: activations.product($0, "activation"), causal: $0.boolean("causal"))
    },
  ]

  private static let heads = ExperimentOption(
    "heads", .integer(1...256), default: .number(1),
    "parts of the width, each with its own question")
  private static let causal = ExperimentOption(
    "causal", .boolean, default: .boolean(false), "whether no place sees later ones")
  private static let dropout = ExperimentOption(
    "dropout", share, default: .number(0), "share that is dropped in training")
}
