/// A text as windows of tokens, each with the tokens that come next: what a language model learns.
///
/// A token is a byte; its number is its place among the bytes that occur, in ascending order.
public struct TextWindows: Sendable {
  /// The bytes that occur in the text, ascending.
  public let vocabulary: [UInt8]
  /// Windows of the first part of the text, `[context]` tokens and `[context]` following ones each.
  public let training: Dataset
  /// Windows of the rest; nil if it is too short for one.
  public let validation: Dataset?

  /// Cuts a text.
  ///
  /// - Parameters:
  ///   - context: tokens in a window, at least 1.
  ///   - stride: tokens from the start of a window to that of the next, at least 1; default
  ///     `context`, each token once.
  ///   - validation: the share of the text, from its end, that is not trained on, in [0, 1); default
  ///     0.1. No window reaches over the cut.
  /// - Throws: `DataError.invalidRow` for a context below 1, `.empty` if the training part is too
  ///   short for a window.
  public init(
    _ text: [UInt8], context: Int, stride: Int? = nil, validation: Float = 0.1
  ) throws(DataError) {
    guard context >= 1 else { throw .invalidRow(featureCount: context, targetCount: context) }
    var occurs = [Bool](repeating: false, count: 256)
    for byte in text { occurs[Int(byte)] = true }
    let vocabulary = occurs.indices.filter { occurs[$0] }.map { UInt8($0) }
    let share = validation > 0 && validation < 1 ? validation : 0
    let cut = text.count - Int((Double(text.count) * Double(share)).rounded(.toNearestOrEven))
    let cutter = WindowCutter(vocabulary, context: context, stride: max(stride ?? context, 1))
    guard let training = cutter.windows(text[..<cut]) else { throw .empty }
    self.vocabulary = vocabulary
    self.training = training
    self.validation = cutter.windows(text[cut...])
  }

  /// The numbers of the bytes of a text; those that are not in the vocabulary are left out.
  public func tokens(_ text: [UInt8]) -> [Float] {
    text.compactMap { byte in vocabulary.firstIndex(of: byte).map { Float($0) } }
  }

  /// The bytes of tokens; numbers of none are left out.
  public func bytes(_ tokens: [Float]) -> [UInt8] {
    tokens.compactMap {
      $0 >= 0 && $0 < Float(vocabulary.count) ? vocabulary[Int($0)] : nil
    }
  }
}

private struct WindowCutter {
  private let numbers: [Float]
  private let vocabulary: [UInt8]
  private let context: Int
  private let stride: Int

  init(_ vocabulary: [UInt8], context: Int, stride: Int) {
    var numbers = [Float](repeating: 0, count: 256)
    for (number, byte) in vocabulary.enumerated() { numbers[Int(byte)] = Float(number) }
    self.numbers = numbers
    self.vocabulary = vocabulary
    self.context = context
    self.stride = stride
  }

  /// All windows that fit; nil if none does.
  func windows(_ text: ArraySlice<UInt8>) -> Dataset? {
    var features: [Float] = [], targets: [Float] = []
    var start = text.startIndex
    while text.endIndex - start > context {
      for at in start..<start + context {
        features.append(numbers[Int(text[at])])
        targets.append(numbers[Int(text[at + 1])])
      }
      guard text.endIndex - start > stride else { break }
      start += stride
    }
    guard !features.isEmpty else { return nil }
    return Dataset(
      unchecked: features, targets, featureCount: context, targetCount: context,
      task: .classes(vocabulary.count), classNames: vocabulary.map { [$0] })
  }
}
