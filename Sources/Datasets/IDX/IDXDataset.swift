public import NeuralNet

/// Reads images and their labels from two files of MNIST's format.
///
/// Pixels become numbers from 0 to 1; targets are class indices.
///
/// - Parameters:
///   - images: a file of three dimensions: count, height, width.
///   - labels: a file of one dimension: count.
///   - classNames: the names of the classes; nil for the digits up to the largest label.
///   - limit: how many images are read, from the first on; nil for all. Fewer are read faster.
/// - Throws: what `IDXFile` throws, `countsDiffer`, `labelOutOfRange`.
/// - Shapes: features `[count, height · width]`, targets `[count, 1]`.
public func idxDataset(
  images: String, labels: String, classNames: [String]? = nil, limit: Int? = nil
) throws(DatasetError) -> Dataset {
  let pictures = try IDXFile(images, limit: limit, rank: 3)
  let classes = try IDXFile(labels, limit: limit, rank: 1)
  let (count, labelCount) = (pictures.dimensions[0], classes.dimensions[0])
  guard count == labelCount else { throw .countsDiffer(images: count, labels: labelCount) }
  guard count > 0 else { throw .noRows(path: images) }
  let names = classNames ?? (0...Int(classes.elements.max() ?? 0)).map { "\($0)" }
  if let row = classes.elements.firstIndex(where: { $0 >= names.count }) {
    throw .labelOutOfRange(
      path: labels, row: row, label: Int(classes.elements[row]), classes: names.count)
  }
  return try oneTargetDataset(
    path: images, features: unitInterval(pictures.elements),
    targets: classes.elements.map { Float($0) }, names: names,
    size: (width: pictures.dimensions[2], height: pictures.dimensions[1]))
}

/// Bytes as `byte / 255`, each quotient computed once.
private func unitInterval(_ bytes: [UInt8]) -> [Float] {
  let quotients = (0...255).map { Float($0) / 255 }
  return [Float](unsafeUninitializedCapacity: bytes.count) { output, count in
    bytes.withUnsafeBufferPointer { input in
      quotients.withUnsafeBufferPointer { quotients in
        for index in input.indices { output[index] = quotients[Int(input[index])] }
      }
    }
    count = bytes.count
  }
}
