import Kernels
import Testing

@testable import NeuralNet

/// Convolutions and pooling against their plain twins, bit for bit, on odd sizes.
struct ImageKernelTests {
  struct Geometry: Sendable, CustomStringConvertible {
    var image: Extent
    var channels: Int
    var filters: Int
    var windows: Windows
    var description: String {
      "\(image.height)x\(image.width)x\(channels) to \(filters), \(windows)"
    }

    var places: Shape {
      get throws {
        let extent = try windows.places(image, "test")
        return Shape(images, extent.height, extent.width, filters)
      }
    }
    var images = 3
    var shape: Shape { Shape(images, image.height, image.width, channels) }
    var depth: Int { windows.kernel.count * channels / windows.groups }
  }

  static let geometries: [Geometry] = [
    Geometry(image: [5, 6], channels: 1, filters: 1, windows: .init(3)),
    Geometry(image: [7, 19], channels: 1, filters: 8, windows: .init(3)),
    Geometry(image: [6, 33], channels: 8, filters: 16, windows: .init(3)),
    Geometry(image: [4, 9], channels: 8, filters: 7, windows: .init([2, 3], stride: [1, 2])),
    Geometry(image: [9, 8], channels: 3, filters: 20, windows: .init(3, stride: 2, padding: 1)),
    Geometry(image: [8, 9], channels: 4, filters: 33, windows: .init(3, dilation: [2, 3])),
    Geometry(image: [7, 7], channels: 6, filters: 9, windows: .init(3, padding: 1, groups: 3)),
    Geometry(image: [5, 5], channels: 5, filters: 5, windows: .init(2, groups: 5)),
    Geometry(image: [1, 30], channels: 17, filters: 10, windows: .init([1, 4], padding: [0, 2])),
    Geometry(image: [3, 3], channels: 70, filters: 18, windows: .init([3, 3])),
  ]

  private func expectTwin(
    _ test: KernelCase, _ kernel: (KernelTable) -> Kernel?, _ comment: String
  ) {
    let expected = test.run(on: .plain, kernel)
    #expect(expected.isGuardIntact)
    for choice in KernelChoice.all {
      let found = test.run(on: choice, kernel)
      #expect(found == expected, "\(String(decoding: choice.name, as: UTF8.self)) \(comment)")
    }
  }

  @Test("padding has the bits of the plain loop", arguments: geometries)
  func pad(geometry: Geometry) {
    var numbers = TestNumbers(1), test = KernelCase()
    let padded = Pad(geometry.windows).padded(geometry.shape)
    test.a = numbers.numbers(geometry.shape.count)
    test.out = [Float](repeating: 777, count: padded.count)
    test.step.window = geometry.windows.window(on: geometry.shape, places: geometry.shape)
    expectTwin(test, { $0.pad }, "pad")
  }

  @Test("convolutions have the bits of the plain loops", arguments: geometries)
  func convolution(geometry: Geometry) throws {
    let places = try geometry.places, padded = Pad(geometry.windows).padded(geometry.shape)
    for function in [functionNone, functionRelu, functionReluGradient] {
      var numbers = TestNumbers(2), test = KernelCase()
      test.a = numbers.numbers(padded.count)
      test.b = numbers.numbers(geometry.depth * geometry.filters)
      test.start = numbers.numbers(geometry.filters)
      test.other = function == functionReluGradient ? numbers.numbers(places.count) : nil
      test.out = [Float](repeating: 777, count: places.count)
      test.step.columns = Int32(geometry.filters)
      test.step.function = function
      test.step.window = geometry.windows.window(on: padded, places: places, padding: 0)
      expectTwin(test, { $0.convolution }, "\(geometry)")
    }
  }

  @Test("gradients for the filters have the bits of the plain loops", arguments: geometries)
  func filters(geometry: Geometry) throws {
    let places = try geometry.places, padded = Pad(geometry.windows).padded(geometry.shape)
    for sumStart in [startZero, startMatrix] {
      var numbers = TestNumbers(3), test = KernelCase()
      test.a = numbers.numbers(padded.count)
      test.b = numbers.numbers(places.count)
      test.start = numbers.numbers(geometry.depth * geometry.filters)
      test.out = [Float](repeating: 777, count: geometry.depth * geometry.filters)
      test.step.rows = Int32(geometry.depth)
      test.step.columns = Int32(geometry.filters)
      test.step.sumStart = sumStart
      test.step.window = geometry.windows.window(on: padded, places: places, padding: 0)
      expectTwin(test, { $0.convolutionFilters }, "\(geometry)")
    }
  }

  @Test("gradients for the images have the bits of the plain loops", arguments: geometries)
  func images(geometry: Geometry) throws {
    let places = try geometry.places, shape = geometry.shape
    for sumStart in [startZero, startRow, startMatrix] {
      var numbers = TestNumbers(4), test = KernelCase()
      test.a = numbers.numbers(places.count)
      test.b = numbers.numbers(geometry.depth * geometry.filters)
      test.start = numbers.numbers(sumStart == startRow ? geometry.channels : shape.count)
      test.other = sumStart == startMatrix ? numbers.numbers(shape.count) : nil
      test.out = [Float](repeating: 777, count: shape.count)
      test.step.depth = Int32(geometry.filters)
      test.step.sumStart = sumStart
      test.step.function = sumStart == startMatrix ? functionReluGradient : functionRelu
      test.step.window = geometry.windows.window(on: shape, places: places)
      expectTwin(test, { $0.convolutionImages }, "\(geometry)")
    }
  }

  @Test("pooling has the bits of the plain loops, with ties and NaN", arguments: geometries)
  func pooling(geometry: Geometry) throws {
    var windows = geometry.windows
    windows.groups = 1
    let extent = try windows.places(geometry.image, "test"), shape = geometry.shape
    let places = Shape(shape[0], extent.height, extent.width, shape.columns)
    var numbers = TestNumbers(5), test = KernelCase()
    test.a = (0..<shape.count).map { _ in Float(numbers.below(4)) }
    test.a[shape.count / 2] = .nan
    test.a[shape.count / 3] = -.infinity
    test.out = [Float](repeating: 777, count: places.count)
    test.extra = test.out
    test.step.s1 = 0.3
    test.step.window = windows.window(on: shape, places: places)
    expectTwin(test, { $0.maxPool }, "\(geometry)")
    expectTwin(test, { $0.averagePool }, "\(geometry)")
    test.extra = nil
    test.a = numbers.numbers(places.count)
    test.b = (0..<places.count).map { _ in Float(numbers.below(windows.kernel.count)) }
    test.out = [Float](repeating: 777, count: shape.count)
    test.step.function = functionReluGradient
    test.other = numbers.numbers(shape.count)
    expectTwin(test, { $0.maxPoolGradient }, "\(geometry)")
    expectTwin(test, { $0.averagePoolGradient }, "\(geometry)")
  }

  @Test(
    "batch normalisation has the bits of the plain loops", arguments: [1, 3, 8, 16, 17, 40])
  func batchNorm(columns: Int) {
    for rows in [1, 2, 5, 256, 263, 600] {
      var numbers = TestNumbers(7), test = KernelCase()
      let count = rows * columns, blocks = (rows + 255) / 256
      test.a = numbers.numbers(count)
      test.b = numbers.numbers(count)
      test.step.rows = Int32(rows)
      test.step.columns = Int32(columns)
      (test.step.s1, test.step.s2) = (0.01, Float(rows))
      test.out = [Float](repeating: 777, count: blocks * columns)
      expectTwin(test, { $0.columnMoments }, "sums \(rows)x\(columns)")
      test.start = numbers.numbers(2 * columns).map(\.magnitude)
      expectTwin(test, { $0.columnMoments }, "squares \(rows)x\(columns)")
      test.out = [Float](repeating: 777, count: blocks * 2 * columns)
      expectTwin(test, { $0.columnSlopes }, "slopes \(rows)x\(columns)")
      test.extra = numbers.numbers(3 * columns).map(\.magnitude)
      test.out = [Float](repeating: 777, count: count)
      expectTwin(test, { $0.normalizeColumns }, "normalise \(rows)x\(columns)")
      test.step.function = functionReluGradient
      test.other = numbers.numbers(count)
      expectTwin(test, { $0.normalizeColumnsGradient }, "gradient \(rows)x\(columns)")
      test.out = numbers.numbers(columns)
      expectTwin(test, { $0.addBlocks }, "add blocks \(rows)x\(columns)")
      test.step.rows = Int32(columns)
      expectTwin(test, { $0.approach }, "approach \(columns)")
    }
  }

  @Test("transposing has the bits of the plain loop", arguments: [1, 5, 8, 16, 33])
  func transpose(columns: Int) {
    for rows in [1, 4, 17, 49] {
      var numbers = TestNumbers(6), test = KernelCase()
      test.a = numbers.numbers(2 * rows * columns)
      test.out = [Float](repeating: 777, count: 2 * rows * columns)
      (test.step.rows, test.step.columns) = (Int32(rows), Int32(columns))
      test.step.depth = 2
      expectTwin(test, { $0.transposeEach }, "\(rows)x\(columns)")
    }
  }
}

extension Windows {
  init(
    _ kernel: Extent, stride: Extent = 1, padding: Extent = 0, dilation: Extent = 1,
    groups: Int = 1
  ) {
    self.init(
      kernel: kernel, stride: stride, padding: padding, dilation: dilation, groups: groups)
  }
}
