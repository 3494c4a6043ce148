import Foundation

/// PDF files as Chromium writes them.
enum PrintedPages {
  /// The time that all files name: the beginning of 1970.
  private static let date = Array("19700101000000".utf8)

  /// The file without the time at which it was printed: the same page gives the same bytes from the same
  /// Chromium. The lengths stay, as the file counts its bytes.
  static func withoutDates(_ pdf: Data) -> Data {
    var pdf = pdf
    for key in ["/CreationDate (D:", "/ModDate (D:"] {
      var start = pdf.startIndex
      while let found = pdf.range(of: Data(key.utf8), in: start..<pdf.endIndex) {
        let end = pdf[found.upperBound...].firstIndex(of: UInt8(ascii: ")")) ?? pdf.endIndex
        for (offset, index) in (found.upperBound..<end).enumerated()
        where (48...57).contains(pdf[index]) {
          pdf[index] = offset < date.count ? date[offset] : UInt8(ascii: "0")
        }
        start = end
      }
    }
    return pdf
  }
}
