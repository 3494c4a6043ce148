public import NeuralNet

extension Network {
  /// All parameters and states under PyTorch's names and in its layouts, as the state dict of the
  /// equal `nn.Sequential`; with PyTorch's counter of batches, 0, beside each running mean.
  public var stateDict: [NamedArray] { parameters.stateDict { values($0) } }

  /// Takes all parameters and states from the state dict of the equal `nn.Sequential`.
  ///
  /// Numbers may be of any floating-point type; PyTorch's counters of batches may be there or not.
  ///
  /// - Parameter prefix: what the names in the file begin with, as "net." of a model within a
  ///   module; default nothing.
  /// - Throws: `mismatches` with everything that does not fit; then nothing is changed.
  public func load(
    stateDict arrays: [NamedArray], prefix: String = ""
  ) throws(InterchangeError) {
    try arrays.requireUniqueNames()
    let found = arrays.map { item in
      NamedArray(
        item.name.hasPrefix(prefix) ? String(item.name.dropFirst(prefix.count)) : item.name,
        item.array)
    }
    let mismatches = StateComparison(self, found).mismatches
    guard mismatches.isEmpty else { throw .mismatches(mismatches) }
    for item in found {
      guard let index = parameters.firstIndex(where: { $0.pytorchName == item.name }) else {
        continue  // a counter of batches
      }
      setValues(index, parameters[index].fromPyTorch(item.array.values))
    }
  }
}

extension [ParameterInfo] {
  /// The state dict of these parameters.
  ///
  /// - Parameter values: the numbers of the parameter with this number, in our layout.
  func stateDict(_ values: (Int) -> [Float]) -> [NamedArray] {
    let arrays = enumerated().map { index, info in
      let values = info.toPyTorch(values(index))
      return NamedArray(
        info.pytorchName, NumberArray(checked: info.pytorchShape, values, .float32))
    }
    let counters = batchCounters.map { NamedArray($0, NumberArray(checked: [], [0], .int64)) }
    return arrays + counters
  }

  /// PyTorch's names of what batch norm counts and does not use.
  var batchCounters: [String] {
    let mean = "running_mean"
    return map { $0.pytorchName }.filter { $0.hasSuffix(mean) }
      .map { $0.dropLast(mean.count) + "num_batches_tracked" }
  }
}

extension Safetensors {
  /// The weights of a network, ready to be written.
  ///
  /// - Parameter metadata: notes; default "format: pt", which libraries of PyTorch look for.
  public init(_ network: Network, metadata: [String: String] = ["format": "pt"]) {
    self.init(unique: network.stateDict, metadata: metadata)
  }
}
