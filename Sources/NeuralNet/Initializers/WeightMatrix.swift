/// A weight as the matrix that PyTorch makes of it: a row for each unit, a column for each of its
/// connections, wherever the numbers lie in our layout.
struct WeightMatrix {
  let rows: Int
  let columns: Int
  /// Extents in PyTorch's layout.
  private let extents: [Int]
  /// How far apart neighbours along each of PyTorch's axes lie.
  private let strides: [Int]
  private let values: UnsafeMutablePointer<Float>

  init(_ info: ParameterInfo, _ values: UnsafeMutablePointer<Float>) {
    self.values = values
    var own = [Int](repeating: 1, count: info.shape.rank)
    for axis in own.indices.dropLast().reversed() {
      own[axis] = own[axis + 1] * info.shape[axis + 1]
    }
    extents = info.pytorchAxes.map { info.shape[$0] }
    strides = info.pytorchAxes.map { own[$0] }
    rows = extents.first ?? 1
    columns = extents.dropFirst().reduce(1, *)
  }

  /// A number of the matrix.
  subscript(row: Int, column: Int) -> Float {
    get { values[place(row, column)] }
    nonmutating set { values[place(row, column)] = newValue }
  }

  private func place(_ row: Int, _ column: Int) -> Int {
    var place = row * (strides.first ?? 0), rest = column
    for axis in extents.indices.dropFirst().reversed() {
      place += rest % extents[axis] * strides[axis]
      rest /= extents[axis]
    }
    return place
  }
}

// MARK: - Rules

extension WeightMatrix {
  /// Numbers with the standard normal distribution, made orthogonal by modified Gram–Schmidt in
  /// Float64, applied twice, which leaves the columns (the rows if they are fewer) at right angles to
  /// rounding; times gain.
  ///
  /// - Source: Exact solutions to the nonlinear dynamics of learning in deep linear neural networks,
  ///   Saxe, McClelland and Ganguli 2013; `torch.nn.init.orthogonal_`.
  /// - Complexity: O(rows · columns · min(rows, columns)).
  func fillOrthogonal(gain: Float, _ random: inout RandomStream) {
    let count = min(rows, columns), length = max(rows, columns)
    var vectors = (0..<count).map { _ in (0..<length).map { _ in Double(random.nextNormal()) } }
    for i in 0..<count {
      for j in (0..<i) + Array(0..<i) {
        let share = product(vectors[i], vectors[j])
        for k in 0..<length { vectors[i][k] -= share * vectors[j][k] }
      }
      let norm = product(vectors[i], vectors[i]).squareRoot()
      for k in 0..<length { vectors[i][k] /= norm }
    }
    for i in 0..<count {
      for k in 0..<length {
        let value = Float(vectors[i][k]) * gain
        if rows < columns { self[i, k] = value } else { self[k, i] = value }
      }
    }
  }

  private func product(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
  }

  /// `N(0, deviation²)`, but in each column `⌈share · rows⌉` zeros at random places.
  ///
  /// - Source: Deep learning via Hessian-free optimization, Martens 2010; `torch.nn.init.sparse_`.
  func fillSparse(share: Float, deviation: Float, _ random: inout RandomStream) {
    let zeros = max(0, min(rows, Int((share * Float(rows)).rounded(.up))))
    var order = (0..<rows).map { Int32($0) }
    for column in 0..<columns {
      for row in 0..<rows { self[row, column] = random.nextNormal() * deviation }
      random.shuffle(&order)
      for row in order.prefix(zeros) { self[Int(row), column] = 0 }
    }
  }

  /// 1 where unit and input have the same number, in the middle of a kernel; 0 elsewhere.
  ///
  /// - Source: `torch.nn.init.eye_`, and `dirac_` for kernels.
  func fillIdentity() {
    let kernel = extents.dropFirst(2), inputs = extents.count > 1 ? extents[1] : 1
    var middle = 0
    for extent in kernel { middle = middle * extent + extent / 2 }
    for row in 0..<rows {
      for column in 0..<columns { self[row, column] = 0 }
      if row < inputs { self[row, row * kernel.reduce(1, *) + middle] = 1 }
    }
  }
}
