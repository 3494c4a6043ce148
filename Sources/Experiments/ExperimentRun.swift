import NeuralNet
import Plotting

/// An experiment that is under way, for a page: done bit by bit, with figures at any time.
public final class ExperimentRun {
  private let next: () throws(ExperimentError) -> Bool
  private let done: () -> Double
  private let found: () -> ExperimentResult?
  private let again: (Options, Context) throws(ExperimentError) -> ExperimentRun?

  /// The share of the work that is done, 0 to 1.
  public var share: Double { done() }

  /// Metrics and figures of what is done; nil if that is not enough to draw.
  public var result: ExperimentResult? { found() }

  /// Does the next bit, an epoch of one network.
  ///
  /// - Returns: whether another one follows.
  public func advance() throws(ExperimentError) -> Bool { try next() }

  /// The same experiment with other options: what both have in common is not done again; nil if that
  /// is nothing.
  ///
  /// - Parameter options: they may differ by the experiment's `memberOptions` only.
  public func following(_ options: Options, _ context: Context) throws(ExperimentError)
    -> ExperimentRun?
  {
    try again(options, context)
  }

  /// An experiment that was done at once.
  init(_ result: ExperimentResult) {
    again = { _, _ throws(ExperimentError) in nil }
    next = { () throws(ExperimentError) in false }
    done = { 1 }
    found = { result }
  }

  /// A study at its beginning.
  convenience init<Kind: SteppedStudy>(_ study: Kind, _ context: Context) throws(ExperimentError) {
    self.init(try StudyCourse(study, context, known: []))
  }

  /// A study at its end, with what an earlier run of it found.
  convenience init<Kind: SteppedStudy>(done study: Kind, _ context: Context)
    throws(ExperimentError)
  {
    var known: [StudyCourse<Kind>.Known] = []
    for (number, outcome) in study.outcomes.enumerated() {
      if let name = study.memberName(number) { known.append((name, outcome)) }
    }
    self.init(try StudyCourse(study, context, known: known))
  }

  private init<Kind: SteppedStudy>(_ course: StudyCourse<Kind>) {
    next = { () throws(ExperimentError) in try course.advance() }
    done = { course.share }
    found = { course.result }
    again = { options, context throws(ExperimentError) in
      ExperimentRun(try StudyCourse(try Kind(options, context), context, known: course.known))
    }
  }
}

/// A study, the trainings that are done, and the one that is under way.
private final class StudyCourse<Kind: SteppedStudy> {
  /// What is known of a training by its name.
  typealias Known = (name: Text, outcome: Kind.Member.Outcome)
  /// So many are remembered: the oldest make room for new ones.
  private static var memory: Int { 600 }

  private let study: Kind
  private let machine: Machine
  private var outcomes: [Kind.Member.Outcome?]
  private var current: (number: Int, member: Kind.Member)?
  /// Of this run and of earlier ones.
  private(set) var known: [Known]

  /// Begins the first training that is not known: what it begins with can be drawn.
  init(_ study: Kind, _ context: Context, known: [Known]) throws(ExperimentError) {
    self.study = study
    self.known = known
    machine = context.machine(threads: 1)
    outcomes = (0..<study.memberCount).map { number -> Kind.Member.Outcome? in
      guard let name = study.memberName(number) else { return nil }
      return known.first { $0.name == name }?.outcome
    }
    if let number = outcomes.firstIndex(where: { $0 == nil }) {
      current = (number, try study.member(number, on: machine))
    }
  }

  var share: Double {
    var done = current?.member.share ?? 0
    for outcome in outcomes where outcome != nil { done += 1 }
    return done / Double(max(outcomes.count, 1))
  }

  func advance() throws(ExperimentError) -> Bool {
    guard let number = outcomes.firstIndex(where: { $0 == nil }) else { return false }
    let member: Kind.Member
    if let current, current.number == number {
      member = current.member
    } else {
      member = try study.member(number, on: machine)
    }
    current = nil
    if member.advance(isCancelled: { false }) {
      current = (number, member)
      return true
    }
    finish(member.outcome(), number)
    return outcomes.contains { $0 == nil }
  }

  private func finish(_ outcome: Kind.Member.Outcome, _ number: Int) {
    outcomes[number] = outcome
    guard let name = study.memberName(number) else { return }
    if known.count >= Self.memory { known.removeFirst() }
    known.append((name, outcome))
  }

  var result: ExperimentResult? {
    var (study, outcomes) = (study, outcomes)
    if let current { outcomes[current.number] = current.member.outcome() }
    return study.take(outcomes) ? study.result : nil
  }
}
