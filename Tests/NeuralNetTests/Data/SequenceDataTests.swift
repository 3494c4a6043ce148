import NeuralNet
import Testing

/// Made sequences, pictures and mixtures: each row obeys its rule.
struct SequenceDataTests {
  @Test("The target is the first number of the sequence")
  func firstBit() {
    let data = SyntheticData.firstBit(samples: 40, length: 9, noise: 0.25).make(seed: 1)
    #expect(data.featureCount == 9 && data.targets.reduce(0, +) == 20 && data.task == .binary)
    for row in 0..<40 { #expect(data.features[9 * row] == 2 * data.targets[row] - 1) }
    let others = data.features.indices.filter { $0 % 9 != 0 }.map { data.features[$0] }
    #expect((NumberSummary(others).deviation - 0.25).magnitude < 0.04)
    #expect(SyntheticData.firstBit() == .firstBit(samples: 200, length: 20, noise: 0.5))
  }

  @Test("The target is the sum of the two marked numbers, one in each half")
  func adding() {
    let data = SyntheticData.adding(samples: 300, length: 11).make(seed: 1)
    #expect(data.featureCount == 22 && data.task == .regression)
    for row in 0..<300 {
      let steps = (0..<11).map {
        (data.features[22 * row + 2 * $0], data.features[22 * row + 2 * $0 + 1])
      }
      let marked = steps.indices.filter { steps[$0].1 == 1 }
      #expect(marked.count == 2 && marked[0] < 5 && marked[1] >= 5)
      #expect(steps.allSatisfy { $0.0 >= 0 && $0.0 < 1 && ($0.1 == 0 || $0.1 == 1) })
      #expect(data.targets[row] == steps[marked[0]].0 + steps[marked[1]].0)
    }
    // The variance of the sum of two uniform numbers is 1/6.
    #expect((NumberSummary(data.targets).deviation - (1 / 6.0).squareRoot()).magnitude < 0.05)
    #expect(SyntheticData.adding() == .adding(samples: 1000, length: 20, noise: 0))
  }

  @Test("A wave goes on as it was: sin(a + h) = 2 cos h sin a − sin(a − h)")
  func waves() {
    let data = SyntheticData.waves(samples: 20, length: 6, noise: 0, period: 10).make(seed: 1)
    let factor = 2 * Math.cos(Float(0.62831855))
    for row in 0..<20 {
      let values = Array(data.features[6 * row..<6 * row + 6]) + [data.targets[row]]
      for t in 2..<7 {
        #expect((values[t] - (factor * values[t - 1] - values[t - 2])).magnitude < 1e-5)
      }
    }
    #expect(SyntheticData.waves() == .waves(samples: 200, length: 20, noise: 0.1, period: 25))
    #expect(SyntheticData.waves(period: .nan) == .waves(period: 25))
  }

  @Test("Pictures show bars, diagonals and boxes", arguments: [5, 8, 12])
  func shapes(size: Int) {
    let data = SyntheticData.shapes(samples: 80, noise: 0, size: size).make(seed: 1)
    #expect(data.imageWidth == size && data.imageHeight == size && data.task == .classes(4))
    var lengths: [Set<Int>] = [[], [], [], []]
    for row in 0..<80 {
      let first = size * size * row, label = Int(data.targets[row])
      let lit = (0..<size * size).filter { data.features[first + $0] == 1 }
      #expect(lit.allSatisfy { data.features[first + $0] == 1 })
      let lines = Set(lit.map { $0 / size }).count, columns = Set(lit.map { $0 % size }).count
      lengths[label].insert(lit.count)
      switch label {
      case 0: #expect(lines == 1 && columns == lit.count)
      case 1: #expect(columns == 1 && lines == lit.count)
      case 2: #expect(columns == lit.count && lines == lit.count)
      default: #expect(columns == lines && lit.count == 4 * lines - 4 && lines >= 3)
      }
    }
    #expect(lengths[0].allSatisfy { $0 >= (size + 1) / 2 && $0 <= size } && lengths[0].count > 1)
    #expect(SyntheticData.shapes() == .shapes(samples: 400, noise: 0.2, size: 8))
  }

  @Test("Clouds of mixtures lie round their centres")
  func mixtures() {
    let ring = SyntheticData.ring(samples: 80, noise: 0, radius: 2).make(seed: 1)
    for row in 0..<80 {
      let (x, y) = (ring.features[2 * row], ring.features[2 * row + 1])
      #expect(((x * x + y * y).squareRoot() - 2).magnitude < 1e-6)
    }
    let grid = SyntheticData.grid(samples: 90, noise: 0, side: 3).make(seed: 1)
    for row in 0..<90 {
      let cloud = Int(grid.targets[row])
      #expect(grid.features[2 * row] == Float(cloud % 3) - 1)
      #expect(grid.features[2 * row + 1] == Float(cloud / 3) - 1)
    }
    #expect(SyntheticData.ring() == .ring(samples: 400, noise: 0.05, modes: 8, radius: 1))
    #expect(SyntheticData.grid() == .grid(samples: 500, noise: 0.05, side: 5))
  }
}

/// Texts as windows.
struct TextWindowsTests {
  private static let text = Array("abracadabra abracadabra".utf8)

  @Test("Tokens are places in the sorted vocabulary, targets the next ones")
  func windows() throws {
    let windows = try TextWindows(Self.text, context: 4, validation: 0)
    #expect(windows.vocabulary == Array(" abcdr".utf8) && windows.validation == nil)
    let data = windows.training
    #expect(data.featureCount == 4 && data.targetCount == 4 && data.task == .classes(6))
    #expect(data.count == 5 && data.classNames.map { $0[0] } == windows.vocabulary)
    try data.validate()
    #expect(windows.bytes(data.features) == Array("abracadabra abracada".utf8))
    #expect(windows.bytes(data.targets) == Array("bracadabra abracadab".utf8))
    #expect(windows.tokens(Array("cab!".utf8)) == [3, 1, 2])
    #expect(windows.bytes([3, 9, -1]) == Array("c".utf8))
  }

  @Test("The last part is for validation, and no window reaches into it")
  func validation() throws {
    let windows = try TextWindows(Self.text, context: 3, stride: 1, validation: 0.3)
    // 23 bytes: 16 to train on, 7 to validate.
    #expect(windows.training.count == 13 && windows.validation?.count == 4)
    #expect(windows.bytes(Array(windows.training.targets.suffix(3))) == Array("bra".utf8))
    let validation = try #require(windows.validation)
    #expect(windows.bytes(Array(validation.features.prefix(3))) == Array("cad".utf8))
    #expect(validation.task == windows.training.task)
  }

  @Test("A text that is too short and an impossible context are refused")
  func errors() {
    #expect(throws: DataError.empty) { try TextWindows(Self.text, context: 23) }
    #expect(throws: DataError.empty) { try TextWindows([], context: 1) }
    #expect(throws: DataError.invalidRow(featureCount: 0, targetCount: 0)) {
      try TextWindows(Self.text, context: 0)
    }
    #expect(throws: Never.self) { try TextWindows(Self.text, context: 22, validation: 0) }
  }
}
