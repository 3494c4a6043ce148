/// The hash of a small network's parameters after a fixed training: equal on every machine, with
/// every instance of the kernels, and in the browser.
///
/// A 2-16-16-1 tanh network on 200 points of the moons: `steps` steps of Adam on all rows, then two
/// epochs of SGD with momentum on batches of 32, the last one short.
public func selfTestDigest(steps: Int, kernels: KernelChoice = .best) -> UInt64 {
  let data = SyntheticData.moons(samples: 200, noise: 0.1).make(seed: 1)
  let layers: [Layer] = [.dense(16), .tanh, .dense(16), .tanh, .dense(1)]
  var recipe = TrainingRecipe(
    layers: layers, loss: .bce, optimizer: Adam(), learningRate: 0.01, seed: 1)
  let machine = Machine(kernels: kernels)
  do throws(ShapeError) {
    let first = try Trainer(recipe, data: data, machine: machine)
    for _ in 0..<max(steps, 0) { _ = first.runEpoch() }
    recipe.optimizer = SGD(momentum: 0.9)
    recipe.batchSize = 32
    let second = try Trainer(recipe, data: data, machine: machine)
    for parameter in second.network.parameters.indices {
      second.network.setValues(parameter, first.network.values(parameter))
    }
    for _ in 0..<2 { _ = second.runEpoch() }
    return second.network.digest()
  } catch {
    return 0  // cannot be: the shapes fit
  }
}
