/// A list of kinds by name, each of which makes a `Product` from its options.
public struct Catalog<Product: Sendable>: Sendable {
  /// An entry: what options see of it, and what it makes.
  public struct Kind: Sendable {
    /// Name, summary and options.
    public let variant: VariantKind
    /// Makes the product from validated options.
    public let make: @Sendable (Options) -> Product

    init(
      _ name: Name, _ summary: StaticString, formula: StaticString? = nil,
      pytorch: StaticString? = nil, options: [ExperimentOption] = [],
      make: @escaping @Sendable (Options) -> Product
    ) {
      variant = VariantKind(name, summary, formula: formula, pytorch: pytorch, options: options)
      self.make = make
    }
  }

  /// All entries.
  public let kinds: [Kind]

  /// The entries as options see them.
  public var variants: [VariantKind] { kinds.map { $0.variant } }

  /// What the option `name` of `options` names.
  func product(_ options: Options, _ name: Name) -> Product {
    let (kind, inner) = options.variant(name)
    return kinds[kind].make(inner)
  }

  /// What one of a list of kinds names.
  func product(_ chosen: Options.Kind) -> Product { kinds[chosen.kind].make(chosen.options) }
}

/// The catalogues by which notebooks name what the engine offers: one row an entry, one file a
/// catalogue.
public enum Catalogs {}
