import Notebook

/// How many claims hold, fail and are open, and that in words.
struct ClaimTally: Equatable {
  var holding = 0
  var failing = 0
  /// Those of blocks that stopped before there was anything to measure them by.
  var open = 0

  var count: Int { holding + failing + open }

  /// "6 of 7 hold".
  var words: String { "\(holding) of \(count) \(count == 1 ? "holds" : "hold")" }

  /// What the reader must not miss: "1 fails, 2 open"; empty for nothing.
  var alarm: String {
    [
      failing == 0 ? "" : failing == 1 ? "1 fails" : "\(failing) fail",
      open == 0 ? "" : "\(open) open",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  static func + (a: ClaimTally, b: ClaimTally) -> ClaimTally {
    ClaimTally(
      holding: a.holding + b.holding, failing: a.failing + b.failing, open: a.open + b.open)
  }
}

extension Report {
  /// What came of all claims.
  var claimTally: ClaimTally {
    outcomes.indices.reduce(ClaimTally()) { tally, index in
      let checks = outcomes[index].checks
      let holding = checks.filter(\.holds).count
      return tally
        + ClaimTally(
          holding: holding, failing: checks.count - holding, open: openClaims(of: index).count)
    }
  }

  /// What came of the claims, as a fact below the title; nil if there are none.
  public var claimsFact: Fact? {
    facts.map { $0.first { $0.term == "Claims" } } ?? Fact(claimTally)
  }
}

extension Report.Fact {
  /// Nil if there are no claims.
  init?(_ tally: ClaimTally) {
    guard tally.count > 0 else { return nil }
    self.init(term: "Claims", value: tally.words, alarm: tally.alarm)
  }
}
