import NeuralNet

// Microseconds a training step on this machine, one line for each workload: name, threads, median
// and best of the rounds.
//
//     nnbench                       all workloads
//     nnbench W1 W4                 these
//     nnbench --rounds 30 W2        more rounds
//     nnbench --kernels SSE2        other kernels than the best; `all` for one line each
let options = Options(CommandLine.arguments.dropFirst())
do throws(ShapeError) {
  for choice in options.kernels {
    for workload in Workload.all where options.runs(workload) {
      let times = try workload.measure(on: choice, rounds: options.rounds)
      print(workload.name, workload.threads, times.median, times.best, choice.label)
    }
  }
} catch {
  print("a workload does not fit together:", error)
}
