import NeuralNet

// Microseconds a training step on this machine, one line for each workload: name, threads, median
// and best of the rounds.
//
//     nnbench                       all workloads, on one thread and on two
//     nnbench W1 W4                 these
//     nnbench --rounds 30 W2        more rounds; --steps for their length
//     nnbench --threads 2 W4        with two threads only
//     nnbench --kernels SSE2        other kernels than the best; `all` for one line each
//     nnbench growth                how time and memory grow with batch, width, depth …
let options = Options(CommandLine.arguments.dropFirst())
do throws(ShapeError) {
  if options.measuresGrowth {
    for growth in Growth.all { try growth.report(rounds: options.rounds) }
  } else {
    for choice in options.kernels {
      for workload in Workload.all where options.runs(workload.name) {
        for threads in options.threads {
          let times = try workload.measure(
            on: choice, threads: threads, rounds: options.rounds,
            steps: options.steps ?? workload.steps
          ).sorted()
          print(
            workload.name, threads, rounded(times[times.count / 2]), rounded(times[0]),
            choice.label)
        }
      }
    }
  }
} catch {
  print("a workload does not fit together:", error)
}
