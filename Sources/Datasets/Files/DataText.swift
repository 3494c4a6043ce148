/// The text of a file, compressed with gzip or not, without a byte order mark.
///
/// - Throws: `notUTF8`, `tooLarge` beyond `CSVTable.sizeLimit`, and what opening a file can throw.
public func dataText(path: String) throws(DatasetError) -> String {
  let bytes = try DataFile(path).readAll(limit: CSVTable.sizeLimit)
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw .notUTF8(path: path, offset: firstInvalidByte(bytes))
  }
  return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
}

private func firstInvalidByte(_ bytes: [UInt8]) -> Int {
  var (decoder, iterator, offset) = (Unicode.UTF8(), bytes.makeIterator(), 0)
  while case .scalarValue(let scalar) = decoder.decode(&iterator) {
    offset += UTF8.width(scalar)
  }
  return offset
}
