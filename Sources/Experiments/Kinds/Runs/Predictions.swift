import NeuralNet
import Plotting

extension Experiment {
  /// What a trained network says of single unseen rows.
  public static let predictions = Experiment(
    "predictions", "what the network of a {train} block says of single unseen rows",
    section: "38 Build your first network",
    options: [
      .run,
      ExperimentOption(
        "show", .choice(["first", "mistakes", "doubtful"]), default: .name("first"),
        "which rows: the first, wrong answers (surest first), or the least sure answers"),
      ExperimentOption("count", .integer(1...100), default: .number(18), "how many rows"),
    ],
    metrics: [
      ("accuracy", "share of right answers on unseen rows; for classes"),
      ("confidence", "mean probability that the network gives to its answers; for classes"),
      ("rmse", "√ of the mean squared error on unseen rows; for numbers"),
      ("mae", "mean absolute error; for numbers"),
      ("r2", "1 − Σ (error)² / Σ (target − mean)²; for numbers"),
    ]
  ) { options, context throws(ExperimentError) in
    let study = try context.trainingStudy(options)
    if study.training.task == .regression { return study.comparedNumbers }
    guard let judged = study.judgedRows else {
      throw .conflict(
        "the data have \(study.validation.targetsInWords), expected one class a row, or numbers",
        at: options.place("run"))
    }
    return judged.predictionResult(
      judged.rows(shown: options.choice("show"), count: options.integer("count")))
  }
}

// MARK: - Classes

extension JudgedClasses {
  /// The first rows (0), the surest mistakes (1), or the least sure answers (2).
  func rows(shown: Int, count: Int) -> [Int] {
    switch shown {
    case 1: return Array(surestMistakes.prefix(count))
    case 2: return Array(leastSure.prefix(count))
    default: return Array((0..<data.count).prefix(count))
    }
  }

  func predictionResult(_ rows: [Int]) -> ExperimentResult {
    var figures = [certaintyFigure(rows)]
    if let pictures = picturesFigure(rows) { figures.insert(pictures, at: 0) }
    return ExperimentResult(
      metrics: [
        Metric("accuracy", scores.accuracy, .percent), Metric("confidence", confidence),
      ],
      figures: figures)
  }

  private func picturesFigure(_ rows: [Int]) -> Figure? {
    guard let panel = pictures(rows, name: "\(rows.count) unseen rows") else { return nil }
    return Figure(
      "pictures", width: .text, rows: [.init([panel])],
      caption: "Unseen pictures: what they are, what the network read, and the probability that "
        + "it gave to its answer.",
      table: rowTable(rows))
  }

  /// How sure the network is where it is right and where it is wrong.
  private func certaintyFigure(_ rows: [Int]) -> Figure {
    let edges = Grid.linear(from: 0, to: 1, count: 21)
    let plot = Plot(
      title: "Probability given to the answers",
      summary: "Accuracy \(scores.accuracy * 100, decimals: 1) %, mean probability of the answers "
        + "\(confidence, digits: 2).",
      x: Axis("probability of the answer", from: 0, to: 1), y: Axis("Rows"),
      marks: [
        .histogram(edges: edges, counts: certainties(edges, right: nil), style: .category(0)),
        .histogram(edges: edges, counts: certainties(edges, right: false), style: .category(1)),
      ], key: [.area(.category(0), "right answers"), .area(.category(1), "wrong ones")])
    return Figure(
      "certainty", width: .text, rows: [.init([.plot(plot)])],
      caption: "How sure the network is of its answers to unseen rows: all of them (blue), and "
        + "the wrong ones among them (orange).",
      table: rowTable(rows))
  }
}

// MARK: - Numbers

extension TrainingStudy {
  /// Predicted against true numbers.
  fileprivate var comparedNumbers: ExperimentResult {
    let (truth, said) = (doubles(validation.targets), doubles(predictions))
    let plot = Plot(
      title: "Predicted against true",
      summary: "\(truth.count) unseen numbers, root mean squared error "
        + "\(Self.rootMeanSquare(truth, said), digits: 3).",
      x: Axis("true"), y: Axis("predicted"),
      marks: [
        .line(x: Self.ends(truth), y: Self.ends(truth), style: .ink),
        .dots(x: truth, y: said, style: .train),
      ])
    let figure = Figure(
      "predictions", width: .text, rows: [.init([.plot(plot)])],
      caption: "What the network says of unseen rows against the truth. On the line both are "
        + "equal.",
      table: Table(
        [.words("Row"), .numbers("True", decimals: 4), .numbers("Predicted", decimals: 4)],
        rows: truth.indices.prefix(100).map {
          [.text("\($0 + 1)"), .number(truth[$0]), .number(said[$0])]
        }))
    return ExperimentResult(metrics: Self.errors(truth, said), figures: [figure])
  }

  private static func ends(_ values: [Double]) -> [Double] {
    [values.min() ?? 0, values.max() ?? 1]
  }

  private static func rootMeanSquare(_ truth: [Double], _ said: [Double]) -> Double {
    let squares = zip(truth, said).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return (squares / Double(truth.count)).squareRoot()
  }

  private static func errors(_ truth: [Double], _ said: [Double]) -> [Metric] {
    let count = Double(truth.count)
    let mean = truth.reduce(0, +) / count
    let spread = truth.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let rmse = rootMeanSquare(truth, said)
    let mae = zip(truth, said).reduce(0) { $0 + ($1.0 - $1.1).magnitude } / count
    return [
      Metric("rmse", rmse), Metric("mae", mae), Metric("r2", 1 - rmse * rmse * count / spread),
    ]
  }
}
