/// Data made from a formula and a seed: a plain value that can be compared.
///
///     let (training, test) = SyntheticData.moons(samples: 300).make(seed: 1).split(first: 200)
public struct SyntheticData: Equatable, Sendable {
  /// A row before noise is added.
  struct Point: Sendable {
    var x: Float
    var y: Float = 0
    var target: Float
  }

  /// What a row consists of.
  struct Form: Sendable {
    let featureCount: Int
    var imageSize = 0
  }

  /// Rows that are being made.
  struct Rows {
    var features: [Float] = []
    var targets: [Float] = []
  }

  /// Adds a row, drawing its random numbers from the stream.
  typealias RowMaker =
    @Sendable (
      _ row: Int, _ samples: Int, _ noise: Float, _ random: inout RandomStream, _ rows: inout Rows
    ) -> Void

  /// What kind of data it is.
  public let name: Name
  /// The number of rows, at least 1.
  public let samples: Int
  /// The standard deviation of the normal noise in each feature, or for regression in the target.
  public let noise: Float
  /// The other numbers of the kind, in the order of its factory's arguments.
  public let numbers: SIMD4<Float>
  /// What the targets mean.
  public let task: Dataset.Task
  /// Whether rows come in random order, and not in that of the formula.
  let shuffles: Bool
  let form: Form
  let addRow: RowMaker

  /// Describes a kind of data.
  ///
  /// - Parameters:
  ///   - noise: what is negative or not finite counts as 0.
  ///   - addRow: adds one of `samples` rows of the form.
  init(
    _ name: Name, samples: Int, noise: Float, _ numbers: SIMD4<Float> = .zero, task: Dataset.Task,
    shuffles: Bool = true, form: Form, addRow: @escaping RowMaker
  ) {
    self.name = name
    self.samples = max(samples, 1)
    self.noise = noise > 0 && noise.isFinite ? noise : 0
    self.numbers = numbers
    self.task = task
    self.shuffles = shuffles
    self.form = form
    self.addRow = addRow
  }

  /// Describes data of points in the plane, or of one number that depends on another.
  ///
  /// - Parameter point: one of `samples` rows before noise; y is a feature unless the task is
  ///   regression.
  init(
    _ name: Name, samples: Int, noise: Float, _ numbers: SIMD4<Float> = .zero, task: Dataset.Task,
    shuffles: Bool = true, point: @escaping @Sendable (_ row: Int, _ samples: Int) -> Point
  ) {
    let isRegression = task == .regression
    self.init(
      name, samples: samples, noise: noise, numbers, task: task, shuffles: shuffles,
      form: Form(featureCount: isRegression ? 1 : 2)
    ) { row, samples, noise, random, rows in
      let point = point(row, samples)
      if isRegression {
        rows.features.append(point.x)
        rows.targets.append(point.target + noise * random.nextNormal())
      } else {
        rows.features.append(point.x + noise * random.nextNormal())
        rows.features.append(point.y + noise * random.nextNormal())
        rows.targets.append(point.target)
      }
    }
  }

  /// Whether both are the same kind with the same numbers.
  public static func == (a: SyntheticData, b: SyntheticData) -> Bool {
    a.name == b.name && a.samples == b.samples && a.noise == b.noise && a.numbers == b.numbers
  }

  /// The same kind with another number of rows.
  public func with(samples: Int) -> SyntheticData {
    SyntheticData(
      name, samples: samples, noise: noise, numbers, task: task, shuffles: shuffles, form: form,
      addRow: addRow)
  }

  /// The rows; the same for the same seed.
  public func make(seed: UInt64) -> Dataset {
    var random = RandomStream(seed: seed, stream: .noise)
    var rows = Rows()
    for row in 0..<samples { addRow(row, samples, noise, &random, &rows) }
    let data = Dataset(
      unchecked: rows.features, rows.targets, featureCount: form.featureCount, task: task,
      imageWidth: form.imageSize, imageHeight: form.imageSize)
    return shuffles ? data.shuffled(seed: seed, stream: .data) : data
  }
}

// MARK: - For the formulas

extension SyntheticData {
  /// `classes` groups of rows as equal as can be, the larger ones first: the group of a row, and how
  /// far in it lies, in [0, 1] or, if the end is left out, in [0, 1).
  static func place(
    _ row: Int, of samples: Int, classes: Int, includesEnd: Bool = true
  ) -> (group: Int, fraction: Float) {
    let size = samples / classes, larger = samples % classes
    let boundary = larger * (size + 1)
    let isLarger = row < boundary
    let count = isLarger ? size + 1 : size
    let group = isLarger ? row / (size + 1) : larger + (row - boundary) / max(size, 1)
    let index = isLarger ? row % (size + 1) : (row - boundary) % max(size, 1)
    return (group, Float(index) / Float(max(includesEnd ? count - 1 : count, 1)))
  }

  /// Two groups are a yes or a no.
  static func task(classes: Int) -> Dataset.Task { classes == 2 ? .binary : .classes(classes) }
}
