import Datasets
import NeuralNet
import Testing

struct CSVDatasetTests {
  private func read(
    _ text: String, target: String = "y", features: [String]? = nil, targetIsClass: Bool? = nil,
    standardize: Bool = false
  ) throws -> Dataset {
    let file = try TemporaryFile(text)
    return try csvDataset(
      path: file.path, target: target, features: features, targetIsClass: targetIsClass,
      standardize: standardize)
  }

  @Test("A target of numbers is a regression")
  func regression() throws {
    let data = try read("x,y,z\n1,0.5,2\n3,-1e-3,4\n")
    #expect(data.task == .regression)
    #expect(data.features == [1, 2, 3, 4])
    #expect(data.targets == [0.5, -1e-3])
    #expect([data.count, data.featureCount, data.targetCount] == [2, 2, 1])
  }

  @Test("A target of text makes sorted classes; two are binary")
  func classes() throws {
    let three = try read("x,y\n1,setosa\n2,\"virginica\"\n3,setosa\n4,Other\n")
    #expect(three.task == .classes(3))
    #expect(
      three.classNames.map { String(decoding: $0, as: UTF8.self) }
        == ["Other", "setosa", "virginica"])
    #expect(three.targets == [1, 2, 1, 0])
    let two = try read("x,y\n1,no\n2,yes\n")
    #expect(two.task == .binary)
    #expect(two.targets == [0, 1])
  }

  @Test("Numbers can be classes, and then sort by value")
  func numbersAsClasses() throws {
    let data = try read("x,y\n1,10\n2,9\n3,10\n4,2\n", targetIsClass: true)
    #expect(data.classNames.map { String(decoding: $0, as: UTF8.self) } == ["2", "9", "10"])
    #expect(data.targets == [2, 1, 2, 0])
  }

  @Test("Named features come in the order named")
  func featureOrder() throws {
    #expect(try read("a,b,c,y\n1,2,3,0\n", features: ["c", "a"]).features == [3, 1])
  }

  @Test("Standardised features have mean 0 and deviation 1; constants become 0")
  func standardizes() throws {
    let data = try read("a,b,y\n1,7,0\n2,7,0\n3,7,0\n6,7,0\n", standardize: true)
    // Mean 3, variance (4 + 1 + 0 + 9) / 4 = 3.5.
    let deviation = 3.5.squareRoot()
    let expected: [Float] = [-2.0, -1, 0, 3].flatMap { [Float($0 / deviation), 0] as [Float] }
    #expect(data.features == expected)
  }

  @Test("Cells that are no numbers are named with their place")
  func badCells() throws {
    let rows: [(String, (CSVCell) -> DatasetError, Int, Int, String)] = [
      ("x,y\n1,2\n\"a\", 3\n", DatasetError.notNumber, 3, 1, "a"),
      ("y,x\n1,2\n\"5\" , 0x1F\n", DatasetError.notNumber, 3, 7, "0x1F"),
      ("y,x\n1,2\n3,\n", DatasetError.emptyCell, 3, 3, ""),
      ("y,x\n1,NaN\n", DatasetError.notFinite, 2, 3, "NaN"),
      ("y,x\n1,-inf\n", DatasetError.notFinite, 2, 3, "-inf"),
      ("y,x\n1,1e39\n", DatasetError.notFinite, 2, 3, "1e39"),
      ("q,y,x\n\"a\nb\",1,?\n", DatasetError.notNumber, 3, 6, "?"),
    ]
    for (text, error, line, character, found) in rows {
      let file = try TemporaryFile(text)
      let cell = CSVCell(
        path: file.path, line: line, character: character, column: "x", text: found)
      #expect(throws: error(cell), "\(text)") {
        try csvDataset(path: file.path, target: "y", features: ["x"])
      }
    }
  }

  @Test("Missing columns, missing targets and single classes are refused")
  func badColumns() throws {
    let file = try TemporaryFile("x,y\n1,a\n2,a\n")
    let path = file.path
    #expect(throws: DatasetError.missingColumn(path: path, name: "z", known: ["x", "y"])) {
      try csvDataset(path: path, target: "z")
    }
    #expect(throws: DatasetError.missingColumn(path: path, name: "q", known: ["x", "y"])) {
      try csvDataset(path: path, target: "y", features: ["q"])
    }
    #expect(throws: DatasetError.oneClass(path: path, column: "y", name: "a")) {
      try csvDataset(path: path, target: "y")
    }
    let narrow = try TemporaryFile("y\n1\n2\n")
    #expect(throws: DatasetError.noFeatures(path: narrow.path, target: "y")) {
      try csvDataset(path: narrow.path, target: "y")
    }
    let gap = try TemporaryFile("x,y\n1,a\n2,\n")
    let cell = CSVCell(path: gap.path, line: 3, character: 3, column: "y", text: "")
    #expect(throws: DatasetError.emptyCell(cell)) { try csvDataset(path: gap.path, target: "y") }
  }
}
