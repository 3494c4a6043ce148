import Kernels

/// What a recurrent layer does at each time.
///
/// `x W + b` and `h W + b` have a column for each unit and gate, gates in PyTorch's order.
///
/// - Source: PyTorch's `nn.RNN`, `nn.LSTM` and `nn.GRU`.
public enum RecurrentCell: Equatable, Sendable {
  /// `h = tanh(x W + b + h W + b)`.
  case tanh
  /// `h = max(x W + b + h W + b, 0)`.
  case relu
  /// Gates i, f, g, o: `c = σ(f) c + σ(i) tanh g`, `h = σ(o) tanh c`.
  case lstm
  /// Gates r, z, n: `n = tanh(x W + b + σ(r) (h W + b))`, `h = (1 − σ(z)) n + σ(z) h`.
  case gru

  /// What reports call a layer of such cells.
  public var name: Name {
    switch self {
    case .tanh, .relu: "rnn"
    case .lstm: "lstm"
    case .gru: "gru"
    }
  }

  /// Values for each unit in a product.
  var gates: Int {
    switch self {
    case .tanh, .relu: 1
    case .lstm: 4
    case .gru: 3
    }
  }

  /// Numbers that the gradient needs for each unit and time, besides gates and states.
  var keptValues: Int {
    switch self {
    case .tanh, .relu: 0
    case .lstm: 2
    case .gru: 1
    }
  }

  func kernel(_ table: KernelTable) -> Kernel {
    switch self {
    case .tanh, .relu: table.rnn
    case .lstm: table.lstm
    case .gru: table.gru
    }
  }

  func gradientKernel(_ table: KernelTable) -> Kernel {
    switch self {
    case .tanh, .relu: table.rnnGradient
    case .lstm: table.lstmGradient
    case .gru: table.gruGradient
    }
  }
}
