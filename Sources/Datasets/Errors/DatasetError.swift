public import NeuralNet

/// Why a data set could not be read; `words` says it.
public enum DatasetError: Error, Sendable, Equatable {
  // Files
  /// Nothing is there.
  case missingFile(path: String)
  /// A folder stands where a file was expected.
  case isFolder(path: String)
  /// The notebook may not read the file: it lies outside of the project and the data folders.
  case outsideProject(path: String)
  /// The system's reason.
  case unreadable(path: String, reason: String)
  /// Bytes, unpacked.
  case tooLarge(path: String, limit: Int)
  /// The compressed stream is damaged or ends early.
  case damaged(path: String)
  /// The file differs from the published one.
  case wrongSize(path: String, expected: Int, found: Int)
  /// The file differs from the published one; SHA-256 in hexadecimal digits.
  case wrongDigest(path: String, expected: String, found: String)
  /// None of the folders holds the data; `command` installs them.
  case notInstalled(name: String, command: String, searched: [String])

  // IDX
  /// The first four bytes are no IDX magic number.
  case notIDX(path: String, magic: UInt32)
  /// The elements are not unsigned bytes.
  case unsupportedElements(path: String, code: UInt8)
  /// Another number of dimensions: 3 for images, 1 for labels.
  case wrongDimensions(path: String, expected: Int, found: [Int])
  /// Bytes that the header promises and those that are there.
  case truncated(path: String, expected: Int, found: Int)
  /// More elements than the header promises.
  case surplus(path: String, expected: Int)
  /// Images and labels do not go together.
  case countsDiffer(images: Int, labels: Int)
  /// A label beyond the known classes.
  case labelOutOfRange(path: String, row: Int, label: Int, classes: Int)

  // CSV
  /// Neither header nor row.
  case emptyTable(path: String)
  /// A header, no row.
  case noRows(path: String)
  /// The first byte that begins no character, counted from 0.
  case notUTF8(path: String, offset: Int)
  /// A quote stands where none may, or is never closed.
  case badQuotes(path: String, line: Int)
  /// A row with more or fewer fields than the header.
  case raggedRow(path: String, line: Int, expected: Int, found: Int)
  /// Two columns of one name.
  case duplicateColumn(path: String, name: String)
  /// No column of that name.
  case missingColumn(path: String, name: String, known: [String])
  /// The target is the only column.
  case noFeatures(path: String, target: String)
  /// A cell that should hold a number.
  case notNumber(CSVCell)
  /// An empty cell.
  case emptyCell(CSVCell)
  /// NaN, an infinity, or a number beyond the range of `Float`.
  case notFinite(CSVCell)
  /// A text target with one value only.
  case oneClass(path: String, column: String, name: String)

  // JSON
  /// It is no JSON or no table, for a reason in words.
  case notTable(path: String, line: Int?, reason: String)

  // Any
  /// The numbers are readable but make no data set, such as images of no width.
  case rejected(path: String, DataError)
  /// `limit` is not positive.
  case badLimit(Int)
}

/// A cell of a CSV file, for messages.
public struct CSVCell: Sendable, Equatable {
  /// The file.
  public var path: String
  /// The line, from 1.
  public var line: Int
  /// The character of the line where the cell begins, from 1.
  public var character: Int
  /// The name of its column.
  public var column: String
  /// What it holds.
  public var text: String

  /// A cell.
  public init(path: String, line: Int, character: Int, column: String, text: String) {
    self.path = path
    self.line = line
    self.character = character
    self.column = column
    self.text = text
  }
}
