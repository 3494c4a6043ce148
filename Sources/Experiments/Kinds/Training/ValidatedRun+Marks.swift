import NeuralNet
import Plotting

extension ValidatedRun {
  /// What shows that the run diverged: dashes from the last loss to the plot's top, and when.
  ///
  /// - Parameter name: of the run, where several share the plot.
  func divergenceMarks(name: Text = "") -> [Mark] {
    guard let divergence else { return [] }
    let last = Double(epochs.count)
    let loss = trainLosses.last ?? divergence.finiteLosses.first?.loss ?? .nan
    let prefix = name.isEmpty ? name : name + " "
    return [
      .divergedLine(
        x: [last, last + 1], y: [loss, .infinity],
        label: prefix + "diverged in epoch \(divergence.epoch)", shortLabel: prefix + "diverged")
    ]
  }

  /// The loss step by step, for a run that diverged before its first epoch was over; nil for others.
  func stepPlot(unit: Text) -> Plot? {
    guard let divergence, epochs.isEmpty else { return nil }
    let losses = divergence.finiteLosses
    let (steps, values) = (losses.map { $0.step }, losses.map { $0.loss })
    return Plot(
      title: "Loss over the steps",
      summary: .course(of: values, at: steps, unit: "step")
        + " Diverged at step \(divergence.step).",
      x: Axis("step", to: Double(divergence.step)), y: Axis("Loss", unit: unit, scale: .log),
      marks: [
        .line(x: steps, y: values, style: .train),
        .divergedLine(
          x: [steps.last ?? 0, Double(divergence.step)], y: [values.last ?? .nan, .infinity],
          label: "diverged at step \(divergence.step)", shortLabel: "diverged"),
      ])
  }
}

extension Divergence {
  /// The losses before it that are numbers a logarithmic axis shows, with their steps.
  fileprivate var finiteLosses: [(step: Double, loss: Double)] {
    let first = step - recentLosses.count
    return recentLosses.enumerated().compactMap { number, loss in
      loss.isFinite && loss > 0 ? (Double(first + number), Double(loss)) : nil
    }
  }
}
