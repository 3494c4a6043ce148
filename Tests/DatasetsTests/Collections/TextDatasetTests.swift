import Datasets
import NeuralNet
import Testing

struct TextDatasetTests {
  @Test("A text becomes windows of the numbers of its bytes, and what follows each")
  func windows() throws {
    let file = try TemporaryFile(Array("abcabcabcabcabcabcab".utf8), name: "abc.txt")
    let text = try textDataset(path: file.path, context: 4)
    #expect(text.vocabulary == Array("abc".utf8))
    #expect(text.training.task == .classes(3))
    #expect(text.training.featureCount == 4 && text.training.targetCount == 4)
    #expect(Array(text.training.features.prefix(4)) == [0, 1, 2, 0])
    #expect(Array(text.training.targets.prefix(4)) == [1, 2, 0, 1])
  }

  @Test("A text that is too short for a window is refused, as is a file that is not there")
  func errors() throws {
    let file = try TemporaryFile(Array("ab".utf8), name: "ab.txt")
    #expect(throws: DatasetError.rejected(path: file.path, .empty)) {
      try textDataset(path: file.path, context: 8)
    }
    #expect(throws: DatasetError.missingFile(path: "/no/such")) {
      try textDataset(path: "/no/such", context: 8)
    }
  }
}
