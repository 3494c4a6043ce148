import NeuralNet
import Plotting

/// Unseen rows of several classes with what a network made of them.
struct JudgedClasses {
  let data: Dataset
  let classCount: Int
  /// The class each row was read as, and its probability by the network.
  private let answers: [(label: Int, probability: Double)]

  /// Nil for data that are not of several classes.
  ///
  /// - Parameter logits: the network's raw outputs, `[rows, classes]`.
  init?(_ data: Dataset, _ logits: [Float]) {
    guard case .classes(let count) = data.task, logits.count == data.count * count else {
      return nil
    }
    self.data = data
    classCount = count
    answers = (0..<data.count).map { row in
      Self.answer(logits[row * count..<(row + 1) * count])
    }
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

// MARK: - Figures

extension JudgedClasses {
  /// Counts by true and predicted class.
  var confusionFigure: Figure {
    var counts = [Int](repeating: 0, count: classCount * classCount)
    for row in answers.indices { counts[truth(row) * classCount + answers[row].label] += 1 }
    let names = (0..<classCount).map { name($0) }
    return Figure(
      "confusion", width: .text,
      rows: [.init([.confusionMatrix(ConfusionMatrix(classes: names, counts: counts))])],
      caption: "Which unseen rows were taken for what. Rows are the true classes; shade is the "
        + "share of the row on a square-root scale, and the three commonest confusions are "
        + "outlined.",
      table: confusionTable(counts, names))
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
    let mistakes = surestMistakes
    guard data.imageWidth > 0, !mistakes.isEmpty else { return nil }
    let size = data.imageWidth * data.imageHeight
    let images = mistakes.map { row in
      ImageGrid.Image(
        pixels: Array(data.features[row * size..<(row + 1) * size]),
        label: "\(name(truth(row))) → \(name(answers[row].label))",
        remark: "\(answers[row].probability, decimals: 2)")
    }
    let grid = ImageGrid(
      "\(images.count) surest mistakes", remark: "true → read as, probability",
      imageWidth: data.imageWidth, imageHeight: data.imageHeight, images: images, columns: 6)
    return Figure(
      "mistakes", width: .text, rows: [.init([.imageGrid(grid)])],
      caption: "The mistakes of which the network was surest, with the probability that it gave "
        + "to its wrong answer.",
      table: mistakesTable(mistakes))
  }

  /// Rows read wrongly, the surest first, at most 18.
  private var surestMistakes: [Int] {
    let wrong = answers.indices.filter { answers[$0].label != truth($0) }
    let sorted = wrong.sorted { left, right in
      answers[left].probability != answers[right].probability
        ? answers[left].probability > answers[right].probability : left < right
    }
    return Array(sorted.prefix(18))
  }

  private func mistakesTable(_ rows: [Int]) -> Table {
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
