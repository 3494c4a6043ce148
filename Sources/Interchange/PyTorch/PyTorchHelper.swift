/// What a program needs besides `torch.nn`: classes and functions of a few lines, printed once.
enum PyTorchHelper: String, CaseIterable {
  case channelsFirst = "channels_first"
  case channelsLast = "channels_last"
  case returnsChannelsFirst = "returns_channels_first"
  case returnsChannelsLast = "returns_channels_last"
  case tokens
  case dropout2014 = "Dropout2014"
  case softmaxAt = "SoftmaxAt"
  case reshape = "Reshape"
  case sinusoidalPositions = "SinusoidalPositions"
  case learnedPositions = "LearnedPositions"
  case selfAttention = "SelfAttention"
  case causal
  case sequence
  case lastState = "last_state"
  case residual = "Residual"
  case parallel = "Parallel"
  case repeated = "Repeated"

  /// Its definition.
  var source: String {
    switch self {
    case .channelsFirst:
      Self.before("channels_first", "with the channels first, as layers of images need it", -1, 1)
    case .channelsLast:
      Self.before("channels_last", "with the channels last, as layers of features need it", 1, -1)
    case .returnsChannelsFirst: Self.after("returns_channels_first", "channels first", -1, 1)
    case .returnsChannelsLast: Self.after("returns_channels_last", "channels last", 1, -1)
    case .tokens: Self.tokensSource
    case .dropout2014: Self.dropout2014Source
    case .softmaxAt: Self.softmaxAtSource
    case .reshape: Self.reshapeSource
    case .sinusoidalPositions: Self.sinusoidalSource
    case .learnedPositions: Self.learnedSource
    case .selfAttention: Self.selfAttentionSource
    case .causal: Self.causalSource
    case .sequence: Self.sequenceSource
    case .lastState: Self.lastStateSource
    case .residual: Self.residualSource
    case .parallel: Self.parallelSource
    case .repeated: Self.repeatedSource
    }
  }

  private static func before(_ name: String, _ purpose: String, _ from: Int, _ to: Int) -> String {
    """
    def \(name)(module):
        \"""Hands `module` its input \(purpose).\"""
        module.register_forward_pre_hook(lambda _, inputs: (inputs[0].movedim(\(from), \(to)),))
        return module
    """
  }

  private static func after(_ name: String, _ purpose: String, _ from: Int, _ to: Int) -> String {
    """
    def \(name)(module):
        \"""Hands on the output of `module` with the \(purpose).\"""
        module.register_forward_hook(lambda _, inputs, output: output.movedim(\(from), \(to)))
        return module
    """
  }
}
