import Kernels

/// `softmax(q kᵀ / √d + mask) v` for each head, d being the width of a head.
///
/// A query may be kept from keys: by `isCausal` from those of later places, as the lower triangle of
/// PyTorch's masks, and by a padding mask `[batch, keys]` from those where it is not 0. A blocked
/// score is −∞, so a query without any key is NaN, as in PyTorch. Heads lie side by side in a row,
/// and are read where they lie.
///
/// Part 1 holds the probabilities, before dropout; they can be kept and drawn, and no gradient flows
/// through them.
///
/// - Shapes: q `[batch, queries, width]`, k and v `[batch, keys, width]`, result as q, part 1
///   `[batch, heads, queries, keys]`. Packed, v follows k in a row, `[batch, keys, 2 · width]`, or both
///   follow q, `[batch, queries, 3 · width]`.
/// - Source: Attention is all you need, Vaswani et al. 2017, section 3.2.
final class Attention: Operation {
  /// How many values hold q, k and v: one for all, q apart from the two others, or three.
  enum Packing: Int, Sendable { case together = 1, queriesApart, apart }

  let heads: Int
  let isCausal: Bool
  let packing: Packing
  /// Whether a padding mask follows q, k and v.
  let hasPadding: Bool
  /// Whether factors of the probabilities, `[batch, heads, queries, keys]`, come last.
  let hasFactors: Bool

  init(
    heads: Int, isCausal: Bool, packing: Packing, hasPadding: Bool = false, hasFactors: Bool = false
  ) {
    self.heads = heads
    self.isCausal = isCausal
    self.packing = packing
    self.hasPadding = hasPadding
    self.hasFactors = hasFactors
  }

  var name: Name { "attention" }

  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape {
    for input in inputs.prefix(packing.rawValue) where input.rank != 3 {
      throw .conflict(
        operation: name, reason: "a sequence has the axes batch, time and features",
        found: input.rank, limit: 3)
    }
    let queries = inputs[0], parts = packing == .together ? 3 : 1, width = queries.columns / parts
    guard heads > 0 else { throw .outOfRange(operation: name, value: Float(heads)) }
    guard width % heads == 0, queries.columns % parts == 0 else {
      throw .conflict(
        operation: name, reason: "the heads do not divide the width", found: heads, limit: width)
    }
    let keys = inputs[packing == .together ? 0 : 1]
    for input in inputs[..<packing.rawValue].dropFirst() {
      let expected = Shape(queries[0], keys[1], packing == .apart ? width : 2 * width)
      _ = try name.requireEqual(expected, input)
    }
    guard keys[1] <= Int(ATTENTION_KEYS) else {
      throw .conflict(
        operation: name, reason: "more keys than attention can hold", found: keys[1],
        limit: Int(ATTENTION_KEYS))
    }
    if hasPadding { _ = try name.requireEqual(Shape(keys[0], keys[1]), inputs[packing.rawValue]) }
    return Shape(queries[0], queries[1], width)
  }

  func extras(_ inputs: [Shape], _ shape: Shape) -> [Shape] {
    [Shape(shape[0], heads, shape[1], inputs[packing == .together ? 0 : 1][1])]
  }

  /// A product of q and k, and one of the probabilities and v.
  func multiplyAdds(_ inputs: [Shape], _ shape: Shape) -> Int {
    2 * shape.count * inputs[packing == .together ? 0 : 1][1]
  }

  func emit(_ site: Site, into steps: inout [Step]) {
    var step = self.step(site, site.kernels.attention, queries: 0)
    step.extra = site.extras[0]
    let mask = packing.rawValue
    step.other = hasPadding ? UnsafePointer(site.inputs[mask]) : nil
    if hasFactors, !site.isEvaluating { step.heads.factors = UnsafePointer(site.inputs.last) }
    steps.append(step)
  }

  /// A step over heads whose q, k and v are the inputs from number `first` on.
  fileprivate func step(_ site: Site, _ kernel: @escaping Kernel, queries first: Int) -> Step {
    let sources = sources(first), shapes = sources.map { site.shapes[$0] }
    let width = shapes[0].columns / (packing == .together ? 3 : 1)
    var step = site.step(kernel, units: shapes[0][0] * heads)
    step.a = UnsafePointer(site.inputs[sources[0]])
    step.b = UnsafePointer(site.inputs[sources[1]])
    step.start = UnsafePointer(site.inputs[sources[2]])
    step.s0 = 1 / Float(width / heads).squareRoot()
    step.heads = Heads(
      count: Int32(heads), width: Int32(width / heads), queries: Int32(shapes[0][1]),
      keys: Int32(shapes[1][1]), isCausal: isCausal ? 1 : 0,
      queryRow: Int32(shapes[0].columns), keyRow: Int32(shapes[1].columns),
      valueRow: Int32(shapes[2].columns), outRow: Int32(width), queryColumn: 0,
      keyColumn: Int32(packing == .together ? width : 0),
      valueColumn: Int32(packing == .apart ? 0 : packing == .together ? 2 * width : width),
      factors: nil, probabilities: nil, keyGradient: nil, valueGradient: nil)
    return step
  }

  /// Which inputs hold q, k and v.
  private func sources(_ first: Int) -> [Int] {
    switch packing {
    case .together: [first, first, first]
    case .queriesApart: [first, first + 1, first + 1]
    case .apart: [first, first + 1, first + 2]
    }
  }

  /// Gradients as packed as q, k and v are; none for masks.
  func gradients(_ graph: inout Graph, _ y: Value, _ dys: [Value?]) -> [Value?] {
    guard let dy = dys[0] else { return [] }
    let inputs = graph[y].inputs, count = packing.rawValue
    let factors = hasFactors ? [inputs[inputs.count - 1]] : []
    let node = graph.insert(
      AttentionGradient(self), [dy, Value(index: y.index, part: 1)] + inputs[..<count] + factors,
      shapes: inputs[..<count].map { graph.shape($0) })
    return (0..<count).map { Value(index: node.index, part: $0) }
  }
}

/// With `p` the probabilities and `o = p v`: `dv = pᵀ do`, `dp = do vᵀ`,
/// `ds = p (dp − Σ dp p) / √d`, `dq = ds k`, `dk = dsᵀ q`.
private final class AttentionGradient: Operation {
  let forward: Attention
  init(_ forward: Attention) { self.forward = forward }

  var name: Name { "attention" }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { inputs[2] }

  /// Four products where the forward pass has two.
  func multiplyAdds(_ inputs: [Shape], _ shape: Shape) -> Int { 4 * inputs[0].count * inputs[1][3] }

  func emit(_ site: Site, into steps: inout [Step]) {
    var step = forward.step(site, site.kernels.attentionGradient, queries: 2)
    step.other = UnsafePointer(site.inputs[0])
    step.heads.probabilities = UnsafePointer(site.inputs[1])
    let gradients = [site.out] + site.extras
    step.heads.keyGradient = gradients[forward.packing == .together ? 0 : 1]
    step.heads.valueGradient = gradients[forward.packing.rawValue - 1]
    if forward.hasFactors, !site.isEvaluating {
      step.heads.factors = UnsafePointer(site.inputs.last)
    }
    steps.append(step)
  }
}
