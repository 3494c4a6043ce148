import CDuktape

/// A heap of Duktape: the only file that knows it. One thread at a time may use it.
final class JavaScript {
  /// What a program threw, in words.
  struct Failure: Error, Equatable {
    var message: String
  }

  private let heap: OpaquePointer

  /// An empty heap; nil if there is no memory.
  init?() {
    guard let heap = nnbook_duktape_create() else { return nil }
    self.heap = heap
  }

  deinit { duk_destroy_heap(heap) }

  /// Runs a program, for what it defines.
  func run(_ source: [UInt8]) throws(Failure) {
    let end = source.withUnsafeBytes { bytes in
      nnbook_duktape_run(heap, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
    }
    let result = takeText()
    guard end == 0 else { throw Failure(message: result) }
  }

  /// The text that a global function returns for texts.
  func call(_ function: String, _ arguments: [String]) throws(Failure) -> String {
    duk_get_global_string(heap, function)
    for argument in arguments { push(argument) }
    let end = duk_pcall(heap, duk_idx_t(arguments.count))
    let result = takeText()
    guard end == 0 else { throw Failure(message: result) }
    return result
  }
}

// MARK: - Texts

extension JavaScript {
  /// Duktape's characters are the units of UTF-16, each written as UTF-8 would.
  private func push(_ text: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for unit in text.utf16 {
      switch unit {
      case 0..<0x80: bytes.append(UInt8(unit))
      case 0x80..<0x800: bytes += [0xC0 | UInt8(unit >> 6), 0x80 | UInt8(unit & 0x3F)]
      default:
        bytes += [
          0xE0 | UInt8(unit >> 12), 0x80 | UInt8(unit >> 6 & 0x3F), 0x80 | UInt8(unit & 0x3F),
        ]
      }
    }
    bytes.withUnsafeBytes { bytes in
      _ = duk_push_lstring(heap, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
    }
  }

  /// Takes the value on top of the stack as text.
  private func takeText() -> String {
    defer { duk_pop(heap) }
    var length = 0
    guard let characters = duk_safe_to_lstring(heap, -1, &length) else { return "" }
    let bytes = UnsafeRawBufferPointer(start: characters, count: length)
    if bytes.allSatisfy({ $0 < 0xED }) { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: Self.units(bytes), as: UTF16.self)
  }

  private static func units(_ bytes: UnsafeRawBufferPointer) -> [UInt16] {
    var units: [UInt16] = []
    for byte in bytes {
      switch byte {
      case 0x80..<0xC0:
        guard let last = units.popLast() else { continue }
        units.append(last << 6 | UInt16(byte & 0x3F))
      case 0xC0..<0xE0: units.append(UInt16(byte & 0x1F))
      case 0xE0...: units.append(UInt16(byte & 0x0F))
      default: units.append(UInt16(byte))
      }
    }
    return units
  }
}
