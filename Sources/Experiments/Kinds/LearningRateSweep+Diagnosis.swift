import NeuralNet
import Plotting

extension RateSweep {
  /// What happened at the lowest rate at which a run became infinite; if none did, at the lowest one
  /// at which a run ended above its start.
  var diagnoses: [Diagnosis] {
    let infinite = divergedRates.first { rate in
      runs(at: rate).contains { $0.divergence != nil }
    }
    guard let rate = infinite ?? divergedRates.first,
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
