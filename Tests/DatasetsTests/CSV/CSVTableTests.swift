import Datasets
import TestSupport
import Testing

struct CSVTableTests {
  @Test(
    "The delimiter is guessed from the first line, outside quotes", arguments: [",", ";", "\t"])
  func guessesDelimiter(delimiter: String) throws {
    let text = "\"a,;\t,;\tz\"D b Dc\n1D2D3\n".replacing("D", with: delimiter)
    let table = try CSVTable(text: text, path: "t")
    #expect(table.delimiter == Character(delimiter))
    #expect(table.header == ["a,;\t,;\tz", "b", "c"])
    #expect(table.rows == [["1", "2", "3"]])
  }

  @Test("Quotes hold delimiters, line ends and doubled quotes; lines are counted on")
  func quotes() throws {
    let table = try CSVTable(
      text: "name,n\r\n\"a, \"\"b\"\"\r\nc\",1\r\n\r\nd,2", path: "t", delimiter: ",")
    #expect(table.rows == [["a, \"b\"\r\nc", "1"], ["d", "2"]])
    #expect(table.lines == [2, 5])
  }

  @Test("An empty cell at the very end counts")
  func emptyLastCell() throws {
    #expect(try CSVTable(text: "a,b\n1,", path: "t").rows == [["1", ""]])
  }

  @Test("Without a header the columns are numbered")
  func withoutHeader() throws {
    let table = try CSVTable(text: "1,2\n3,4\n", path: "t", hasHeader: false)
    #expect(table.header == ["1", "2"])
    #expect(table.rows.count == 2)
    #expect(table.lines == [1, 2])
  }

  @Test("Files are read compressed too, and without their byte order mark")
  func files() throws {
    let text = Array("\u{FEFF}a,b\n1,2\n".utf8)
    for bytes in [text, gzip(text)] {
      let file = try TemporaryFile(bytes)
      #expect(try CSVTable(path: file.path).header == ["a", "b"])
    }
  }

  @Test(
    "Bad tables are refused",
    arguments: [
      ("", DatasetError.emptyTable(path: "t")),
      ("\n\n", .emptyTable(path: "t")),
      ("a,b\n", .noRows(path: "t")),
      ("a,b\n1,2\n3\n", .raggedRow(path: "t", line: 3, expected: 2, found: 1)),
      ("a,b\n\"x\ny\",2\n3,4,5\n", .raggedRow(path: "t", line: 4, expected: 2, found: 3)),
      ("a,a\n1,2\n", .duplicateColumn(path: "t", name: "a")),
      ("a,b\n1,2\n\"x\"y,2\n", .badQuotes(path: "t", line: 3)),
      ("a,b\n1,2\n\"x,2\n3,4\n", .badQuotes(path: "t", line: 3)),
    ])
  func refuses(text: String, error: DatasetError) {
    #expect(throws: error) { try CSVTable(text: text, path: "t") }
  }

  @Test("Bytes that are not UTF-8 are named")
  func notUTF8() throws {
    let file = try TemporaryFile(Array("a,b\n1,".utf8) + [0xFC, 0x0A])
    #expect(throws: DatasetError.notUTF8(path: file.path, offset: 6)) {
      try CSVTable(path: file.path)
    }
  }

  @Test("No text crashes the reader", arguments: 0..<300)
  func survivesAnything(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let alphabet = Array("ab1,;\t\"\n\r\n .-é")
    let text = (0..<40).map { _ in alphabet[random.next(below: alphabet.count)] }
    guard let table = try? CSVTable(text: String(text), path: "t") else { return }
    #expect(table.rows.allSatisfy { $0.count == table.header.count })
    #expect(table.lines.count == table.rows.count)
    for column in table.header.indices {
      _ = try? table.numbers(column)
      _ = try? table.classes(column)
    }
  }
}
