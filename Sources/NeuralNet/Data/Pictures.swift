extension SyntheticData {
  /// Small pictures of one shape each: a horizontal bar, a vertical bar, a diagonal, a box.
  ///
  /// Place and size are random; bars and diagonals are at least half as long as the picture, boxes
  /// have sides of 3 to 5 pixels. The shape is 1, the rest 0.
  ///
  /// - Shapes: a row is `[size, size]`, the top line first.
  /// - Parameters:
  ///   - samples: all four classes together; default 400.
  ///   - noise: standard deviation added to each pixel; default 0.2.
  ///   - size: pixels on a side, at least 5; default 8.
  public static func shapes(
    samples: Int = 400, noise: Float = 0.2, size: Int = 8
  ) -> SyntheticData {
    let size = max(size, 5)
    return SyntheticData(
      "shapes", samples: samples, noise: noise, [Float(size), 0, 0, 0], task: .classes(4),
      form: Form(featureCount: size * size, imageSize: size)
    ) { row, _, noise, random, rows in
      let shape = Shape4(rawValue: row & 3) ?? .box
      var pixels = [Float](repeating: 0, count: size * size)
      shape.draw(into: &pixels, size: size, &random)
      for pixel in pixels { rows.features.append(pixel + noise * random.nextNormal()) }
      rows.targets.append(Float(row & 3))
    }
  }
}

/// What a picture shows.
private enum Shape4: Int {
  case horizontal
  case vertical
  case diagonal
  case box

  func draw(into pixels: inout [Float], size: Int, _ random: inout RandomStream) {
    let shortest = self == .box ? 3 : (size + 1) / 2, longest = self == .box ? 5 : size
    let length = shortest + random.nextBelow(longest - shortest + 1)
    let along = random.nextBelow(size - length + 1)
    let isDeep = self == .diagonal || self == .box
    let across = random.nextBelow(isDeep ? size - length + 1 : size)
    func set(_ y: Int, _ x: Int) { pixels[y * size + x] = 1 }
    for i in 0..<length {
      switch self {
      case .horizontal: set(across, along + i)
      case .vertical: set(along + i, across)
      case .diagonal: set(across + i, along + i)
      case .box:
        set(across, along + i)
        set(across + length - 1, along + i)
        set(across + i, along)
        set(across + i, along + length - 1)
      }
    }
  }
}
