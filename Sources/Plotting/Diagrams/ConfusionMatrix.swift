/// How often each class was taken for each other: rows are true, columns predicted.
public struct ConfusionMatrix: Sendable {
  /// The names of the classes.
  public var classes: [Text]
  /// Row-major, `classes.count²` counts: `counts[t · n + p]` examples of class t read as p.
  public var counts: [Int]
  /// What a class is called in the heading: "Rows: true digit."; default "class".
  public var noun: Text

  /// A confusion matrix of `classes.count` rows and columns.
  public init(classes: [Text], counts: [Int], noun: Text = "class") {
    self.classes = classes
    self.counts = counts
    self.noun = noun
  }
}
