import NeuralNet
import Plotting

/// Unseen rows of several classes with what a network made of them.
struct JudgedClasses {
  let data: Dataset
  let classCount: Int
  /// The class each row was read as, and its probability by the network.
  private let answers: [(label: Int, probability: Double)]

  /// Nil for data that have not one class a row.
  ///
  /// - Parameters:
  ///   - outputs: the network's raw outputs, `[rows, classes]`, or `[rows]` for two classes.
  ///   - threshold: what a single output must exceed to mean class 1.
  init?(_ data: Dataset, _ outputs: [Float], threshold: Float) {
    self.data = data
    switch data.task {
    case .classes(let count) where outputs.count == data.count * count:
      classCount = count
      answers = (0..<data.count).map { row in
        Self.answer(outputs[row * count..<(row + 1) * count])
      }
    case .binary where outputs.count == data.count:
      classCount = 2
      answers = outputs.map { Self.answer($0, threshold: threshold) }
    default: return nil
    }
  }

  /// Whether one output says yes: the sigmoid of a logit (threshold 0), or the probability itself.
  private static func answer(_ output: Float, threshold: Float) -> (
    label: Int, probability: Double
  ) {
    let yes = threshold == 0 ? 1 / (1 + Math.exp(-Double(output))) : Double(output)
    return output > threshold ? (1, yes) : (0, 1 - yes)
  }

  /// The class of the largest logit, the first of equals, and its softmax.
  private static func answer(_ logits: ArraySlice<Float>) -> (label: Int, probability: Double) {
    var best = logits.startIndex
    for index in logits.indices where logits[index] > logits[best] { best = index }
    var sum = 0.0
    for logit in logits { sum += Math.exp(Double(logit - logits[best])) }
    return (best - logits.startIndex, 1 / sum)
  }

  private func truth(_ row: Int) -> Int { Int(data.targets[row]) }

  private func name(_ label: Int) -> Text {
    label < data.classNames.count ? Text(data.classNames[label]) : "\(label)"
  }
}

// MARK: - Numbers

extension JudgedClasses {
  /// Counts by true and predicted class, and what follows from them.
  var scores: ClassScores {
    var counts = [Int](repeating: 0, count: classCount * classCount)
    for row in answers.indices { counts[truth(row) * classCount + answers[row].label] += 1 }
    return ClassScores(counts: counts, classCount: classCount)
  }

  /// The mean probability of the answers.
  var confidence: Double {
    answers.reduce(0) { $0 + $1.probability } / Double(max(1, answers.count))
  }

  /// How many answers have which probability: all of them, or the right or wrong ones.
  func certainties(_ edges: [Double], right: Bool?) -> [Double] {
    let bins = edges.count - 1
    var counts = [Double](repeating: 0, count: bins)
    for (row, answer) in answers.enumerated() where answer.probability.isFinite {
      if let right, (answer.label == truth(row)) != right { continue }
      counts[min(bins - 1, max(0, Int(answer.probability * Double(bins))))] += 1
    }
    return counts
  }

  /// All rows, the least sure answer first.
  var leastSure: [Int] {
    answers.indices.sorted { left, right in
      answers[left].probability != answers[right].probability
        ? answers[left].probability < answers[right].probability : left < right
    }
  }
}

// MARK: - Figures

extension JudgedClasses {
  /// Counts by true and predicted class.
  var confusionFigure: Figure {
    let names = (0..<classCount).map { name($0) }
    return Figure(
      "confusion", width: .text,
      rows: [.init(confusionPanels(names))],
      caption: "Which unseen rows were taken for what. Rows are the true classes; shade is the "
        + "share of the row on a square-root scale, and the three commonest confusions are "
        + "outlined."
        + (classCount > Self.mostScored
          ? "" : " Beside it, how much of what was said is right, and how much was found."),
      table: confusionTable(scores.counts, names))
  }

  /// Beyond so many classes the matrix fills the text's width.
  private static let mostScored = 6

  /// The matrix, and beside a small one precision and recall of each class.
  private func confusionPanels(_ names: [Text]) -> [Panel] {
    let matrix = Panel.confusionMatrix(ConfusionMatrix(classes: names, counts: scores.counts))
    guard classCount <= Self.mostScored else { return [matrix] }
    let scores = scores
    let precision = (0..<classCount).map { scores.precision($0) }
    let recall = (0..<classCount).map { scores.recall($0) }
    var summary = Text()
    for (label, name) in names.enumerated() {
      summary += "\(name): precision \(precision[label], decimals: 2), "
      summary += "recall \(recall[label], decimals: 2). "
    }
    let width = 640 - 32 - matrix.wideWidth
    guard width >= 200 else { return [matrix] }
    let plot = Plot(
      title: "Precision and recall of each class", summary: summary,
      size: .init(
        width: width, height: 90 + 52 * Double(classCount), narrowWidth: min(width, 350),
        narrowHeight: 90 + 52 * Double(classCount)),
      x: Axis("share", to: 1), y: Axis("Class", scale: .category(names)),
      marks: [.dumbbells(from: precision, to: recall)],
      key: [
        .dumbbell(.category(0), isHollow: true, "precision"),
        .dumbbell(.category(1), isHollow: false, "recall"),
      ])
    return [matrix, .plot(plot)]
  }

  /// The matrix beside pictures, where the rows are some: one of each class, and the surest mistakes.
  var illustratedConfusion: Figure {
    var figure = confusionFigure
    let matrix = figure.rows[0].panels[0]
    let room = min(424, 912 - 32 - matrix.wideWidth)
    guard classCount > Self.mostScored, room >= 300,
      let kinds = grid(
        oneOfEach, "One of each class", remark: "", columns: 10, width: room,
        label: { _ in ("", "") })
    else { return figure }
    var grids = [kinds]
    grids[0].gap = 4
    grids[0].narrowColumns = 10
    let mistakes = Array(surestMistakes.prefix(15))
    if var wrong = grid(
      mistakes, "\(mistakes.count) surest mistakes", remark: "true → read as", columns: 5,
      width: room)
    {
      wrong.narrowColumns = 5
      grids.append(wrong)
    }
    figure.rows = [.init([matrix, .imageGrids(grids)])]
    figure.width = .wide
    figure.caption += " Right: unseen pictures, and the probability given to the wrong answer."
    return figure
  }

  /// The first row of each class, of twenty at most.
  private var oneOfEach: [Int] {
    (0..<min(20, classCount)).compactMap { label in
      (0..<data.count).first { truth($0) == label }
    }
  }

  private func confusionTable(_ counts: [Int], _ names: [Text]) -> Table {
    Table(
      [.words("True class")] + names.map { .numbers($0, decimals: 0) },
      rows: names.indices.map { row in
        [.text(names[row])]
          + names.indices.map { .number(Double(counts[row * classCount + $0])) }
      })
  }

  /// The mistakes of which the network was surest, as pictures; nil if the data are none.
  var mistakesFigure: Figure? {
    let mistakes = Array(surestMistakes.prefix(18))
    guard !mistakes.isEmpty,
      let panel = pictures(mistakes, name: "\(mistakes.count) surest mistakes")
    else { return nil }
    return Figure(
      "mistakes", width: .text, rows: [.init([panel])],
      caption: "The mistakes of which the network was surest, with the probability that it gave "
        + "to its wrong answer.",
      table: rowTable(mistakes))
  }

  /// Rows as pictures with what they are and were read as; nil if the data are none.
  func pictures(_ rows: [Int], name title: Text) -> Panel? {
    grid(rows, title, remark: "true → read as, probability", columns: 6, width: 640)
      .map { .imageGrid($0) }
  }

  private func grid(
    _ rows: [Int], _ title: Text, remark: Text, columns: Int, width: Double
  ) -> ImageGrid? {
    grid(rows, title, remark: remark, columns: columns, width: width) { row in
      (
        "\(name(truth(row))) → \(name(answers[row].label))",
        "\(answers[row].probability, decimals: 2)"
      )
    }
  }

  private func grid(
    _ rows: [Int], _ title: Text, remark: Text, columns: Int, width: Double,
    label: (Int) -> (Text, Text)
  ) -> ImageGrid? {
    let size = data.imageWidth * data.imageHeight
    guard size > 0, size == data.featureCount, !rows.isEmpty else { return nil }
    let images = rows.map { row in
      let words = label(row)
      return ImageGrid.Image(
        pixels: Array(data.features[row * size..<(row + 1) * size]), label: words.0,
        remark: words.1)
    }
    return ImageGrid(
      title, remark: remark, imageWidth: data.imageWidth, imageHeight: data.imageHeight,
      images: images, columns: columns, width: width)
  }

  /// Rows read wrongly, the surest first.
  var surestMistakes: [Int] {
    let wrong = answers.indices.filter { answers[$0].label != truth($0) }
    return wrong.sorted { left, right in
      answers[left].probability != answers[right].probability
        ? answers[left].probability > answers[right].probability : left < right
    }
  }

  func rowTable(_ rows: [Int]) -> Table {
    Table(
      [.words("Row"), .words("True"), .words("Read as"), .numbers("Probability", decimals: 4)],
      rows: rows.map { row in
        [
          .text("\(row + 1)"), .text(name(truth(row))), .text(name(answers[row].label)),
          .number(answers[row].probability),
        ]
      })
  }
}
