extension RandomStream {
  /// What random numbers are used for; two uses of one seed share none.
  public struct Stream: Equatable, Sendable {
    let use: UInt32
    let index: UInt32

    /// A use of its own.
    ///
    /// - Parameters:
    ///   - use: 0 to 15 belong to the engine; experiments begin at 16.
    ///   - index: the parameter, epoch, step or member; only its low 32 bits count.
    public init(use: UInt32, index: Int = 0) {
      self.use = use
      self.index = UInt32(truncatingIfNeeded: index)
    }

    /// The start values of a parameter.
    public static func initialization(parameter: Int) -> Stream { Stream(use: 1, index: parameter) }
    /// Where the points of synthetic data lie.
    public static let data = Stream(use: 2)
    /// What is added to them.
    public static let noise = Stream(use: 3)
    /// Labels that are changed or drawn.
    public static let labels = Stream(use: 4)
    /// The order of rows in an epoch of training, from 0.
    public static func shuffle(epoch: Int) -> Stream { Stream(use: 5, index: epoch) }
    /// Which rows are kept for validation and test.
    public static let split = Stream(use: 6)
    /// What a random operation of a graph, told by its salt, draws; each step of training has
    /// numbers of its own (Kernels/random.h).
    public static func dropout(layer: Int) -> Stream { Stream(use: 7, index: layer) }
    /// What a random operation draws that makes normal deviates; use 8, as in Kernels/random.h.
    public static func normal(operation: Int) -> Stream { Stream(use: 8, index: operation) }
    /// What generators are trained with.
    public static let latentNoise = Stream(use: 9)
    /// What a generator or decoder makes samples of.
    public static let samples = Stream(use: 10)
  }
}
