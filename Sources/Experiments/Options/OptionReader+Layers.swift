import NeuralNet
import Plotting

// Networks: the short form `[2, 16, 1]` and the long form, a list of layers.

extension OptionReader {
  /// Units of a layer: 1 to 65 536.
  static let unitLimit: Int64 = 65_536
  /// Parameters of a network: 2²⁶, a quarter of a gigabyte as Float32.
  static let parameterLimit: Int64 = 1 << 26

  mutating func layers(_ value: OptionValue, _ name: Text) -> Options.Setting? {
    guard case .list(let items) = value.content, !items.isEmpty, items.count <= 256 else {
      refuse(value, name, expected: OptionType.layers.expected)
      return nil
    }
    if items.allSatisfy({ if case .number = $0.content { true } else { false } }) {
      return sizes(value, name).map { .layers(.sizes($0)) }
    }
    return body(value, name).map { .layers(.layers($0)) }
  }

  /// A list of layers.
  mutating func body(_ value: OptionValue, _ name: Text) -> [WrittenLayer]? {
    guard case .list(let items) = value.content, items.count <= 256 else {
      refuse(value, name, expected: OptionType.body.expected)
      return nil
    }
    let layers = items.compactMap { layer($0, name) }
    return layers.count == items.count ? layers : nil
  }

  mutating func bodies(_ value: OptionValue, _ name: Text) -> Options.Setting? {
    guard case .list(let items) = value.content, !items.isEmpty, items.count <= 64 else {
      refuse(value, name, expected: OptionType.bodies.expected)
      return nil
    }
    let bodies = items.compactMap { body($0, name) }
    return bodies.count == items.count ? .bodies(bodies) : nil
  }

  /// One whole number, or a list of them.
  mutating func axes(
    _ value: OptionValue, _ range: ClosedRange<Int64>, _ count: ClosedRange<Int>, _ name: Text,
    _ type: OptionType
  ) -> Options.Setting? {
    var items = [value]
    if case .list(let list) = value.content { items = list }
    guard count.contains(items.count) else {
      refuse(value, name, expected: type.expected)
      return nil
    }
    let numbers = items.compactMap { integer($0, range, name, type).map { Int($0) } }
    return numbers.count == items.count ? .axes(numbers) : nil
  }

  /// `[inputs, hidden…, outputs]`: at least two sizes.
  mutating func sizes(_ value: OptionValue, _ name: Text) -> [Int]? {
    let expected: Text = "at least two sizes, inputs first, such as [2, 16, 1]"
    guard case .list(let items) = value.content, items.count >= 2, items.count <= 256 else {
      refuse(value, name, expected: expected)
      return nil
    }
    let range = 1...Self.unitLimit
    let sizes = items.compactMap { integer($0, range, name, .integer(range)).map { Int($0) } }
    guard sizes.count == items.count else { return nil }
    var parameters: Int64 = 0
    for (inputs, outputs) in zip(sizes, sizes.dropFirst()) {
      parameters += (Int64(inputs) + 1) * Int64(outputs)
    }
    guard parameters <= Self.parameterLimit else {
      refuse(value, name, expected: "a network of at most 67 million parameters")
      return nil
    }
    return sizes
  }

  mutating func capacities(_ value: OptionValue, _ name: Text, _ type: OptionType)
    -> Options.Setting?
  {
    guard case .list(let items) = value.content, let first = items.first, items.count <= 12 else {
      refuse(value, name, expected: type.expected)
      return nil
    }
    guard case .list = first.content else { return sizes(value, name).map { .capacities([$0]) } }
    let networks = items.compactMap { sizes($0, name) }
    return networks.count == items.count ? .capacities(networks) : nil
  }

  /// A layer; nil if anything is wrong with it, as a layer is made only from complete options.
  private mutating func layer(_ value: OptionValue, _ name: Text) -> WrittenLayer? {
    let before = problems.count
    let setting = variant(value, layers.variants, name)
    guard case .variant(let kind, let options)? = setting, problems.count == before else {
      return nil
    }
    let entry = layers.kinds[kind]
    return WrittenLayer(
      entry.make(options), entry.variant.name, options: options, at: value.place,
      branches: options.branches)
  }
}
