import NeuralNet
import Plotting

extension Experiment {
  /// What trained networks answer over the plane.
  public static let decisionMap = Experiment(
    "decision-map", "what the network of a {train} block answers over the plane, or along a line",
    section: "6 Activation functions",
    options: [
      ExperimentOption(
        "run", .runs(count: 1...3), "the label of a {train} block, or up to 3 labels side by side"),
      ExperimentOption(
        "names", .words, default: OptionValue(.null),
        "what stands above each map; default: the labels"),
    ],
    metrics: [
      ("accuracy[n]", "share of right answers on unseen rows, of run n, counted from 1"),
      ("validation-loss[n]", "loss on unseen rows"),
    ]
  ) { options, context throws(ExperimentError) in
    var studies = try context.trainingStudies(options)
    if options.has("names") {
      let names = options.words("names")
      guard names.count == studies.count else {
        throw .conflict(
          "'names' has \(names.count) names, expected \(studies.count), one a run",
          at: options.place("names"))
      }
      for (number, name) in names.enumerated() { studies[number].0 = name }
    }
    var panels: [Panel] = []
    var isMap = false
    for (label, study) in studies {
      guard let panel = study.answerPanel(studies.count > 1 ? label : nil, of: studies.count)
      else {
        throw .conflict(
          "the data of '\(label)' have \(study.training.featureCount) features, expected two and "
            + "two classes, or one and a number", at: options.place("run"))
      }
      panels.append(panel)
      if case .map = study.grid.kind { isMap = true }
    }
    let caption: Text =
      isMap
      ? "What the network answers over the plane, with its training points. The line is where both "
        + "classes are equally likely."
      : "The curve that the network draws through its training points."
    let rows =
      isMap
      ? Figure.rows(ofMaps: panels) { .decisionMapKey(width: $0) } : [Figure.Row(panels)]
    return ExperimentResult(
      metrics: mapMetrics(studies),
      figures: [
        Figure(
          "map", width: studies.count > (isMap ? 2 : 1) ? .wide : .text, rows: rows,
          caption: caption,
          table: mapTable(studies))
      ])
  }
}

private func mapMetrics(_ studies: [(Text, TrainingStudy)]) -> [Metric] {
  studies.enumerated().flatMap { number, entry -> [Metric] in
    let run = entry.1.run
    let loss = Metric("validation-loss[\(number + 1)]", run.validationLoss)
    guard entry.1.isClassification else { return [loss] }
    return [Metric("accuracy[\(number + 1)]", run.validationAccuracy, .percent), loss]
  }
}

private func mapTable(_ studies: [(Text, TrainingStudy)]) -> Table {
  Table(
    [
      .words("Run"), .numbers("Parameters", decimals: 0), .numbers("Loss unseen", decimals: 4),
      .numbers("Accuracy unseen", decimals: 4),
    ],
    rows: studies.map { label, study in
      [
        .text(label), .number(Double(study.parameterCount)), .number(study.run.validationLoss),
        study.isClassification ? .number(study.run.validationAccuracy) : .empty,
      ]
    })
}

extension TrainingStudy {
  /// A decision map or a fitted curve; nil for data that are not drawn.
  ///
  /// - Parameters:
  ///   - name: what tells the panel from its neighbours.
  ///   - count: how many panels there are.
  func answerPanel(_ name: Text?, of count: Int) -> Panel? {
    switch grid.kind {
    case .none: return nil
    case .map(let region):
      let outcome = run.outcome(isClassification: isClassification)
      return AnswerGrid.map(
        answers, over: region, data: training, title: name ?? "Decision map", result: outcome,
        summary: "What the network answers over the plane: \(outcome).", size: MapSize(of: count))
    case .curve(let x):
      return .plot(
        fitPlot(
          x, title: name ?? "The fitted curve", y: name ?? "y", size: .init(of: count)))
    }
  }

  /// The training points with the curve that the network draws through them; without it if the run
  /// diverged, as what is left of a network can lie anywhere.
  func fitPlot(_ x: [Double], title: Text, y name: Text, size: Plot.Size) -> Plot {
    let points = (x: AnswerGrid.column(0, of: [training]), y: doubles(training.targets))
    var marks: [Mark] = [.dots(x: points.x, y: points.y, style: .train)]
    var axis = Axis(name)
    var summary: Text = "Validation loss \(run.validationLoss, digits: 3)."
    if run.divergence == nil {
      marks.append(.line(x: x, y: answers, style: .ink))
      (axis.lower, axis.upper) = fitLimits(points.y)
    } else {
      summary = "The run diverged; only the training points are drawn."
    }
    return Plot(
      title: title, summary: summary, size: size, x: Axis("x"), y: axis, marks: marks)
  }

  /// Where the axis ends if the curve leaves the points so far behind that these would become a line:
  /// at twice their extent on that side.
  private func fitLimits(_ points: [Double]) -> (lower: Double?, upper: Double?) {
    guard let low = points.min(), let high = points.max(), high > low else { return (nil, nil) }
    let span = high - low
    let finite = answers.filter { $0.isFinite }
    return (
      (finite.min() ?? low) < low - 4 * span ? low - span : nil,
      (finite.max() ?? high) > high + 4 * span ? high + span : nil
    )
  }
}
