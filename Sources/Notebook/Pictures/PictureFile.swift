import Foundation

/// A file that a notebook shows as a picture.
public struct PictureFile: Sendable, Equatable {
  /// The largest picture that goes into a page: 8 MiB.
  public static let sizeLimit = 8 << 20

  /// As the user would name it.
  public var path: String
  /// `image/png`, by the first bytes.
  public var type: String
  /// The file; empty if it cannot be shown.
  public var bytes: [UInt8]

  /// A picture.
  public init(path: String, type: String, bytes: [UInt8]) {
    self.path = path
    self.type = type
    self.bytes = bytes
  }

  /// What the first bytes of a file say it is; nil for nothing that pages can show.
  static func type(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "image/png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    if bytes.starts(with: "GIF8".utf8) { return "image/gif" }
    if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      return "image/webp"
    }
    let start = String(decoding: bytes.prefix(1000), as: UTF8.self)
    return start.contains("<svg") ? "image/svg+xml" : nil
  }
}

extension PictureFile {
  /// Width and height in pixels, where a page can know them before the picture is decoded: PNG and GIF.
  public var size: (width: Int, height: Int)? {
    func number(_ offsets: [Int]) -> Int {
      offsets.reduce(0) { $0 << 8 | (bytes.indices.contains($1) ? Int(bytes[$1]) : 0) }
    }
    let size: (Int, Int)
    switch type {
    case "image/png": size = (number([16, 17, 18, 19]), number([20, 21, 22, 23]))
    case "image/gif": size = (number([7, 6]), number([9, 8]))
    default: return nil
    }
    return size.0 > 0 && size.1 > 0 ? (width: size.0, height: size.1) : nil
  }
}

extension Notebook {
  /// Whether an address is one of a file beside the notebook: no scheme, no host, no fragment.
  static func isFile(_ address: String) -> Bool {
    let end = address.firstIndex { ":/?#".contains($0) }
    return !address.isEmpty && !address.hasPrefix("/") && !address.hasPrefix("#")
      && end.map { address[$0] != ":" } ?? true
  }

  /// The path of the file that a picture shows; nil for a picture that is no file.
  public func path(of picture: Picture) -> String? {
    guard Self.isFile(picture.source) else { return nil }
    let address = picture.source.removingPercentEncoding ?? picture.source
    let folder = FilePath.folder(of: path(of: picture.position))
    return FilePath.simplified(FilePath.joined(folder, address))
  }

  /// The file that a picture shows; nil if there is none that can be shown.
  public func file(of picture: Picture) -> PictureFile? {
    guard let path = path(of: picture) else { return nil }
    return pictures.first { $0.path == path && !$0.bytes.isEmpty }
  }
}
