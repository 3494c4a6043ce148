import Kernels

extension PlainKernels {
  /// One head of one row of the batch: its queries, keys and values lie at `…Row` from these.
  private struct Head {
    let heads: Heads
    let unit: Int

    private func start(_ rows: Int32, _ row: Int32, _ column: Int32) -> Int {
      let count = Int(heads.count)
      return unit / count * Int(rows) * Int(row) + Int(column) + unit % count * Int(heads.width)
    }
    var query: Int { start(heads.queries, heads.queryRow, heads.queryColumn) }
    var key: Int { start(heads.keys, heads.keyRow, heads.keyColumn) }
    var value: Int { start(heads.keys, heads.valueRow, heads.valueColumn) }
    var out: Int { start(heads.queries, heads.outRow, 0) }

    /// Keys that the first `last` queries may look at.
    func visible(_ last: Int) -> Int {
      heads.isCausal != 0 ? min(last, Int(heads.keys)) : Int(heads.keys)
    }

    /// Keys that the block of a query reads.
    func read(by query: Int) -> Int {
      let block = Int(QUERIES_PER_BLOCK)
      return visible(min((query / block + 1) * block, Int(heads.queries)))
    }

    /// Where the probabilities of a query begin.
    func row(_ query: Int) -> Int { (unit * Int(heads.queries) + query) * Int(heads.keys) }
  }

  static func attention(_ step: StepPointer) {
    let h = step.pointee.heads
    for unit in 0..<Int(step.pointee.units) {
      for query in 0..<Int(h.queries) { attend(step, Head(heads: h, unit: unit), query) }
    }
  }

  private static func attend(_ step: StepPointer, _ head: Head, _ query: Int) {
    let s = step.pointee, h = s.heads, width = Int(h.width), keys = Int(h.keys)
    guard let values = viewIfAny(s.start) else { return }
    let q = view(s.a) + head.query + query * Int(h.queryRow)
    let visible = head.visible(query + 1), end = head.read(by: query)
    var scores = [T](repeating: 0, count: keys)
    for key in 0..<visible {
      let k = view(s.b) + head.key + key * Int(h.keyRow)
      scores[key] = chain(width) { (q[$0], k[$0]) }
      let blocked = viewIfAny(s.other)?[head.unit / Int(h.count) * keys + key] ?? 0
      if blocked != 0 { scores[key] = -.infinity }
    }
    let sum = scores.withUnsafeMutableBufferPointer { row in
      row.baseAddress.map { expRow($0, $0, visible, factor: T(s.s0)) } ?? 0
    }
    for key in 0..<visible { scores[key] /= sum }
    for key in 0..<keys { viewIfAny(s.extra)?[head.row(query) + key] = scores[key] }
    if let factors = viewIfAny(h.factors) {
      for key in 0..<end { scores[key] *= factors[head.row(query) + key] }
    }
    for i in 0..<width {
      view(s.out)[head.out + query * Int(h.outRow) + i] = chain(end) {
        (scores[$0], values[head.value + $0 * Int(h.valueRow) + i])
      }
    }
  }

  static func attentionGradient(_ step: StepPointer) {
    let h = step.pointee.heads
    for unit in 0..<Int(step.pointee.units) {
      let head = Head(heads: h, unit: unit)
      clear(h.keyGradient, head.key, h.keyRow, h)
      clear(h.valueGradient, head.value, h.valueRow, h)
      for query in 0..<Int(h.queries) { attendGradient(step, head, query) }
    }
  }

  private static func clear(
    _ gradient: UnsafeMutablePointer<Float>?, _ start: Int, _ row: Int32, _ h: Heads
  ) {
    for key in 0..<Int(h.keys) {
      for i in 0..<Int(h.width) { viewIfAny(gradient)?[start + key * Int(row) + i] = 0 }
    }
  }

  private static func attendGradient(_ step: StepPointer, _ head: Head, _ query: Int) {
    let s = step.pointee, h = s.heads, width = Int(h.width), end = head.read(by: query)
    guard let values = viewIfAny(s.start), let probabilities = viewIfAny(h.probabilities),
      let dOut = viewIfAny(s.other).map({ $0 + head.out + query * Int(h.outRow) })
    else { return }
    let p = probabilities + head.row(query)
    let factors = viewIfAny(h.factors).map { $0 + head.row(query) }
    let q = view(s.a) + head.query + query * Int(h.queryRow), k = view(s.b) + head.key
    var ds = (0..<end).map { key in
      let dp = chain(width) { (dOut[$0], values[head.value + key * Int(h.valueRow) + $0]) }
      return factors.map { dp * $0[key] } ?? dp
    }
    let total = sum(end) { ds[$0] * p[$0] }
    for key in 0..<end { ds[key] = p[key] * (ds[key] - total) * T(s.s0) }
    for i in 0..<width {
      view(s.out)[head.query + query * Int(h.queryRow) + i] = chain(end) {
        (ds[$0], k[$0 * Int(h.keyRow) + i])
      }
      for key in 0..<end {
        let kept = factors.map { p[key] * $0[key] } ?? p[key]
        add(ds[key] * q[i], to: h.keyGradient, head.key + key * Int(h.keyRow) + i)
        add(kept * dOut[i], to: h.valueGradient, head.value + key * Int(h.valueRow) + i)
      }
    }
  }

  private static func add(_ term: T, to gradient: UnsafeMutablePointer<Float>?, _ index: Int) {
    guard let gradient = viewIfAny(gradient) else { return }
    gradient[index] = term + gradient[index]
  }

  /// A sum of products, each rounded, in ascending order.
  private static func chain(_ count: Int, _ factors: (Int) -> (T, T)) -> T {
    var sum: T = 0
    for i in 0..<count {
      let (a, b) = factors(i)
      sum = a * b + sum
    }
    return sum
  }

  static func copyColumns(_ step: StepPointer) {
    let s = step.pointee, c = s.copied
    for row in 0..<Int(s.rows) {
      let from = view(s.a) + row * Int(c.fromRow) + Int(c.from)
      let to = view(s.out) + row * Int(c.toRow) + Int(c.to)
      for i in 0..<Int(s.columns) { to[i] = from[i] }
    }
  }
}

extension PlainKernels {
  static func paddingMask(_ step: StepPointer) {
    let s = step.pointee, n = Int(s.columns), lengths = view(s.a)
    for i in 0..<Int(s.rows) * n { view(s.out)[i] = T(i % n) >= lengths[i / n] ? 1 : 0 }
  }
}

extension PlainKernels where T == Float {
  static func addAttention(to table: inout KernelTable) {
    table.attention = { step, _, first, _ in if first == 0 { PlainKernels.attention(step) } }
    table.attentionGradient = { step, _, first, _ in
      if first == 0 { PlainKernels.attentionGradient(step) }
    }
    table.paddingMask = { step, _, first, _ in if first == 0 { PlainKernels.paddingMask(step) } }
    table.copyColumns = { step, _, first, _ in if first == 0 { PlainKernels.copyColumns(step) } }
  }
}

extension PlainKernels where T == Double {
  static func addAttention(to table: inout KernelTable) {
    table.attention = { step, _, first, _ in if first == 0 { PlainKernels.attention(step) } }
    table.attentionGradient = { step, _, first, _ in
      if first == 0 { PlainKernels.attentionGradient(step) }
    }
    table.paddingMask = { step, _, first, _ in if first == 0 { PlainKernels.paddingMask(step) } }
    table.copyColumns = { step, _, first, _ in if first == 0 { PlainKernels.copyColumns(step) } }
  }
}
