public import Kernels

/// `y = x m`: in training each m is 0 with probability `rate`, else 1 or `1 / (1 − rate)`.
///
/// What is dropped depends on the program's seed, the number of the update, the operation's place
/// among the random ones of its graph, and the number of the element; so nothing is kept for the
/// gradient, which draws the same again. The rate is a multiple of 2⁻¹⁶.
///
/// - Source: Dropout: a simple way to prevent neural networks from overfitting, Srivastava et al.
///   2014.
public final class Dropout: Operation {
  /// Where the mean is kept as it would be without dropout.
  public enum Scaling: Sendable {
    /// What is kept is divided by `1 − rate` in training; evaluation does nothing.
    case training
    /// Training leaves what is kept as it is; evaluation multiplies all by `1 − rate`, as the paper
    /// of 2014 does.
    case evaluation
  }

  let rate: Float
  let scaling: Scaling
  let salt: UInt32

  init(rate: Float, scaling: Scaling, salt: UInt32) {
    self.rate = rate
    self.scaling = scaling
    self.salt = salt
  }

  /// "dropout".
  public var name: Name { "dropout" }
  /// The result may lie where x lay; it is x in evaluation, unless that scales.
  public var traits: Traits {
    Traits(inPlaceInput: 0, isIdentityInEvaluation: scaling == .training)
  }

  /// That of x.
  public func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { inputs[0] }

  /// One step.
  public func emit(_ site: Site, into steps: inout [Step]) {
    var step = site.elementwise(site.kernels.dropout)
    let scalesNow = (scaling == .evaluation) == site.isEvaluating
    step.draw = Draw(salt: salt, threshold: site.isEvaluating ? 0 : threshold)
    step.s0 = !scalesNow ? 1 : site.isEvaluating ? 1 - rate : 1 / (1 - rate)
    steps.append(step)
  }

  /// What a random number must reach to keep its element; 16 bits decide, in the upper half of 32.
  private var threshold: UInt32 {
    min(UInt32((rate * 0x1p16).rounded(.toNearestOrEven)), 0xFFFF) << 16
  }

  /// `dx = dy m`, m drawn again.
  public func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    [graph.insert(self, [dy], graph.shape(y))]
  }
}

extension Graph {
  /// Adds dropout with random numbers of its own: what a layer that drops parts of its inner values
  /// calls.
  ///
  /// - Parameter rate: the share that is dropped, in [0, 1); 0 adds nothing.
  /// - Throws: `ShapeError.outOfRange` for another rate.
  public mutating func dropout(
    _ x: Value, rate: Float, scaling: Dropout.Scaling = .training
  ) throws(ShapeError) -> Value {
    guard rate >= 0, rate < 1 else { throw .outOfRange(operation: "dropout", value: rate) }
    let salt = nextSalt()
    return rate == 0 ? x : try add(Dropout(rate: rate, scaling: scaling, salt: salt), [x])
  }
}
