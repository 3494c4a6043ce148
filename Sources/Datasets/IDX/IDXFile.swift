/// A file of MNIST's format: unsigned bytes in one, two or more dimensions, often compressed.
///
/// - Source: Yann LeCun, Corinna Cortes, "The MNIST database", "File formats": a magic number
///   (two zero bytes, the element type, the number of dimensions), the sizes of the dimensions as
///   big-endian 32-bit integers, the elements.
public struct IDXFile: Sendable, Equatable {
  /// The size of each dimension; the first counts the images or labels.
  public let dimensions: [Int]
  /// The elements, the last dimension running fastest.
  public let elements: [UInt8]

  /// The most that is unpacked: 1 GiB.
  public static let sizeLimit = 1 << 30

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: the file, compressed with gzip or not.
  ///   - limit: how much of the first dimension is read; nil for all of it.
  ///   - rank: the number of dimensions that is expected; nil for any.
  /// - Throws: `notIDX`, `unsupportedElements`, `wrongDimensions`, `truncated`, `surplus`,
  ///   `damaged`, `tooLarge` and what opening a file can throw.
  public init(_ path: String, limit: Int? = nil, rank: Int? = nil) throws(DatasetError) {
    if let limit, limit <= 0 { throw .badLimit(limit) }
    let file = try DataFile(path)
    var dimensions = try IDXFile.header(file)
    if let rank, dimensions.count != rank {
      throw .wrongDimensions(path: path, expected: rank, found: dimensions)
    }
    let promised = try IDXFile.product(dimensions, path)
    try IDXFile.checkPlausible(promised, path)
    if let limit { dimensions[0] = min(dimensions[0], limit) }
    let count = try IDXFile.product(dimensions, path)
    guard count <= IDXFile.sizeLimit else {
      throw .tooLarge(path: path, limit: IDXFile.sizeLimit)
    }
    elements = try file.read(count)
    guard elements.count == count else {
      throw .truncated(path: path, expected: promised, found: elements.count)
    }
    // At the end zlib compares its checksum, and nothing may be left.
    if count == promised, try !file.read(1).isEmpty {
      throw .surplus(path: path, expected: promised)
    }
    self.dimensions = dimensions
  }

  private static func header(_ file: borrowing DataFile) throws(DatasetError) -> [Int] {
    let magic = try bigEndian(file)
    guard magic >> 16 == 0, magic & 0xFF > 0 else { throw .notIDX(path: file.path, magic: magic) }
    let type = UInt8(magic >> 8 & 0xFF)
    guard type == 0x08 else { throw .unsupportedElements(path: file.path, code: type) }
    var dimensions: [Int] = []
    for _ in 0..<(magic & 0xFF) { dimensions.append(Int(try bigEndian(file))) }
    return dimensions
  }

  private static func bigEndian(_ file: borrowing DataFile) throws(DatasetError) -> UInt32 {
    let bytes = try file.read(4)
    guard bytes.count == 4 else {
      throw .truncated(path: file.path, expected: 4, found: bytes.count)
    }
    return bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func product(_ dimensions: [Int], _ path: String) throws(DatasetError) -> Int {
    var product = 1
    for size in dimensions {
      let (value, overflow) = product.multipliedReportingOverflow(by: size)
      guard !overflow else { throw .tooLarge(path: path, limit: sizeLimit) }
      product = value
    }
    return product
  }

  /// A header may promise anything; gzip packs at most 1032 bytes into one.
  private static func checkPlausible(_ promised: Int, _ path: String) throws(DatasetError) {
    guard let size = DataFile.size(of: path), promised / 1032 > size else { return }
    throw .truncated(path: path, expected: promised, found: size)
  }
}
