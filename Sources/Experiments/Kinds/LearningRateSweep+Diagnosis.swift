import NeuralNet
import Plotting

extension RateSweep {
  /// What happened at the lowest rate that diverged.
  var diagnoses: [Diagnosis] {
    guard let rate = divergedRates.first,
      let run = runs(at: rate).first(where: { $0.divergence != nil })
        ?? runs(at: rate).first(where: { $0.diverged })
    else { return [] }
    let failed = runs(at: rate).filter { $0.diverged }.count
    let remedy =
      best.map { "A rate of \(typed: rates[$0]), the best one on this grid." as Text }
      ?? "Rates below \(typed: rates[0])."
    return [
      DivergenceDiagnosis(run, rate: rates[rate], best: best.map { rates[$0] }, remedy: remedy)
        .diagnosis(cases: ", \(failed) of \(seeds) \(seeds == 1 ? "seed" : "seeds")")
    ]
  }
}
