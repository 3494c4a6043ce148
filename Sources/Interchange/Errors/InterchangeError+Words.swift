extension InterchangeError: CustomStringConvertible {
  /// The error as sentences without a full stop at the end: what was found, what was expected.
  public var description: String {
    switch self {
    case .inFile(let path, let error): "\(path): \(error)"
    case .missingFile: "there is no such file"
    case .isFolder: "this is a folder; expected a file"
    case .unreadable(let reason): "the file cannot be read: \(reason)"
    case .unwritable(let reason): "the file cannot be written: \(reason)"
    case .truncated(let part, let expected, let found):
      "\(part) should have \(expected) bytes; found \(found)"
    case .surplus(let part, let count): "\(count) bytes too many follow \(part)"
    case .tooLarge(let part, let found, let limit):
      "\(part) would have \(found) bytes; at most \(limit) are read"
    case .badHeader(let offset, let expected): "byte \(offset) of the header: expected \(expected)"
    case .unsupportedElements(let array, let type, let known):
      "'\(array)' has elements of type \(type); expected one of \(known.joined(separator: ", "))"
    case .tooManyElements(let array, let shape):
      "'\(array)' of shape \(shape) has more elements than can be counted"
    case .wrongCount(let array, let shape, let found):
      "'\(array)' of shape \(shape) needs \(shape.reduce(1, *)) numbers; found \(found)"
    case .duplicateName(let name): "two arrays are called '\(name)'"
    case .badField, .badOffsets, .wrongSize: safetensorsWords
    case .mismatches(let all): Self.words(for: all)
    case .notInPyTorch(let layer, let index):
      "layer \(index + 1), \(layer), has no counterpart in PyTorch; known: "
        + PyTorchTable.rules.keys.sorted().joined(separator: ", ")
    case .doesNotFit(let error): "the layers do not fit each other: \(error)"
    default: archiveWords
    }
  }

  private var safetensorsWords: String {
    switch self {
    case .badField(let tensor, let field, let expected):
      "tensor '\(tensor)': expected '\(field)' to be \(expected)"
    case .badOffsets(let tensor, let begin, let expected):
      "the data of tensor '\(tensor)' begin at byte \(begin); expected \(expected), as "
        + (begin < expected ? "those before end there" : "holes are not allowed")
    case .wrongSize(let tensor, let type, let shape, let expected, let found):
      "tensor '\(tensor)', \(type) of shape \(shape), needs \(expected) bytes; its offsets give \(found)"
    default: "\(self)"
    }
  }

  private var archiveWords: String {
    switch self {
    case .notFormat(let format, let found):
      "this is no \(format) file: it begins with " + found.map(Self.hexadecimal).joined()
    case .unsupportedVersion(let major, let minor):
      "npy version \(major).\(minor); expected 1.0, 2.0 or 3.0"
    case .unsupportedZip(let member, let feature):
      (member.map { "'\($0)': " } ?? "") + Self.words(for: feature)
    case .damaged(let member, let damage): "'\(member)' is damaged: " + Self.words(for: damage)
    case .unsafeName(let name):
      "'\(name)' is no name for an array: expected letters, without .., \\ and a leading /"
    case .notArray(let member): "'\(member)' is not an array; expected a name that ends in .npy"
    default: "\(self)"
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  private static func words(for feature: ZipFeature) -> String {
    switch feature {
    case .zip64: "zip64 archives are not read; expected less than 4 GiB"
    case .encryption: "the member is encrypted; expected one without a password"
    case .severalDisks: "the archive has several parts; expected one file"
    case .method(let method):
      "packed by method \(method); expected 0, stored, or 8, deflated"
    }
  }

  private static func words(for damage: ZipDamage) -> String {
    switch damage {
    case .checksum(let expected, let found):
      "its checksum is \(String(found, radix: 16)); expected \(String(expected, radix: 16))"
    case .deflate: "the deflated data are not whole"
    case .size(let expected, let found): "it unpacks to \(found) bytes; expected \(expected)"
    }
  }
}

// MARK: - Weights

extension InterchangeError {
  /// One line each, the first 20.
  private static func words(for mismatches: [StateMismatch]) -> String {
    let lines = mismatches.prefix(20).map { "\n  \($0)" }.joined()
    let rest = mismatches.count > 20 ? "\n  and \(mismatches.count - 20) more" : ""
    return "the arrays do not fit the network:" + lines + rest
  }
}

extension StateMismatch: CustomStringConvertible {
  /// What is wrong with one array.
  public var description: String {
    switch self {
    case .missing(let name, let shape, let nearest):
      "'\(name)' \(shape) is missing" + (nearest.map { "; is it '\($0)' in the file?" } ?? "")
    case .unexpected(let name, let shape, let nearest):
      "'\(name)' \(shape) belongs to no layer"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    case .shape(let name, let expected, let found):
      "'\(name)' has shape \(found); expected \(expected)"
    case .type(let name, let found):
      "'\(name)' holds elements of type \(found.safetensorsName); expected F32, F64, F16 or BF16"
    }
  }
}
