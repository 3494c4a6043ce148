/// `matrix:` in the front matter: each combination of its values is a variant of the notebook.
public struct Matrix: Sendable, Equatable {
  /// The most variants that a notebook may have.
  public static let variantLimit = 64

  /// The names with their values, in order; empty if there is no matrix.
  public var axes: [Axis] = []

  /// No matrix.
  public init() {}

  /// A name and the values it takes.
  public struct Axis: Sendable, Equatable {
    /// A declared parameter, or `seed`.
    public var name: String
    /// Where the name stands.
    public var position: SourcePosition
    /// At least one, each different.
    public var values: [Value]

    /// A name and its values.
    public init(name: String, position: SourcePosition, values: [Value]) {
      self.name = name
      self.position = position
      self.values = values
    }
  }

  /// A value as plain text.
  public struct Value: Sendable, Equatable {
    /// The text.
    public var text: String
    /// Where it stands.
    public var position: SourcePosition

    /// A value.
    public init(text: String, position: SourcePosition) {
      self.text = text
      self.position = position
    }
  }

  /// The values of one variant, in the order of the axes: what `NotebookReader` takes as
  /// parameters.
  public typealias Variant = [(name: String, value: String)]

  /// Every combination, the last axis changing fastest; none if there is no matrix.
  public var variants: [Variant] {
    guard !axes.isEmpty else { return [] }
    return axes.reduce([[]]) { variants, axis in
      variants.flatMap { variant in axis.values.map { variant + [(axis.name, $0.text)] } }
    }
  }

  /// The number of variants, at most `Int.max`; 0 if there is no matrix.
  var variantCount: Int {
    axes.isEmpty
      ? 0
      : axes.reduce(1) { count, axis in
        let (product, overflow) = count.multipliedReportingOverflow(by: axis.values.count)
        return overflow ? .max : product
      }
  }
}
