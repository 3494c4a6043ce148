import NeuralNet
public import Plotting

/// What a page asks of the engine: a block with what its reader changed, as JSON.
///
///     {"experiment": "lr-sweep", "seed": 7, "quick": false,
///      "options": {"epochs": 300}, "changes": {"rate": 0.05}}
public struct LiveRequest: Sendable {
  /// The kind of block.
  public let experiment: Experiment
  /// Its options, with the changes.
  public let body: OptionValue
  /// The entries of the options that were changed.
  private let changed: [OptionValue.Entry]
  /// The seed of the notebook.
  public let seed: UInt64
  /// Whether the notebook ran with the profile quick.
  public let isQuick: Bool

  /// Reads a request.
  ///
  /// - Throws: `LiveProblem` for text that is no request.
  public init(_ bytes: [UInt8]) throws(LiveProblem) {
    guard let request = JSONReader.value(bytes), case .map = request.content else {
      throw .notJSON
    }
    guard case .text(let name)? = request["experiment"]?.content,
      let experiment = Experiment.live.first(where: { $0.name.matches(name) })
    else { throw .unknownExperiment }
    self.experiment = experiment
    var body = request["options"] ?? OptionValue(.map([]))
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
    seed = request["seed"].flatMap { $0.seed } ?? 1
    isQuick = request["quick"]?.content == .boolean(true)
  }

  /// Begins the block.
  ///
  /// - Parameter earlier: a run with its request; what both have in common is not done again.
  /// - Throws: `LiveProblem` if the options are wrong or do not fit each other.
  public func begin(
    after earlier: (request: LiveRequest, run: ExperimentRun)? = nil
  ) throws(LiveProblem) -> ExperimentRun {
    var (options, problems) = experiment.read(body, layers: Catalogs.liveLayers)
    guard problems.isEmpty else { throw .options(problems) }
    if isQuick { options = options.quick(experiment.options) }
    do throws(ExperimentError) {
      let context = Context(seed: seed)
      if let (request, run) = earlier, isLike(request),
        let following = try run.following(options, context)
      {
        return following
      }
      return try experiment.begin(options, context)
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

  /// The declared controls with their values, and the options that the changes touch, as JSON.
  public var description: Text {
    var text: Text = "{\"controls\":"
    text += Control.json(experiment.controls, in: body, of: experiment)
    text += ",\"options\":"
    text.append(json: OptionValue(.map(changed)))
    return text + "}"
  }
}

/// Why a request of a page came to nothing.
public enum LiveProblem: Error, Sendable {
  /// The bytes are no JSON map.
  case notJSON
  /// The engine has no such experiment.
  case unknownExperiment
  /// The experiment has no such control.
  case unknownControl(Text, known: [Text])
  /// Options are wrong.
  case options([OptionProblem])
  /// Options do not fit each other.
  case failed(ExperimentError)

  /// The problem as a number: what the page tells apart.
  public var code: Int32 {
    switch self {
    case .notJSON: return -1
    case .unknownExperiment: return -2
    case .unknownControl: return -3
    case .options: return -4
    case .failed: return -5
    }
  }

  /// The problem in words.
  public var message: Text {
    switch self {
    case .notJSON: return "the request is no JSON"
    case .unknownExperiment: return "the live engine has no such experiment"
    case .unknownControl(let name, let known):
      let note = suggestion(for: name, among: known) ?? ""
      return "no control '\(name)': \(note)"
    case .options(let problems):
      return Text.joined(problems.map { $0.message })
    case .failed(.problem(let problem)): return problem.message
    case .failed(.cancelled): return "the run was stopped"
    case .failed(.damagedRecord): return "the stored result is damaged"
    }
  }
}

extension OptionValue {
  /// A seed: a whole number of at most 53 bits.
  fileprivate var seed: UInt64? {
    guard case .number(let number) = content, number >= 0, number <= 9e15 else { return nil }
    return UInt64(number)
  }
}
