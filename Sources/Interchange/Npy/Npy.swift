/// One array in a file of its own, as NumPy keeps it.
///
/// A file is a magic number, a version, the length of the header, the header (a dictionary of Python
/// with type, order and shape) and the numbers.
///
/// - Source: numpy.lib.format, "A simple file format for NumPy arrays"; versions 1.0 to 3.0.
public enum Npy {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// The array in the bytes of a file; in C order, whatever the file's.
  ///
  /// - Throws: `InterchangeError`: what is wrong with it.
  public static func array(from bytes: [UInt8]) throws(InterchangeError) -> NumberArray {
    try array(from: bytes, named: "array")
  }

  /// The bytes of a file of version 1.0, type `<f4`, C order.
  public static func bytes(of array: NumberArray) -> [UInt8] {
    let extents = array.shape.map(String.init).joined(separator: ", ")
    let shape = array.shape.count == 1 ? "(\(extents),)" : "(\(extents))"
    var header = Array("{'descr': '<f4', 'fortran_order': False, 'shape': \(shape), }".utf8)
    // Numbers begin at a multiple of 64 bytes; the header ends with a line feed.
    let unpadded = magic.count + 2 + 2 + header.count + 1
    header += [UInt8](repeating: UInt8(ascii: " "), count: (64 - unpadded % 64) % 64)
    header.append(UInt8(ascii: "\n"))
    var bytes = magic + [1, 0]
    bytes.append(littleEndian: UInt16(header.count))
    return bytes + header + ElementType.float32.encode(array.values)
  }

  /// Reads a file.
  ///
  /// - Throws: `InterchangeError.inFile` with the path.
  public static func array(contentsOf path: String) throws(InterchangeError) -> NumberArray {
    try InterchangeFile.read(path) { bytes throws(InterchangeError) in try array(from: bytes) }
  }

  /// Writes a file, whole or not at all.
  ///
  /// - Throws: `InterchangeError.inFile` with the path.
  public static func write(_ array: NumberArray, to path: String) throws(InterchangeError) {
    try InterchangeFile.write(bytes(of: array), to: path)
  }
}

// MARK: - Reading

extension Npy {
  static func array(
    from bytes: [UInt8], named name: String
  ) throws(InterchangeError) -> NumberArray {
    var reader = ByteReader(bytes[...])
    guard bytes.starts(with: magic) else {
      throw .notFormat(format: "npy", found: Array(bytes.prefix(magic.count)))
    }
    _ = try reader.take(magic.count, "the magic number")
    let major = try reader.integer(UInt8.self, "the version")
    let minor = try reader.integer(UInt8.self, "the version")
    guard (1...3).contains(major), minor == 0 else {
      throw .unsupportedVersion(major: major, minor: minor)
    }
    let length =
      major == 1
      ? Int(try reader.integer(UInt16.self, "the length of the header"))
      : Int(try reader.integer(UInt32.self, "the length of the header"))
    let header = try NpyHeader(reader.take(length, "the header"), array: name)
    guard let size = (header.shape + [header.type.size]).elementCount else {
      throw .tooManyElements(array: name, shape: header.shape)
    }
    let data = try reader.take(size, "the data")
    guard reader.rest.isEmpty else { throw .surplus(part: "the data", count: reader.rest.count) }
    let values = header.type.decode(data, bigEndian: header.isBigEndian)
    return NumberArray(
      checked: header.shape, header.isFortranOrder ? cOrder(values, header.shape) : values,
      header.type)
  }

  /// Numbers whose first axis runs fastest, with the last running fastest.
  private static func cOrder(_ values: [Float], _ shape: [Int]) -> [Float] {
    Axes.transposed(values, shape: shape.reversed(), order: shape.indices.reversed())
  }
}
