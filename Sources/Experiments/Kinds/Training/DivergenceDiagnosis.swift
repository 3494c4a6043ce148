import NeuralNet
import Plotting

/// A run that diverged, in words: where, the first sign, the likely cause, what to try.
struct DivergenceDiagnosis {
  let run: LossCurve
  let rate: Double
  /// A rate that is known to work, if there is one.
  let best: Double?
  let remedy: Text

  init(_ run: LossCurve, rate: Double, best: Double? = nil, remedy: Text) {
    self.run = run
    self.rate = rate
    self.best = best
    self.remedy = remedy
  }

  /// - Parameter cases: what follows the rate in the heading: ", 1 of 5 seeds".
  func diagnosis(cases: Text = "") -> Diagnosis {
    Diagnosis(
      heading: heading + cases,
      entries: [
        ("Where", place), ("First sign", sign), ("Likely cause", cause), ("Try", remedy),
      ], curve: curve)
  }

  private var heading: Text {
    guard let divergence = run.divergence else {
      return "Ended above its start: rate \(typed: rate)"
    }
    return "Diverged at step \(divergence.step): rate \(typed: rate)"
  }

  private var place: Text {
    guard let divergence = run.divergence else { return "The whole run." }
    let what: Text =
      switch divergence.kind {
      case .loss: "the loss"
      case .gradient: "the gradient of layer \(divergence.layer + 1)"
      case .parameter: "the parameters of layer \(divergence.layer + 1)"
      case .activation: "the output of layer \(divergence.layer + 1)"
      }
    return "Epoch \(divergence.epoch): \(what) became \(divergence.value, digits: 2)."
  }

  private var sign: Text {
    let losses = run.losses
    for epoch in losses.indices.dropFirst() where losses[epoch] > losses[0] {
      return "Loss \(losses[epoch], digits: 2) in epoch \(epoch + 1), "
        + "above the \(losses[0], digits: 2) of the first."
    }
    return losses.isEmpty ? "None: the first epoch." : "None: the loss had only fallen before."
  }

  private var cause: Text {
    guard let best, rate > best else {
      return "The steps overshoot, and the overshoot grows."
    }
    return "The rate is \(rate / best, digits: 2) times the best one on this grid. The steps "
      + "overshoot, and the overshoot grows."
  }

  private var curve: Panel? {
    let losses = run.losses.isEmpty ? doubles(run.divergence?.recentLosses ?? []) : run.losses
    return losses.count > 1 ? .sparkline(losses) : nil
  }
}
