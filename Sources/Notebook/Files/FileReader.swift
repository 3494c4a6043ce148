/// Where the text of notebooks comes from: the disk, or anything that looks like one.
public struct FileReader: Sendable {
  /// The bytes of a file; of a longer one any number above `limit`.
  public var bytes: @Sendable (_ path: String, _ limit: Int) -> Result<[UInt8], FileProblem>
  /// Where a path leads: absolute, without links and `..`, also where nothing is there yet.
  public var realPath: @Sendable (_ path: String) -> String
  /// Whether there is a file or a folder.
  public var exists: @Sendable (_ path: String) -> Bool

  /// What lies in a folder, in any order; nil if there is no such folder.
  public var names: @Sendable (_ path: String) -> [String]?
  /// The folder of the user, a real path; nil if there is none.
  public var home: String?

  /// A source of files.
  public init(
    bytes: @escaping @Sendable (_ path: String, _ limit: Int) -> Result<[UInt8], FileProblem>,
    realPath: @escaping @Sendable (_ path: String) -> String,
    exists: @escaping @Sendable (_ path: String) -> Bool,
    names: @escaping @Sendable (_ path: String) -> [String]?, home: String? = nil
  ) {
    self.bytes = bytes
    self.realPath = realPath
    self.exists = exists
    self.names = names
    self.home = home
  }

  /// The text of a file of at most `limit` bytes.
  public func text(of path: String, limit: Int) throws(FileProblem) -> String {
    let bytes = try bytes(path, limit).get()
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    guard !bytes.contains(0) else { throw .binary }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .notUTF8(offset: FileReader.firstInvalidByte(bytes))
    }
    return text
  }

  /// The file beside a missing one that was probably meant, in the words of `written`.
  func nearestFile(to path: String, written: String) -> String? {
    let folder = FilePath.folder(of: path)
    let name = String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
    let names = (names(folder.isEmpty ? "." : folder) ?? []).sorted()
    return nearestName(to: name, in: names)
      .map { FilePath.joined(FilePath.folder(of: written), $0) }
  }

  private static func firstInvalidByte(_ bytes: [UInt8]) -> Int {
    var (decoder, rest, offset) = (Unicode.UTF8(), bytes.makeIterator(), 0)
    while case .scalarValue(let scalar) = decoder.decode(&rest) { offset += UTF8.width(scalar) }
    return offset
  }
}

// MARK: - In memory

extension FileReader {
  /// Files that exist only here, by path; relative paths begin at `/`.
  public static func memory(_ files: [String: String]) -> FileReader {
    let texts = Dictionary(
      files.map { (FilePath.absolute($0.key, in: "/"), $0.value) }, uniquingKeysWith: { $1 })
    let path = { @Sendable (path: String) in FilePath.absolute(path, in: "/") }
    return FileReader(
      bytes: { name, _ in texts[path(name)].map { .success(Array($0.utf8)) } ?? .failure(.missing)
      },
      realPath: path,
      exists: { name in texts.keys.contains { FilePath.contains(path(name), $0) } },
      names: { name in
        let folder = path(name)
        let below = texts.keys.filter { $0 != folder && FilePath.contains(folder, $0) }
        guard !below.isEmpty else { return nil }
        return Array(Set(below.map { FilePath.firstName(of: $0, below: folder) }))
      })
  }

  /// No files at all.
  public static let none = memory([:])
}
