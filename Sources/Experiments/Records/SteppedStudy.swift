import NeuralNet
import Plotting

/// A study whose slow part is a number of trainings that do not depend on each other, each of them
/// done bit by bit: the host does them side by side, a page one after the other with pauses in
/// between, in which it draws what is there and looks whether anybody moved a control.
protocol SteppedStudy: Study, Sendable {
  /// One of the trainings.
  associatedtype Member: StudyMember
  /// How many there are.
  var memberCount: Int { get }
  /// The training with that number, at its beginning.
  func member(_ number: Int, on machine: Machine) throws(ExperimentError) -> Member
  /// The options that say which trainings there are, but not what comes of any of them.
  static var memberOptions: [Name] { get }
  /// What tells a training from those that the same other options may ask for; nil if every option
  /// matters to it.
  func memberName(_ number: Int) -> Text?
  /// Whether its record is small enough to go into a page, whose readers then need not wait for what is
  /// printed.
  static var isCarried: Bool { get }
  /// What came of all trainings, in their order, after `restore`; empty if it is not carried.
  var outcomes: [Member.Outcome] { get }
  /// Takes what came of the trainings, in their order: of all; or in a page of some, one of which may
  /// still be under way, and nil for the others.
  ///
  /// - Returns: whether there is something to draw.
  mutating func take(_ outcomes: [Member.Outcome?]) -> Bool
}

/// A training that is done bit by bit.
protocol StudyMember {
  /// What comes of it.
  associatedtype Outcome: Sendable
  /// The share of it that is done.
  var share: Double { get }
  /// Does the next epoch.
  ///
  /// - Returns: whether another one follows.
  func advance(isCancelled: () -> Bool) -> Bool
  /// What came of it up to now.
  func outcome() -> Outcome
}

extension SteppedStudy {
  static var memberOptions: [Name] { [] }

  func memberName(_ number: Int) -> Text? { nil }

  static var isCarried: Bool { false }

  var outcomes: [Member.Outcome] { [] }

  mutating func measure(_ context: Context) throws(ExperimentError) {
    let outcomes = try Members(count: memberCount, context: context).run {
      [self] number, machine throws(ExperimentError) in
      let member = try member(number, on: machine)
      while member.advance(isCancelled: context.isCancelled) {}
      return member.outcome()
    }
    _ = take(outcomes.map { Optional.some($0) })
  }
}
