import CZlib
import Foundation

/// A file of data, unpacked by zlib while it is read; files that are not compressed read as they
/// are. The only file that knows zlib.
struct DataFile: ~Copyable {
  let path: String
  private let handle: gzFile

  /// Opens a file for reading from its start.
  init(_ path: String) throws(DatasetError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missingFile(path: path)
    }
    guard !isFolder.boolValue else { throw .isFolder(path: path) }
    guard let handle = gzopen(path, "rb") else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    gzbuffer(handle, 1 << 17)
    self.path = path
    self.handle = handle
  }

  deinit {
    gzclose_r(handle)
  }

  /// The size on disk in bytes.
  static func size(of path: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? NSNumber)?.intValue
  }

  /// Fills the buffer as far as the file goes.
  ///
  /// - Returns: the number of bytes read; less than the buffer's only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int {
    var count = 0
    while count < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let result = gzread(handle, rest.baseAddress, UInt32(min(rest.count, 1 << 30)))
      guard result >= 0 else { throw failure() }
      if result == 0 { break }
      count += Int(result)
    }
    // zlib hands out the bytes before a break in the stream first.
    if count < buffer.count, gzeof(handle) == 0 || isDamaged { throw failure() }
    return count
  }

  /// The next bytes, at most `count`.
  func read(_ count: Int) throws(DatasetError) -> [UInt8] {
    var result: Result<Int, DatasetError> = .success(0)
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      result = Result { () throws(DatasetError) in
        try read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      filled = (try? result.get()) ?? 0
    }
    _ = try result.get()
    return bytes
  }

  /// Everything up to the end.
  ///
  /// - Throws: `tooLarge` beyond `limit` bytes.
  func readAll(limit: Int) throws(DatasetError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let chunk = try read(1 << 20)
      bytes += chunk
      guard bytes.count <= limit else { throw .tooLarge(path: path, limit: limit) }
      if chunk.count < 1 << 20 { return bytes }
    }
  }

  private var isDamaged: Bool {
    var code: Int32 = 0
    _ = gzerror(handle, &code)
    return code == Z_BUF_ERROR || code == Z_DATA_ERROR
  }

  private func failure() -> DatasetError {
    if isDamaged { return .damaged(path: path) }
    return .unreadable(path: path, reason: String(cString: strerror(errno)))
  }
}
