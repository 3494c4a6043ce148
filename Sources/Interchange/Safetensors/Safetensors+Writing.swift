extension Safetensors {
  /// The bytes of the file: all numbers as F32, counts (`int64`) as I64.
  ///
  /// Wider elements come first, and the header ends at a multiple of 8 bytes, so that every number
  /// lies at a multiple of its size, as in files of the reference implementation.
  public var bytes: [UInt8] {
    let ordered =
      tensors.filter { $0.array.type.written.size == 8 }
      + tensors.filter { $0.array.type.written.size != 8 }
    var fields: [String] = []
    if !metadata.isEmpty {
      let notes = metadata.sorted { $0.key < $1.key }.map {
        "\(Self.quoted($0.key)):\(Self.quoted($0.value))"
      }
      fields.append("\(Self.quoted(Self.metadataKey)):{\(notes.joined(separator: ","))}")
    }
    var data: [UInt8] = []
    for tensor in ordered {
      let begin = data.count, array = tensor.array
      data += array.type.encode(array.values)
      let shape = array.shape.map(String.init).joined(separator: ",")
      fields.append(
        "\(Self.quoted(tensor.name)):{\"dtype\":\"\(array.type.written.safetensorsName)\","
          + "\"shape\":[\(shape)],\"data_offsets\":[\(begin),\(data.count)]}")
    }
    var header = Array("{\(fields.joined(separator: ","))}".utf8)
    while header.count % 8 > 0 { header.append(UInt8(ascii: " ")) }
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt64(header.count))
    return bytes + header + data
  }

  /// Text as JSON writes it.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
