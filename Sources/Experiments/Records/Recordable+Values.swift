package import NeuralNet
package import Plotting

// Numbers, text, lists and what the engine returns, as records hold them.

extension Int: Recordable {
  package func put(into record: inout Record) { record.append(Int64(self)) }

  package init(from reader: inout RecordReader) throws(RecordError) {
    guard let value = Int(exactly: try reader.word(Int64.self)) else { throw .damaged }
    self = value
  }
}

extension Double: Recordable {
  package func put(into record: inout Record) { record.append(bitPattern) }

  package init(from reader: inout RecordReader) throws(RecordError) {
    self.init(bitPattern: try reader.word())
  }
}

extension Float: Recordable {
  package func put(into record: inout Record) { record.append(bitPattern) }

  package init(from reader: inout RecordReader) throws(RecordError) {
    self.init(bitPattern: try reader.word())
  }
}

extension Bool: Recordable {
  package func put(into record: inout Record) { record.append(UInt8(self ? 1 : 0)) }

  package init(from reader: inout RecordReader) throws(RecordError) {
    switch try reader.word(UInt8.self) {
    case 0: self = false
    case 1: self = true
    default: throw .damaged
    }
  }
}

extension Text: Recordable {
  package func put(into record: inout Record) {
    record.append(Int64(bytes.count))
    record.append(bytes: bytes)
  }

  package init(from reader: inout RecordReader) throws(RecordError) {
    self.init(try reader.bytes(reader.count(ofItems: 1)))
  }
}

extension Array: Recordable where Element: Recordable {
  package func put(into record: inout Record) {
    record.reserve(8 + count * MemoryLayout<Element>.size)
    record.append(Int64(count))
    for element in self { element.put(into: &record) }
  }

  package init(from reader: inout RecordReader) throws(RecordError) {
    self.init()
    // An element takes a byte at least, so that a damaged count cannot ask for much memory.
    let count = try reader.count(ofItems: 1)
    for _ in 0..<count { append(try Element(from: &reader)) }
  }
}

extension Optional: Recordable where Wrapped: Recordable {
  package func put(into record: inout Record) {
    record.put(self != nil)
    if let value = self { value.put(into: &record) }
  }

  package init(from reader: inout RecordReader) throws(RecordError) {
    self = try reader.take(Bool.self) ? try Wrapped(from: &reader) : nil
  }
}

// MARK: - The engine's

extension Evaluation: Recordable {
  package func put(into record: inout Record) {
    record.put(loss)
    record.put(accuracy)
  }

  package init(from reader: inout RecordReader) throws(RecordError) {
    self.init(loss: try reader.take(), accuracy: try reader.take())
  }
}

extension Divergence: Recordable {
  private static let kinds: [Kind] = [.loss, .gradient, .parameter, .activation]

  package func put(into record: inout Record) {
    record.put(step)
    record.put(epoch)
    record.put(layer)
    record.put(Self.kinds.firstIndex(of: kind) ?? 0)
    record.put(value)
    record.put(learningRate)
    record.put(recentLosses)
  }

  package init(from reader: inout RecordReader) throws(RecordError) {
    let (step, epoch, layer): (Int, Int, Int) = (
      try reader.take(), try reader.take(), try reader.take()
    )
    let kind = try reader.take(Int.self)
    guard Self.kinds.indices.contains(kind) else { throw .damaged }
    self.init(
      step: step, epoch: epoch, layer: layer, kind: Self.kinds[kind], value: try reader.take(),
      learningRate: try reader.take(), recentLosses: try reader.take())
  }
}
