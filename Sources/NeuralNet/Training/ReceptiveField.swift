/// The places of the input that one place of a result depends on, along height and width; of a
/// sequence, along time, which is the width.
public struct ReceptiveField: Equatable, Sendable {
  /// The field in one direction.
  public struct Reach: Equatable, Sendable {
    /// Places that are seen, those of the padding too.
    public let size: Int
    /// Places of the input from one place of the result to the next.
    public let jump: Int
    /// The first place that the first place of the result sees; negative in the padding.
    public let start: Int

    /// The middle of what the first place of the result sees.
    public var center: Float { Float(start) + Float(size - 1) / 2 }

    /// One place sees itself.
    static let one = Reach(size: 1, jump: 1, start: 0)

    /// What is seen through one more window: `r + d (k − 1) j`, `j s` and `first − p j`.
    func through(kernel: Int, stride: Int, padding: Int, dilation: Int) -> Reach {
      Reach(
        size: size + dilation * (kernel - 1) * jump, jump: jump * stride,
        start: start - padding * jump)
    }

    /// What one of two sees; nil if they step differently.
    func union(_ other: Reach) -> Reach? {
      guard jump == other.jump else { return nil }
      let first = min(start, other.start)
      return Reach(
        size: max(start + size, other.start + other.size) - first, jump: jump, start: first)
    }
  }

  /// Along the rows of an image; `one` for a sequence.
  public let height: Reach
  /// Along the columns of an image, or along time.
  public let width: Reach

  /// What a place of the input itself sees.
  public static let one = ReceptiveField(height: .one, width: .one)
}

extension ReceptiveField {
  /// The field behind a model, and behind each of its layers; nil from the first layer that mixes all
  /// places, as recurrent ones and attention do, or whose windows are not known.
  ///
  /// - Source: Computing receptive fields of convolutional neural networks, Araujo, Norris and Sim
  ///   2019, eqs. 2 to 4.
  static func fields(_ layers: [Layer], rank: Int, from start: ReceptiveField?) -> [ReceptiveField?]
  {
    var field = start
    return layers.map { layer in
      field = field.flatMap { $0.through(layer, rank: rank) }
      return field
    }
  }

  private func through(_ layer: Layer, rank: Int) -> ReceptiveField? {
    if let window = layer.window(rank: rank) {
      return ReceptiveField(
        height: window.height.apply(height), width: window.width.apply(width))
    }
    if layer.name == "residual" || layer.name == "parallel" {
      return union(of: layer.branches, rank: rank)
    }
    if layer.name == "repeated", let body = layer.branches.first, let times = layer.numbers.first {
      let all = (0..<Int(times)).flatMap { _ in body }
      return ReceptiveField.fields(all, rank: rank, from: self).last ?? self
    }
    return layer.keepsPlaces ? self : nil
  }

  private func union(of branches: [[Layer]], rank: Int) -> ReceptiveField? {
    var result: ReceptiveField?
    for branch in branches {
      let fields = ReceptiveField.fields(branch, rank: rank, from: self)
      guard let field = branch.isEmpty ? self : fields[branch.count - 1] else { return nil }
      guard let known = result else {
        result = field
        continue
      }
      guard let height = known.height.union(field.height),
        let width = known.width.union(field.width)
      else { return nil }
      result = ReceptiveField(height: height, width: width)
    }
    return result
  }
}

/// The window of a layer in one direction.
private struct LayerWindow {
  var kernel = 1
  var stride = 1
  var padding = 0
  var dilation = 1

  func apply(_ reach: ReceptiveField.Reach) -> ReceptiveField.Reach {
    reach.through(kernel: kernel, stride: stride, padding: padding, dilation: dilation)
  }
}

extension Layer {
  /// The windows of convolutions and pooling, from the layer's numbers.
  fileprivate func window(rank: Int) -> (height: LayerWindow, width: LayerWindow)? {
    func window(_ places: Int...) -> LayerWindow {
      let numbers = places.map { Int(self.numbers[$0]) }
      return LayerWindow(
        kernel: numbers[0], stride: numbers[1], padding: numbers[2],
        dilation: numbers.count > 3 ? numbers[3] : 1)
    }
    if name == "conv1d" { return (LayerWindow(), window(1, 2, 3, 4)) }
    if name == "conv2d" { return (window(1, 3, 5, 7), window(2, 4, 6, 8)) }
    if name == "maxPool" || name == "averagePool" {
      return (rank == 4 ? window(0, 2, 4) : LayerWindow(), window(1, 3, 5))
    }
    return nil
  }

  /// Whether each place of the result depends on the same place of the input alone.
  fileprivate var keepsPlaces: Bool {
    for kind: Name in ["dense", "dropout", "batchNorm", "layerNorm", "rmsNorm", "softmax"]
    where name == kind {
      return true
    }
    return activation != nil
  }
}
