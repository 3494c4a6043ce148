import Notebook

extension Report {
  /// What came of the claims: "6 of 7 hold", "1 fails"; nil if there are none.
  public var claimsFact: Fact? {
    if let facts { return facts.first { $0.term == "Claims" } }
    let checks = outcomes.flatMap(\.checks)
    let failing = checks.filter { !$0.holds }.count
    let open = outcomes.indices.map { openClaims(of: $0).count }.reduce(0, +)
    let all = checks.count + open
    guard all > 0 else { return nil }
    let alarms = [
      failing == 0 ? "" : failing == 1 ? "1 fails" : "\(failing) fail",
      open == 0 ? "" : "\(open) open",
    ].filter { !$0.isEmpty }
    return Fact(
      term: "Claims", value: "\(checks.count - failing) of \(all) \(all == 1 ? "holds" : "hold")",
      alarm: alarms.joined(separator: ", "))
  }
}
