import NeuralNet

func milli() -> Double {
  let c = ContinuousClock.now;
  return Double((c - start).components.attoseconds) / 1e12 + Double((c - start).components.seconds)
    * 1e6
}
let start = ContinuousClock.now
func bench(
  _ name: String, _ model: [Layer], _ inputs: Int, _ batch: Int, _ loss: Loss, _ target: Shape,
  _ opt: any Optimizer, _ lr: Float, _ n: Int, _ m: Machine
) throws {
  var g = Graph()
  let x = try g.input(Shape(batch, inputs)), y = try g.input(target)
  let out = try g.apply(model, to: x)
  let l = try loss.add(to: &g, out[out.count - 1], y)
  let grads = g.differentiate(l, for: g.parameters)
  let store = ParameterStore(g, machine: m)
  let p = Program(g, keep: [l], parameters: store, gradients: grads, update: opt, machine: m)
  p.learningRate = lr
  var s: UInt64 = 1
  func r() -> Float {
    s = s &* 6364136223846793005 &+ 1442695040888963407; return Float(s >> 40) / 16777216
  }
  for i in 0..<store.count { store.values(0)[i] = (r() * 2 - 1) * 0.1 }
  p.write(x, (0..<batch * inputs).map { _ in r() })
  p.write(y, (0..<target.count).map { _ in Float(Int(r() * (loss.takesClasses ? 10 : 2))) })
  var times: [Double] = []
  for _ in 0..<15 {
    let t = milli(); for _ in 0..<n { p.run() }; times.append((milli() - t) / Double(n))
  }
  times.sort()
  var h: UInt32 = 2166136261
  for i in 0..<store.count { h = (h ^ store.values(0)[i].bitPattern) &* 16777619 }
  print(
    name, String(decoding: m.choice.name, as: UTF8.self), m.threads, times[7], times[0],
    p.read(l)[0], String(h, radix: 16))
}
let toy: [Layer] = [.dense(16), .tanh, .dense(16), .tanh, .dense(1)]
let mnist: [Layer] = [.dense(256), .relu, .dense(128), .relu, .dense(10)]
for k in KernelChoice.all {
  let m = Machine(kernels: k)
  try bench("W1", toy, 2, 200, .bce, Shape(200, 1), SGD(momentum: 0.9), 0.1, 2000, m)
  try bench("W2", toy, 2, 10, .bce, Shape(10, 1), SGD(momentum: 0.9), 0.1, 10000, m)
  try bench("W4", mnist, 784, 64, .crossEntropy, Shape(64), Adam(), 0.001, 50, m)
  try bench(
    "W4", mnist, 784, 64, .crossEntropy, Shape(64), Adam(), 0.001, 50,
    Machine(kernels: k, threads: 2))
}
