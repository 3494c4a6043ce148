extension Network {
  /// How far the gradients are from central differences, both in Float64: the largest relative error
  /// `|n - g| / max(|n| + |g|, floor)` over all parameters that are trained.
  ///
  /// `n = (L(p + h) - L(p - h)) / 2h` with h = 1e-5; if a kink of ReLU lies between, with a smaller
  /// h. The floor, 1e-4 times the loss or at least 1e-4, keeps gradients that are zero but for
  /// rounding from counting as wrong. For small networks: two forward passes for each parameter.
  ///
  /// - Parameter targets: `[count, outputs]`, or the number of a class for each row.
  /// - Throws: `ShapeError` if the numbers do not fit the network or the loss.
  public func gradientError(
    _ features: [Float], count: Int, targets: [Float], loss: Loss
  ) throws(ShapeError) -> Double {
    var model = try lossGraph(features, count: count, targets: targets, loss: loss)
    let forward = model.graph
    let gradients = model.graph.differentiateParameters(model.loss)
    let machine = Machine(kernels: .float64)
    let wide = ParameterStore(model.graph, machine: machine)
    let values = UnsafeMutableRawPointer(wide.values.floats).assumingMemoryBound(to: Double.self)
    for i in 0..<store.count { values[i] = Double(store.values.floats[i]) }
    let backward = Program(
      model.graph, keep: [model.loss], parameters: wide, gradients: gradients, machine: machine)
    let difference = CentralDifference(
      program: Program(forward, keep: [model.loss], parameters: wide, machine: machine),
      loss: model.loss, values: values)
    for program in [backward, difference.program] {
      program.write(model.input, features)
      program.write(model.target, targets)
    }
    backward.runGradients()
    let floor = 1e-4 * max(1, backward.readDoubles(model.loss)[0].magnitude)
    return largestError(gradients, wide, difference, floor: floor)
  }

  private func largestError(
    _ gradients: [Value?], _ wide: ParameterStore, _ difference: CentralDifference, floor: Double
  ) -> Double {
    var largest = 0.0
    let all = UnsafeMutableRawPointer(wide.gradients.floats).assumingMemoryBound(to: Double.self)
    for (parameter, gradient) in gradients.enumerated() where parameters[parameter].isTrainable {
      let offset = wide.offsets[parameter]
      for i in offset..<offset + parameters[parameter].shape.count {
        let error = difference.error(i, gradient: gradient == nil ? 0 : all[i], floor: floor)
        if !(error <= largest) { largest = error }
      }
    }
    return largest
  }
}

/// The numerical derivative of a loss.
private struct CentralDifference {
  let program: Program
  let loss: Value
  let values: UnsafeMutablePointer<Double>

  /// The relative error of the gradient of one number.
  func error(_ index: Int, gradient: Double, floor: Double) -> Double {
    var least = Double.infinity
    for step in [1e-5, 1e-6, 1e-7] where least > 1e-6 {
      let numerical = derivative(index, step: step)
      let scale = max(numerical.magnitude + gradient.magnitude, floor)
      let error = (numerical - gradient).magnitude / scale
      if !(error > least) { least = error }
    }
    return least
  }

  private func derivative(_ index: Int, step: Double) -> Double {
    let value = values[index]
    values[index] = value + step
    let above = lossNow(), upper = values[index]
    values[index] = value - step
    let below = lossNow(), lower = values[index]
    values[index] = value
    return (above - below) / (upper - lower)
  }

  private func lossNow() -> Double {
    program.run()
    return program.readDoubles(loss)[0]
  }
}
