import NeuralNet
public import Plotting

/// What a page asks of the engine: a block with what its reader changed, as JSON.
///
///     {"experiment": "lr-sweep", "seed": 7, "quick": false,
///      "layout": {"controls": "few"}, "options": {"epochs": 300}, "changes": {"rate": 0.05}}
public struct LiveRequest: Sendable {
  /// The kind of block.
  public let experiment: Experiment
  /// Its options, with the changes.
  public private(set) var body: OptionValue
  /// Its options as printed.
  private let printed: OptionValue
  /// Whether everything is to be computed, as printed numbers are verified.
  public let isFresh: Bool
  /// The entries of the options that were changed.
  private let changed: [OptionValue.Entry]
  /// The seed of the notebook.
  public let seed: UInt64
  /// Whether the notebook ran with the profile quick.
  public let isQuick: Bool
  /// How the drawings are laid out.
  public let layout: FigureLayout

  /// Reads a request.
  ///
  /// - Parameter known: the experiments that the engine has.
  /// - Throws: `LiveProblem` for text that is no request.
  public init(_ bytes: [UInt8], of known: [Experiment] = Experiment.live) throws(LiveProblem) {
    guard let request = JSONReader.value(bytes), case .map = request.content else {
      throw .notJSON
    }
    experiment = try Self.experiment(request["experiment"], of: known)
    printed = request["options"] ?? OptionValue(.map([]))
    isFresh = request["fresh"]?.content == .boolean(true)
    var body = printed
    var touched: [Text] = []
    if case .map(let changes)? = request["changes"]?.content {
      for change in changes {
        guard let control = experiment.control(change.key) else {
          throw .unknownControl(change.key, known: experiment.controlNames)
        }
        body = control.setting(change.value, in: body, of: experiment)
        touched.append(control.option.text)
      }
    }
    self.body = body
    var changed: [OptionValue.Entry] = []
    if case .map(let entries) = body.content {
      changed = entries.filter { touched.contains($0.key) }
    }
    self.changed = changed
    seed = try request["seed"].map(Self.seed) ?? 1
    isQuick = request["quick"]?.content == .boolean(true)
    layout = FigureLayout(request["layout"])
  }

  /// The block as printed, with what its record says of it; nil if the record is of no use.
  public func resumed(_ record: Record) -> (request: LiveRequest, run: ExperimentRun)? {
    var request = self
    request.body = printed
    do throws(LiveProblem) {
      guard
        let run = try request.run({ options, context throws(ExperimentError) in
          try request.experiment.resume(record, options, context)
        })
      else { return nil }
      return (request, run)
    } catch {
      return nil
    }
  }

  private static func experiment(
    _ value: OptionValue?, of all: [Experiment]
  ) throws(LiveProblem) -> Experiment {
    let known = all.map { $0.name.text }
    guard let value, case .text(let name) = value.content else {
      throw .options([OptionProblem(.missingOption("experiment", expected: "a name"), at: nil)])
    }
    guard let experiment = all.first(where: { $0.name.matches(name) }) else {
      throw .options([OptionProblem(.unknownExperiment(name, known: known), at: nil)])
    }
    return experiment
  }

  /// A seed that JavaScript holds exactly.
  private static func seed(_ value: OptionValue) throws(LiveProblem) -> UInt64 {
    let expected: Text = "a whole number from 0 to 9e15"
    guard case .number(let number) = value.content, (0...9e15).contains(number),
      number == number.rounded(.towardZero)
    else {
      throw .options([
        OptionProblem(.wrongValue("seed", found: value.found, expected: expected), at: value.place)
      ])
    }
    return UInt64(number)
  }

  /// Begins the block.
  ///
  /// - Parameter earlier: a run with its request; what both have in common is not done again.
  /// - Throws: `LiveProblem` if the options are wrong or do not fit each other.
  public func begin(
    after earlier: (request: LiveRequest, run: ExperimentRun)? = nil
  ) throws(LiveProblem) -> ExperimentRun {
    try run { options, context throws(ExperimentError) in
      if let (request, run) = earlier, !isFresh, isLike(request),
        let following = try run.following(options, context)
      {
        return following
      }
      return try experiment.begin(options, context)
    }
  }

  private func run<Run>(
    _ begin: (Options, Context) throws(ExperimentError) -> Run
  ) throws(LiveProblem) -> Run {
    var (options, problems) = experiment.read(body, layers: Catalogs.liveLayers)
    guard problems.isEmpty else { throw .options(problems) }
    if isQuick { options = options.quick(experiment.options) }
    do throws(ExperimentError) {
      return try begin(options, Context(seed: seed))
    } catch {
      throw .failed(error)
    }
  }

  /// Whether the requests differ at most by the trainings that they ask for.
  private func isLike(_ other: LiveRequest) -> Bool {
    experiment.name.text == other.experiment.name.text && seed == other.seed
      && isQuick == other.isQuick && commonOptions == other.commonOptions
  }

  private var commonOptions: [OptionValue.Entry] {
    guard case .map(let entries) = body.content else { return [] }
    return entries.filter { entry in
      !experiment.memberOptions.contains { $0.matches(entry.key) }
    }
  }

  /// All controls with their values, and the options that the changes touch, as JSON.
  public var description: Text {
    var text: Text = "{\"controls\":"
    let controls = experiment.controlNames.compactMap { experiment.control($0) }
    text += Control.json(controls, in: body, of: experiment)
    text += ",\"options\":"
    text.append(json: OptionValue(.map(changed)))
    return text + "}"
  }
}

/// Why a request of a page came to nothing.
public enum LiveProblem: Error, Sendable {
  /// The bytes are no JSON map.
  case notJSON
  /// The experiment has no such control.
  case unknownControl(Text, known: [Text])
  /// Options are wrong.
  case options([OptionProblem])
  /// Options do not fit each other.
  case failed(ExperimentError)

  /// The problem in words.
  public var message: Text {
    switch self {
    case .notJSON: return "the request is no JSON"
    case .unknownControl(let name, let known):
      let note = suggestion(for: name, among: known) ?? ""
      return "no control '\(name)': \(note)"
    case .options(let problems):
      return Text.joined(problems.map { $0.sentence }, separator: "; ")
    case .failed(.problem(let problem)): return problem.sentence
    case .failed(.cancelled): return "the run was stopped"
    case .failed(.damagedRecord): return "the stored result is damaged"
    }
  }
}

extension OptionProblem {
  /// The message with the names that were perhaps meant.
  fileprivate var sentence: Text {
    guard let note else { return message }
    return "\(message): \(note)"
  }
}
