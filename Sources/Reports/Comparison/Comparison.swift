import Notebook

/// The variants of one notebook, to be compared on a page of its own.
public struct Comparison: Sendable {
  /// One variant.
  public struct Variant: Sendable {
    /// The value of each axis, in their order.
    public var values: [String]
    /// The address of its report, from the page that compares.
    public var address: String
    /// What was found.
    public var report: Report

    /// A variant.
    public init(values: [String], address: String, report: Report) {
      self.values = values
      self.address = address
      self.report = report
    }
  }

  /// What varies, at least one name. The axis `seed` is the one that spreads are taken over.
  public var axes: [String]
  /// At least one, each with as many values as there are axes.
  public var variants: [Variant]
  /// How the page was made.
  public var provenance: Provenance

  /// A comparison.
  public init(axes: [String], variants: [Variant], provenance: Provenance) {
    precondition(!axes.isEmpty && !variants.isEmpty, "there is something to compare")
    precondition(variants.allSatisfy { $0.values.count == axes.count }, "each axis has a value")
    self.axes = axes
    self.variants = variants
    self.provenance = provenance
  }
}

// MARK: - Axes

extension Comparison {
  /// The name of the axis that only repeats.
  static let seedName = "seed"

  /// The place of the axis `seed`; nil without one.
  var seedAxis: Int? { axes.firstIndex(of: Self.seedName) }

  /// The places of the other axes.
  var otherAxes: [Int] { axes.indices.filter { $0 != seedAxis } }

  /// The different values of an axis, in the order of the variants.
  func values(of axis: Int) -> [String] {
    var seen: Set<String> = []
    return variants.map { $0.values[axis] }.filter { seen.insert($0).inserted }
  }

  /// "seed 1, width 8".
  func name(of variant: Int) -> String {
    zip(axes, variants[variant].values).map { "\($0) \($1)" }.joined(separator: ", ")
  }

  /// Variants that differ in the axes `free` only, by their values of the others.
  func groups(free: Set<Int>) -> [(values: [String], members: [Int])] {
    let fixed = axes.indices.filter { !free.contains($0) }
    var groups: [(values: [String], members: [Int])] = []
    for index in variants.indices {
      let values = fixed.map { variants[index].values[$0] }
      if let place = groups.firstIndex(where: { $0.values == values }) {
        groups[place].members.append(index)
      } else {
        groups.append((values, [index]))
      }
    }
    return groups
  }
}
