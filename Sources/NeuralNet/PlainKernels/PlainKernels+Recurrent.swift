import Kernels

extension PlainKernels {
  static func startStates(_ step: StepPointer) {
    let s = step.pointee
    let count = Int(s.rows) * Int(s.columns)
    copy(s.a, to: s.out, count)
    if let extra = s.extra { copy(s.b, to: extra, count) }
  }

  private static func copy(
    _ source: UnsafePointer<Float>?, to target: UnsafeMutablePointer<Float>, _ count: Int
  ) {
    let target = view(target)
    let source = source.map { view($0) }
    for i in 0..<count { target[i] = source.map { $0[i] } ?? 0 }
  }

  static func rnn(_ step: StepPointer) {
    let s = step.pointee
    let n = Int(s.columns)
    let out = view(s.out)
    forward(s, gates: 1) { r, at, z in
      for j in 0..<n {
        out[at * n + j] = ElementFormulas.apply(s.function, z[j], z[j], 0)
        setState(s, r, at, j, out[at * n + j])
      }
    }
  }

  static func lstm(_ step: StepPointer) {
    let s = step.pointee
    let n = Int(s.columns)
    let cell = view(s.recurrence.cell)
    let kept = viewIfAny(s.recurrence.kept)
    forward(s, gates: 4) { r, at, z in
      let gates = view(s.out) + at * 4 * n
      for j in 0..<n {
        let i = T.sigmoid(z[j])
        let f = T.sigmoid(z[n + j])
        let g = T.tanh(z[2 * n + j])
        let o = T.sigmoid(z[3 * n + j])
        let before = cell[r * n + j]
        let c = f * before + i * g
        let t = T.tanh(c)
        cell[r * n + j] = c
        setState(s, r, at, j, o * t)
        guard let kept else { continue }
        (gates[j], gates[n + j], gates[2 * n + j], gates[3 * n + j]) = (i, f, g, o)
        (kept[at * 2 * n + j], kept[at * 2 * n + n + j]) = (before, t)
      }
    }
  }

  static func gru(_ step: StepPointer) {
    let s = step.pointee
    let n = Int(s.columns)
    let state = view(s.recurrence.state)
    let kept = viewIfAny(s.recurrence.kept)
    forward(s, gates: 3) { r, at, q in
      let x = view(s.a) + at * 3 * n
      let gates = view(s.out) + at * 3 * n
      for j in 0..<n {
        let reset = T.sigmoid(x[j] + q[j])
        let z = T.sigmoid(x[n + j] + q[n + j])
        let inner = q[2 * n + j]
        let fresh = T.tanh(x[2 * n + j] + reset * inner)
        setState(s, r, at, j, (1 - z) * fresh + z * state[r * n + j])
        guard let kept else { continue }
        (gates[j], gates[n + j], gates[2 * n + j]) = (reset, z, fresh)
        kept[at * n + j] = inner
      }
    }
  }

  static func rnnGradient(_ step: StepPointer) {
    let s = step.pointee
    let n = Int(s.columns)
    let y = view(s.a)
    let out = view(s.out)
    backward(s, gates: 1, s.out, keepsState: false) { r, at in
      for j in 0..<n {
        let dh = stateGradient(s, r, at, j)
        out[at * n + j] = ElementFormulas.apply(s.function, dh, y[at * n + j], 0)
      }
    }
  }

  static func lstmGradient(_ step: StepPointer) {
    let s = step.pointee
    let n = Int(s.columns)
    let cell = view(s.recurrence.cell)
    guard let kept = s.other else { return }
    backward(s, gates: 4, s.out, keepsState: false) { r, at in
      let gates = view(s.a) + at * 4 * n
      let kept = view(kept) + at * 2 * n
      let dz = view(s.out) + at * 4 * n
      for j in 0..<n {
        let i = gates[j]
        let f = gates[n + j]
        let g = gates[2 * n + j]
        let o = gates[3 * n + j]
        let before = kept[j]
        let t = kept[n + j]
        let dh = stateGradient(s, r, at, j)
        let dc = cell[r * n + j] + dh * o * (1 - t * t)
        dz[j] = dc * g * (i * (1 - i))
        dz[n + j] = dc * before * (f * (1 - f))
        dz[2 * n + j] = dc * i * (1 - g * g)
        dz[3 * n + j] = dh * t * (o * (1 - o))
        cell[r * n + j] = dc * f
      }
    }
  }

  static func gruGradient(_ step: StepPointer) {
    let s = step.pointee
    let n = Int(s.columns)
    let state = view(s.recurrence.state)
    let previous = view(s.recurrence.previous)
    guard let kept = s.other, let hidden = s.recurrence.hidden else { return }
    backward(s, gates: 3, hidden, keepsState: true) { r, at in
      let gates = view(s.a) + at * 3 * n
      let kept = view(kept) + at * n
      let dx = view(s.out) + at * 3 * n
      let dq = view(hidden) + at * 3 * n
      for j in 0..<n {
        let reset = gates[j]
        let z = gates[n + j]
        let fresh = gates[2 * n + j]
        let dh = stateGradient(s, r, at, j)
        let dn = dh * (1 - z) * (1 - fresh * fresh)
        let dz = dh * (previous[at * n + j] - fresh) * (z * (1 - z))
        let dr = dn * kept[j] * (reset * (1 - reset))
        (dx[j], dx[n + j], dx[2 * n + j]) = (dr, dz, dn)
        (dq[j], dq[n + j], dq[2 * n + j]) = (dr, dz, dn * reset)
        state[r * n + j] = dh * z
      }
    }
  }
}

// MARK: - Loops over time

extension PlainKernels {
  /// Calls `row` for each row of the batch, each time and the product of the row's states; `at` is
  /// the row's number among all times.
  private static func forward(
    _ s: Step, gates: Int, _ row: (_ r: Int, _ at: Int, _ z: UnsafePointer<T>) -> Void
  ) {
    let n = Int(s.columns)
    let width = gates * n
    let time = Int(s.depth)
    let weights = view(s.b)
    let state = view(s.recurrence.state)
    let hidden = view(s.recurrence.hidden)
    for i in 0..<time {
      for r in 0..<Int(s.rows) {
        let at = r * time + (s.recurrence.inReverse == 0 ? i : time - 1 - i)
        let z = hidden + r * width
        for column in 0..<width {
          var sum = s.start.map { view($0)[column] } ?? view(s.a)[at * width + column]
          for k in 0..<n { sum = state[r * n + k] * weights[k * width + column] + sum }
          z[column] = sum
        }
        row(r, at, UnsafePointer(z))
      }
    }
  }

  private static func setState(_ s: Step, _ r: Int, _ at: Int, _ j: Int, _ h: T) {
    let n = Int(s.columns)
    let state = view(s.recurrence.state) + r * n + j
    if let previous = viewIfAny(s.recurrence.previous) { previous[at * n + j] = state.pointee }
    if let sequence = viewIfAny(s.extra) { sequence[at * n + j] = h }
    state.pointee = h
  }

  /// Calls `row` for each row of the batch and each time, the last one first; then the gradient of
  /// the states before is what `row` left of it, or nothing, plus `d Wᵀ`.
  private static func backward(
    _ s: Step, gates: Int, _ d: UnsafeMutablePointer<Float>, keepsState: Bool,
    _ row: (_ r: Int, _ at: Int) -> Void
  ) {
    let n = Int(s.columns)
    let width = gates * n
    let time = Int(s.depth)
    let weights = view(s.b)
    let state = view(s.recurrence.state)
    let d = view(d)
    for i in 0..<time {
      for r in 0..<Int(s.rows) {
        let at = r * time + (s.recurrence.inReverse != 0 ? i : time - 1 - i)
        row(r, at)
        for k in 0..<n {
          var sum = keepsState ? state[r * n + k] : 0
          for column in 0..<width {
            sum = d[at * width + column] * weights[k * width + column] + sum
          }
          state[r * n + k] = sum
        }
      }
    }
  }

  private static func stateGradient(_ s: Step, _ r: Int, _ at: Int, _ j: Int) -> T {
    let n = Int(s.columns)
    let dh = view(s.recurrence.state)[r * n + j]
    guard let dy = s.start else { return dh }
    return view(dy)[at * n + j] + dh
  }
}

// MARK: - Tables

extension PlainKernels where T == Float {
  static func addRecurrent(to table: inout KernelTable) {
    table.packWeights = { _, _, _, _ in }
    table.startStates = { step, _, first, _ in if first == 0 { PlainKernels.startStates(step) } }
    table.rnn = { step, _, first, _ in if first == 0 { PlainKernels.rnn(step) } }
    table.lstm = { step, _, first, _ in if first == 0 { PlainKernels.lstm(step) } }
    table.gru = { step, _, first, _ in if first == 0 { PlainKernels.gru(step) } }
    table.rnnGradient = { step, _, first, _ in if first == 0 { PlainKernels.rnnGradient(step) } }
    table.lstmGradient = { step, _, first, _ in if first == 0 { PlainKernels.lstmGradient(step) } }
    table.gruGradient = { step, _, first, _ in if first == 0 { PlainKernels.gruGradient(step) } }
  }
}

extension PlainKernels where T == Double {
  static func addRecurrent(to table: inout KernelTable) {
    table.packWeights = { _, _, _, _ in }
    table.startStates = { step, _, first, _ in if first == 0 { PlainKernels.startStates(step) } }
    table.rnn = { step, _, first, _ in if first == 0 { PlainKernels.rnn(step) } }
    table.lstm = { step, _, first, _ in if first == 0 { PlainKernels.lstm(step) } }
    table.gru = { step, _, first, _ in if first == 0 { PlainKernels.gru(step) } }
    table.rnnGradient = { step, _, first, _ in if first == 0 { PlainKernels.rnnGradient(step) } }
    table.lstmGradient = { step, _, first, _ in if first == 0 { PlainKernels.lstmGradient(step) } }
    table.gruGradient = { step, _, first, _ in if first == 0 { PlainKernels.gruGradient(step) } }
  }
}
