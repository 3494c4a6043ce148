import NeuralNet

/// The arrays of a file beside what a network needs.
struct StateComparison {
  private let expected: [ParameterInfo]
  private let counters: Set<String>
  private let found: [NamedArray]

  init(_ network: Network, _ found: [NamedArray]) {
    expected = network.parameters
    counters = Set(network.parameters.batchCounters)
    self.found = found
  }

  /// Everything that does not fit: what the network needs in its order, then what is left over.
  var mismatches: [StateMismatch] {
    let arrays = Dictionary(found.map { ($0.name, $0.array) }) { first, _ in first }
    let known = Set(expected.map { $0.pytorchName })
    let surplus = found.filter { !known.contains($0.name) && !counters.contains($0.name) }
    let missing = expected.filter { arrays[$0.pytorchName] == nil }
    var mismatches: [StateMismatch] = []
    for info in expected {
      let name = info.pytorchName
      guard let array = arrays[name] else {
        let nearest = nearest(to: name, in: surplus.map { $0.name })
        mismatches.append(.missing(name: name, shape: info.pytorchShape, nearest: nearest))
        continue
      }
      if array.shape != info.pytorchShape {
        mismatches.append(.shape(name: name, expected: info.pytorchShape, found: array.shape))
      }
      if !array.type.isFloatingPoint {
        mismatches.append(.type(name: name, found: array.type))
      }
    }
    return mismatches
      + surplus.map { item in
        let nearest = nearest(to: item.name, in: missing.map { $0.pytorchName })
        return .unexpected(name: item.name, shape: item.array.shape, nearest: nearest)
      }
  }

  /// The name with the fewest characters to remove and insert, if they are fewer than in the names.
  private func nearest(to name: String, in candidates: [String]) -> String? {
    let characters = Array(name.utf8.prefix(Self.compared))
    let distances = candidates.prefix(Self.compared).map { candidate in
      (candidate, Array(candidate.utf8.prefix(Self.compared)).difference(from: characters).count)
    }
    let best = distances.min { $0.1 < $1.1 }
    return best.flatMap { $0.1 < min(characters.count, $0.0.utf8.count) ? $0.0 : nil }
  }

  /// Names and characters of a name beyond this are not looked at: a file can hold any.
  private static let compared = 200
}
