import Foundation

/// Which program computed: part of every cache key, so that a new version never shows old results.
enum EngineIdentity {
  /// The build identifier that the linker wrote into the program, a digest of its content; where there
  /// is none, the size and the time of the program's file.
  static let current: String = {
    guard let program = Bundle.main.executablePath else { return "unknown" }
    return buildIdentifier(ofFile: program) ?? fileIdentifier(program)
  }()

  private static func fileIdentifier(_ program: String) -> String {
    let attributes = (try? FileManager.default.attributesOfItem(atPath: program)) ?? [:]
    let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    let time = (attributes[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate ?? 0
    return "\(size) \(time)"
  }

  /// The GNU build identifier in the notes of an ELF file of 64 bits; nil for others.
  static func buildIdentifier(ofFile path: String) -> String? {
    guard let file = FileHandle(forReadingAtPath: path),
      let header = try? file.read(upToCount: 64), header.count == 64,
      header.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1])
    else { return nil }
    let (table, size) = (header.word(32, UInt64.self), header.word(54, UInt16.self))
    for index in 0..<header.word(56, UInt16.self) {
      guard let entry = bytes(of: file, from: table + index * size, count: 56) else { return nil }
      let isNotes = entry.word(0, UInt32.self) == 4
      let (place, count) = (entry.word(8, UInt64.self), entry.word(32, UInt64.self))
      if isNotes, let notes = bytes(of: file, from: place, count: count),
        let note = buildNote(in: notes)
      {
        return note.hexadecimal
      }
    }
    return nil
  }

  private static func bytes(of file: FileHandle, from place: Int, count: Int) -> Data? {
    guard place >= 0, (1...1 << 20).contains(count),
      (try? file.seek(toOffset: UInt64(place))) != nil,
      let bytes = try? file.read(upToCount: count), bytes.count == count
    else { return nil }
    return bytes
  }

  /// Notes are the sizes of a name and a content and a type, then both, each filled up to 4 bytes.
  private static func buildNote(in notes: Data) -> Data? {
    var place = 0
    while place + 12 <= notes.count {
      let (nameSize, size) = (notes.word(place, UInt32.self), notes.word(place + 4, UInt32.self))
      let name = place + 12
      let content = name + (nameSize + 3) / 4 * 4
      guard content + size <= notes.count else { return nil }
      let isBuild = notes.word(place + 8, UInt32.self) == 3
      if isBuild, notes[name..<name + nameSize].elementsEqual("GNU\0".utf8) {
        return notes[content..<content + size]
      }
      place = content + (size + 3) / 4 * 4
    }
    return nil
  }
}

extension Data {
  /// A little-endian number at an offset; 0 for one that is no `Int`.
  fileprivate func word<Word: FixedWidthInteger>(_ offset: Int, _ type: Word.Type) -> Int {
    withUnsafeBytes { raw in
      let word = raw.loadUnaligned(fromByteOffset: offset, as: Word.self)
      return Int(exactly: Word(littleEndian: word)) ?? 0
    }
  }
}
