import Kernels

// A C function is made from a closure without captures, and a generic parameter would be one; so
// there is a table for each of the two types.

extension PlainKernels where T == Float {
  /// The kernels in Float.
  static var table: KernelTable {
    var table = KernelTable()
    table.name = name("Swift")
    table.matmul = { step, _, first, _ in if first == 0 { PlainKernels.matmul(step) } }
    table.map = { step, _, first, _ in if first == 0 { PlainKernels.map(step) } }
    table.add = { step, _, first, _ in if first == 0 { PlainKernels.add(step) } }
    table.multiply = { step, _, first, _ in if first == 0 { PlainKernels.multiply(step) } }
    table.scale = { step, _, first, _ in if first == 0 { PlainKernels.scale(step) } }
    table.copy = { step, _, first, _ in if first == 0 { PlainKernels.copy(step) } }
    table.fill = { step, _, first, _ in if first == 0 { PlainKernels.fill(step) } }
    table.copyRows = { step, _, first, _ in if first == 0 { PlainKernels.copyRows(step) } }
    table.sumRows = { step, _, first, _ in if first == 0 { PlainKernels.sumRows(step) } }
    table.softmax = { step, _, first, _ in if first == 0 { PlainKernels.softmax(step) } }
    table.softmaxGradient = { step, _, first, _ in
      if first == 0 { PlainKernels.softmaxGradient(step) }
    }
    addUpdates(to: &table)
    addGradients(to: &table)
    addRandom(to: &table)
    addRecurrent(to: &table)
    table.exp = { x, y, n in for i in 0..<n { y[i] = Float.exp(x[i]) } }
    table.log = { x, y, n in for i in 0..<n { y[i] = Float.log(x[i]) } }
    table.log1p = { x, y, n in for i in 0..<n { y[i] = Float.log1p(x[i]) } }
    table.tanh = { x, y, n in for i in 0..<n { y[i] = Float.tanh(x[i]) } }
    table.sigmoid = { x, y, n in for i in 0..<n { y[i] = Float.sigmoid(x[i]) } }
    table.sin = { x, y, n in for i in 0..<n { y[i] = Float.sin(x[i]) } }
    table.cos = { x, y, n in for i in 0..<n { y[i] = Float.cos(x[i]) } }
    table.erf = { x, y, n in for i in 0..<n { y[i] = Float.erf(x[i]) } }
    table.softplus = { x, y, n in for i in 0..<n { y[i] = Float.softplus(x[i]) } }
    addNorms(to: &table)
    addLookUp(to: &table)
    addImages(to: &table)
    addCombinations(to: &table)
    addAttention(to: &table)
    addLosses(to: &table)
    addBatchNorm(to: &table)
    return table
  }
}

extension PlainKernels where T == Double {
  /// The kernels of the Float64 mode; its buffers have two floats for each element.
  static var table: KernelTable {
    var table = KernelTable()
    table.name = name("Swift Float64")
    table.matmul = { step, _, first, _ in if first == 0 { PlainKernels.matmul(step) } }
    table.map = { step, _, first, _ in if first == 0 { PlainKernels.map(step) } }
    table.add = { step, _, first, _ in if first == 0 { PlainKernels.add(step) } }
    table.multiply = { step, _, first, _ in if first == 0 { PlainKernels.multiply(step) } }
    table.scale = { step, _, first, _ in if first == 0 { PlainKernels.scale(step) } }
    table.copy = { step, _, first, _ in if first == 0 { PlainKernels.copy(step) } }
    table.fill = { step, _, first, _ in if first == 0 { PlainKernels.fill(step) } }
    table.copyRows = { step, _, first, _ in if first == 0 { PlainKernels.copyRows(step) } }
    table.sumRows = { step, _, first, _ in if first == 0 { PlainKernels.sumRows(step) } }
    table.softmax = { step, _, first, _ in if first == 0 { PlainKernels.softmax(step) } }
    table.softmaxGradient = { step, _, first, _ in
      if first == 0 { PlainKernels.softmaxGradient(step) }
    }
    addGradients(to: &table)
    addRandom(to: &table)
    addNorms(to: &table)
    addCombinations(to: &table)
    addLosses(to: &table)
    addBatchNorm(to: &table)
    // In a page it checks gradients of the layers that are there.
    #if !LIVE
      addUpdates(to: &table)
      addRecurrent(to: &table)
      addLookUp(to: &table)
      addImages(to: &table)
      addAttention(to: &table)
    #endif
    return table
  }
}

private func name(_ text: StaticString) -> UnsafePointer<CChar> {
  UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
}
