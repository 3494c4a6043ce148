package import NeuralNet
public import Plotting

/// The validated options of a block: each declared option has a setting.
public struct Options: Sendable {
  /// A validated value.
  package indirect enum Setting: Sendable {
    case absent
    case integer(Int64)
    case number(Double)
    case boolean(Bool)
    case text(Text)
    case choice(Int)
    case names([Int])
    case numbers([Double])
    case tensors([[[Double]]])
    case variant(Int, Options)
    case layers(Architecture)
    case body([WrittenLayer])
    case bodies([[WrittenLayer]])
    case axes([Int])
    case capacities([[Int]])
    case runs([Label])
    case words([Text])
    case column(Text)
    case table(TableSource)
    case variants([Kind])
  }

  /// One of several kinds in a list.
  package struct Kind: Sendable {
    /// The entry of the catalogue, from 0.
    package let kind: Int
    /// Its options.
    package let options: Options
    /// Where it was written.
    package let place: OptionValue.Place?
  }

  /// The label of another block, as the notebook names it.
  public struct Label: Sendable, Equatable {
    /// The label.
    public let text: Text
    /// Where it is named.
    public let place: OptionValue.Place?
  }

  package private(set) var settings: [(name: Name, setting: Setting, place: OptionValue.Place?)] =
    []

  package init() {}

  package mutating func set(_ name: Name, _ setting: Setting, at place: OptionValue.Place?) {
    settings.append((name, setting, place))
  }

  /// Where the option was written; nil if it was not.
  package func place(_ name: Name) -> OptionValue.Place? { entry(name)?.place }

  /// Whether the option has a value.
  package func has(_ name: Name) -> Bool {
    if case .absent = self[name] { return false }
    return true
  }

  private func entry(_ name: Name) -> (name: Name, setting: Setting, place: OptionValue.Place?)? {
    for entry in settings where entry.name.text == name.text { return entry }
    return nil
  }

  package subscript(name: Name) -> Setting { entry(name)?.setting ?? .absent }
}

// MARK: - Typed reading
//
// A schema and its reader stand in one file, so a mismatch is a bug of ours: the readers below
// state it instead of inventing a value.

extension Options {
  package func integer(_ name: Name) -> Int {
    guard case .integer(let value) = self[name] else { mismatch(name) }
    return Int(value)
  }

  package func integer64(_ name: Name) -> Int64 {
    guard case .integer(let value) = self[name] else { mismatch(name) }
    return value
  }

  package func number(_ name: Name) -> Double {
    guard case .number(let value) = self[name] else { mismatch(name) }
    return value
  }

  package func float(_ name: Name) -> Float { Float(number(name)) }

  package func boolean(_ name: Name) -> Bool {
    guard case .boolean(let value) = self[name] else { mismatch(name) }
    return value
  }

  package func text(_ name: Name) -> Text {
    guard case .text(let value) = self[name] else { mismatch(name) }
    return value
  }

  package func choice(_ name: Name) -> Int {
    guard case .choice(let value) = self[name] else { mismatch(name) }
    return value
  }

  package func names(_ name: Name) -> [Int] {
    guard case .names(let value) = self[name] else { mismatch(name) }
    return value
  }

  package func numbers(_ name: Name) -> [Double] {
    guard case .numbers(let value) = self[name] else { mismatch(name) }
    return value
  }

  package func tensors(_ name: Name) -> [[[Double]]] {
    guard case .tensors(let value) = self[name] else { mismatch(name) }
    return value
  }

  package func architecture(_ name: Name) -> Architecture {
    guard case .layers(let value) = self[name] else { mismatch(name) }
    return value
  }

  package func body(_ name: Name) -> [Layer] {
    guard case .body(let value) = self[name] else { mismatch(name) }
    return value.map { $0.layer }
  }

  package func bodies(_ name: Name) -> [[Layer]] {
    guard case .bodies(let value) = self[name] else { mismatch(name) }
    return value.map { $0.map { $0.layer } }
  }

  package func axes(_ name: Name) -> [Int] {
    guard case .axes(let value) = self[name] else { mismatch(name) }
    return value
  }

  /// The layers within a layer, in the order of its options.
  var branches: [[WrittenLayer]] {
    settings.flatMap { entry -> [[WrittenLayer]] in
      switch entry.setting {
      case .body(let body): [body]
      case .bodies(let bodies): bodies
      default: []
      }
    }
  }

  package func words(_ name: Name) -> [Text] {
    guard case .words(let value) = self[name] else { mismatch(name) }
    return value
  }

  package func labels(_ name: Name) -> [Label] {
    guard case .runs(let value) = self[name] else { mismatch(name) }
    return value
  }

  package func variants(_ name: Name) -> [Kind] {
    guard case .variants(let value) = self[name] else { mismatch(name) }
    return value
  }

  package func capacities(_ name: Name) -> [[Int]] {
    guard case .capacities(let value) = self[name] else { mismatch(name) }
    return value
  }

  package func variant(_ name: Name) -> (kind: Int, options: Options) {
    guard case .variant(let kind, let options) = self[name] else { mismatch(name) }
    return (kind, options)
  }

  private func mismatch(_ name: Name) -> Never {
    preconditionFailure("option is not declared with the type it is read as")
  }
}

// MARK: - For the host

extension Options {
  /// The block's own seed; nil if the notebook's counts.
  public var seed: UInt64? { has("seed") ? UInt64(integer64("seed")) : nil }

  /// The {train} blocks that must have run before, in the order of the options.
  public var runs: [Label] {
    settings.flatMap { entry -> [Label] in
      if case .runs(let labels) = entry.setting { labels } else { [] }
    }
  }

  /// The tables that the options name, in their order, with their places.
  public var tables: [(source: TableSource, place: OptionValue.Place?)] {
    settings.flatMap { entry -> [(source: TableSource, place: OptionValue.Place?)] in
      switch entry.setting {
      case .table(let source): [(source, entry.place)]
      case .variants(let kinds): kinds.flatMap { $0.options.tables }
      default: []
      }
    }
  }

  /// Where the data are named.
  public var dataPlace: OptionValue.Place? { place("data") }
}
