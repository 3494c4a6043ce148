extension Safetensors {
  /// Reads the bytes of a file.
  ///
  /// - Throws: `InterchangeError`: what is wrong with it.
  public init(bytes: [UInt8]) throws(InterchangeError) {
    var reader = ByteReader(bytes[...])
    let length = try reader.integer(UInt64.self, "the length of the header")
    guard length <= UInt64(Self.headerLimit) else {
      throw .tooLarge(part: "the header", found: length, limit: Self.headerLimit)
    }
    let header = try HeaderReader.object(in: reader.take(Int(length), "the header"))
    var entries: [Entry] = []
    tensors = []
    metadata = [:]
    for member in header {
      if member.key == Self.metadataKey {
        guard metadata.isEmpty else { throw .duplicateName(member.key) }
        metadata = try Self.metadata(member.value)
      } else {
        entries.append(try Entry(member))
      }
    }
    try readTensors(entries, from: reader.rest)
    try tensors.requireUniqueNames()
  }

  private mutating func readTensors(
    _ entries: [Entry], from data: ArraySlice<UInt8>
  ) throws(InterchangeError) {
    var end = 0
    for entry in entries.sorted(by: { ($0.begin, $0.end) < ($1.begin, $1.end) }) {
      guard entry.begin == end else {
        throw .badOffsets(tensor: entry.name, begin: entry.begin, expected: end)
      }
      guard entry.end <= data.count else {
        throw .truncated(part: "the data", expected: entry.end, found: data.count)
      }
      end = entry.end
      let own = data[data.startIndex + entry.begin..<data.startIndex + entry.end]
      tensors.append(NamedArray(entry.name, entry.array(own)))
    }
    guard end == data.count else {
      throw .surplus(part: "the last tensor", count: data.count - end)
    }
  }

  private static func metadata(_ value: HeaderValue) throws(InterchangeError) -> [String: String] {
    guard case .object(let members) = value else { throw notText("an object of text") }
    var metadata: [String: String] = [:]
    for member in members {
      guard case .text(let text) = member.value else { throw notText("text") }
      guard metadata.updateValue(text, forKey: member.key) == nil else {
        throw .duplicateName(member.key)
      }
    }
    return metadata
  }

  private static func notText(_ expected: String) -> InterchangeError {
    .badField(tensor: metadataKey, field: "metadata", expected: expected)
  }
}

/// What the header says about a tensor.
private struct Entry {
  let name: String
  let type: ElementType
  let shape: [Int]
  let begin: Int
  let end: Int

  /// - Throws: `InterchangeError` if a field is missing, or bytes and shape do not agree.
  init(_ member: HeaderValue.Member) throws(InterchangeError) {
    name = member.key
    guard case .object(let fields) = member.value else {
      throw .badField(tensor: name, field: "tensor", expected: "an object")
    }
    func field(_ key: String, _ expected: String) throws(InterchangeError) -> HeaderValue {
      let found = fields.filter { $0.key == key }
      guard found.count == 1 else {
        throw .badField(tensor: member.key, field: key, expected: expected + ", once")
      }
      return found[0].value
    }
    guard case .text(let typeName) = try field("dtype", "text") else {
      throw .badField(tensor: name, field: "dtype", expected: "text")
    }
    guard let shape = try field("shape", "whole numbers").numbers else {
      throw .badField(tensor: name, field: "shape", expected: "whole numbers")
    }
    let offsets = try field("data_offsets", "two whole numbers").numbers ?? []
    guard offsets.count == 2, offsets[0] <= offsets[1] else {
      throw .badField(
        tensor: name, field: "data_offsets", expected: "two whole numbers, the first not larger")
    }
    guard let type = ElementType.allCases.first(where: { $0.safetensorsName == typeName }) else {
      let known = ElementType.allCases.map { $0.safetensorsName }
      throw .unsupportedElements(array: name, type: typeName, known: known)
    }
    self.type = type
    self.shape = shape
    (begin, end) = (offsets[0], offsets[1])
    try checkSize()
  }

  private func checkSize() throws(InterchangeError) {
    guard let size = (shape + [type.size]).elementCount else {
      throw .tooManyElements(array: name, shape: shape)
    }
    guard size == end - begin else {
      throw .wrongSize(
        tensor: name, type: type.safetensorsName, shape: shape, expected: size, found: end - begin)
    }
  }

  func array(_ bytes: ArraySlice<UInt8>) -> NumberArray {
    NumberArray(checked: shape, type.decode(bytes), type)
  }
}
