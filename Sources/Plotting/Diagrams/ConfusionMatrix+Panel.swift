extension Panel {
  /// A confusion matrix: shade for the share of a row, the three most frequent confusions outlined,
  /// recall at the right.
  ///
  /// Names that are wider than a cell stand at the rows with their numbers, which head the columns;
  /// on a phone they stand in a key below.
  public static func confusionMatrix(_ matrix: ConfusionMatrix) -> Panel {
    // A few classes have larger cells, so that the matrix is no stamp beside its scores.
    let cell = matrix.classes.count > 6 ? 37.0 : 52
    let wide = ConfusionMatrixDrawing(matrix, cell: cell, width: 640)
    return Panel(
      title: matrix.title, summary: matrix.summary, wideWidth: wide.width,
      narrowWidth: wide.width > 350 ? 350 : nil
    ) { width, _ in
      ConfusionMatrixDrawing(
        matrix, cell: width == 350 && wide.width > 350 ? 27 : cell, width: width
      ).drawing
    }
  }
}

extension ConfusionMatrix {
  /// Examples of one class read as another.
  struct Confusion: Equatable {
    var truth: Int
    var prediction: Int
    var count: Int
  }

  /// The examples of class `truth` read as `prediction`; never negative.
  func count(_ truth: Int, _ prediction: Int) -> Int {
    let index = truth * classes.count + prediction
    return index < counts.count ? max(0, counts[index]) : 0
  }

  /// The examples of a class.
  func total(_ truth: Int) -> Int64 {
    var total: Int64 = 0
    for prediction in classes.indices { total += Int64(count(truth, prediction)) }
    return total
  }

  /// The share of a class's examples that were read as it; nil without examples.
  func recall(_ truth: Int) -> Double? {
    let total = total(truth)
    return total > 0 ? Double(count(truth, truth)) / Double(total) : nil
  }

  /// The tint of a count: its share of the row on a square-root scale, so that few are seen too.
  func tint(_ truth: Int, _ prediction: Int) -> CellTint {
    let count = count(truth, prediction)
    guard count > 0 else { return .inset }
    let share = Double(count) / Double(total(truth))
    let step = (8 * share.squareRoot() - 1e-9).rounded(.up)
    return .sequential(Int(max(1, min(8, step))))
  }

  /// The most frequent confusions, three at most.
  var worst: [Confusion] {
    var confusions: [Confusion] = []
    for truth in classes.indices {
      for prediction in classes.indices where prediction != truth {
        let count = count(truth, prediction)
        guard count > 0 else { continue }
        confusions.append(Confusion(truth: truth, prediction: prediction, count: count))
      }
    }
    let order = confusions.indices.sorted {
      confusions[$0].count != confusions[$1].count
        ? confusions[$0].count > confusions[$1].count : $0 < $1
    }
    return order.prefix(3).map { confusions[$0] }
  }

  fileprivate var title: Text { "Confusion matrix of \(classes.count) classes" }

  fileprivate var summary: Text {
    var (right, all): (Int64, Int64) = (0, 0)
    for truth in classes.indices {
      right += Int64(count(truth, truth))
      all += total(truth)
    }
    guard all > 0 else { return "No examples." }
    let accuracy = Double(right) / Double(all)
    var text: Text = "Accuracy \(accuracy, decimals: 3) on "
    text += Text.count(all) + " examples."
    if let first = worst.first {
      text += " Most frequent confusion: \(classes[first.truth]) read as "
      text += "\(classes[first.prediction]), \(first.count) times."
    }
    return text
  }
}
