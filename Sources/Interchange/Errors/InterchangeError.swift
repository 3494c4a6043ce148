public import NeuralNet

/// Why a file of numbers could not be read, written or used; `description` says it in words.
public enum InterchangeError: Error, Equatable, Sendable {
  // Files
  /// Nothing is there.
  case missingFile
  /// A folder stands where a file was expected.
  case isFolder
  /// The system's reason.
  case unreadable(reason: String)
  /// The system's reason.
  case unwritable(reason: String)
  /// It happened with this file.
  indirect case inFile(path: String, InterchangeError)

  // Any format
  /// A part of the file is shorter than it says; bytes.
  case truncated(part: String, expected: Int, found: Int)
  /// Bytes that nothing accounts for.
  case surplus(part: String, count: Int)
  /// A part of the file is larger than is read; bytes.
  case tooLarge(part: String, found: UInt64, limit: Int)
  /// The header is not what it must be; the offset counts bytes of the header.
  case badHeader(offset: Int, expected: String)
  /// Elements of this type are not read.
  case unsupportedElements(array: String, type: String, known: [String])
  /// More elements than can be counted.
  case tooManyElements(array: String, shape: [Int])
  /// An array that is to be written has other numbers than its shape tells.
  case wrongCount(array: String, shape: [Int], found: Int)
  /// Two arrays of one name.
  case duplicateName(String)

  // Safetensors
  /// A tensor is described without this field, or the field holds something else.
  case badField(tensor: String, field: String, expected: String)
  /// The data of a tensor overlap those before, or leave a hole.
  case badOffsets(tensor: String, begin: Int, expected: Int)
  /// Bytes of data that the shape needs, and that the offsets give.
  case wrongSize(tensor: String, type: String, shape: [Int], expected: Int, found: Int)

  // npy and npz
  /// The first bytes are not those of the format.
  case notFormat(format: String, found: [UInt8])
  /// A version of the npy format that is not known.
  case unsupportedVersion(major: UInt8, minor: UInt8)
  /// Something of the zip format that is not read.
  case unsupportedZip(member: String?, ZipFeature)
  /// A member does not unpack, or not to what was packed.
  case damaged(member: String, ZipDamage)
  /// A name that leads out of the archive, or is none.
  case unsafeName(String)
  /// A member is not an array.
  case notArray(member: String)

  // Weights
  /// The arrays are not the weights of the network: everything that does not fit.
  case mismatches([StateMismatch])

  // Models
  /// PyTorch has no counterpart of a layer, the index counted from 0.
  case notInPyTorch(layer: String, index: Int)
  /// The layers do not make a model.
  case doesNotFit(ShapeError)

  /// A part of the zip format that is left to others.
  public enum ZipFeature: Equatable, Sendable {
    /// Sizes of 64 bits.
    case zip64
    /// A password is needed.
    case encryption
    /// More than one file.
    case severalDisks
    /// A method other than stored (0) and deflated (8).
    case method(UInt16)
  }

  /// What is wrong with the data of a member.
  public enum ZipDamage: Equatable, Sendable {
    /// The checksums that were found and expected differ.
    case checksum(expected: UInt32, found: UInt32)
    /// The deflated data make no sense, or end early.
    case deflate
    /// The unpacked size; bytes.
    case size(expected: Int, found: Int)
  }
}

/// A way in which an array of a file is not what a network has in its place.
public enum StateMismatch: Equatable, Sendable {
  /// The network has a parameter that the file has not; a name of the file that may be meant.
  case missing(name: String, shape: [Int], nearest: String?)
  /// The file has an array that the network has not; a name of the network that may be meant.
  case unexpected(name: String, shape: [Int], nearest: String?)
  /// The shapes differ, both in PyTorch's order of axes.
  case shape(name: String, expected: [Int], found: [Int])
  /// The numbers are not floating-point numbers.
  case type(name: String, found: ElementType)
}
