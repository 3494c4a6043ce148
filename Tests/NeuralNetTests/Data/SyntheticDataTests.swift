import NeuralNet
import Testing

/// The formulas of synthetic data, without noise, and what noise and seed do.
struct SyntheticDataTests {
  static let kinds: [SyntheticData] = [
    .moons(), .circles(), .spiral(), .spiral(classes: 3), .xor(), .blobs(), .line(), .sine(),
    .firstBit(), .adding(), .waves(), .shapes(), .ring(), .grid(),
    .plane(), .hills(),
  ]

  @Test("Every kind makes valid rows, the same for the same seed", arguments: kinds)
  func valid(kind: SyntheticData) throws {
    let data = kind.make(seed: 1)
    try data.validate()
    #expect(data.count == kind.samples && data.task == kind.task)
    #expect(data == kind.make(seed: 1))
    if kind.noise > 0 { #expect(data != kind.make(seed: 2)) }
    #expect(kind.with(samples: 7).make(seed: 1).count == 7)
    #expect(kind.with(samples: 7) != kind && kind.with(samples: kind.samples) == kind)
    #expect(kind.with(samples: -3).make(seed: 1).count == 1)
  }

  @Test("The defaults are those of the documentation")
  func defaults() {
    #expect(SyntheticData.moons() == .moons(samples: 200, noise: 0.1))
    #expect(SyntheticData.circles() == .circles(samples: 200, noise: 0.05, factor: 0.5))
    #expect(SyntheticData.spiral() == .spiral(samples: 200, noise: 0.02, classes: 2, turns: 1))
    #expect(SyntheticData.xor() == .xor(samples: 4, noise: 0))
    #expect(SyntheticData.blobs() == .blobs(samples: 200, noise: 1, centers: 3))
    #expect(SyntheticData.line() == .line(samples: 200, noise: 0.1, slope: 2, intercept: -1))
    #expect(SyntheticData.sine() == .sine(samples: 200, noise: 0.1, periods: 1))
    #expect(SyntheticData.plane() == .plane(samples: 200, noise: 0.1))
    #expect(SyntheticData.hills() == .hills(samples: 200, noise: 0.1))
    #expect(SyntheticData.moons() != .circles(samples: 200, noise: 0.1, factor: 0))
    #expect(SyntheticData.moons(noise: .nan) == .moons(noise: 0))
  }

  @Test("Moons lie on two half circles, half the rows each")
  func moons() {
    for (x, y, target) in points(.moons(samples: 101, noise: 0)) {
      let (a, b) = target == 0 ? (x, y) : (1 - x, 0.5 - y)
      #expect((a * a + b * b - 1).magnitude < 1e-5 && b > -1e-5)
    }
    #expect(classCounts(.moons(samples: 101, noise: 0)) == [51, 50])
  }

  @Test("Circles have their radii and even steps")
  func circles() {
    for (x, y, target) in points(.circles(samples: 60, noise: 0, factor: 0.25)) {
      #expect(((x * x + y * y).squareRoot() - (target == 0 ? 1 : 0.25)).magnitude < 1e-6)
    }
    let outer = points(.circles(samples: 8, noise: 0)).filter { $0.2 == 0 }
    #expect(outer.reduce(0) { $0 + $1.0 }.magnitude < 1e-6)
  }

  @Test("Spiral arms turn as often as they are told, from the centre to radius 1")
  func spiral() {
    for (x, y, target) in points(.spiral(samples: 90, noise: 0, classes: 3, turns: 0.75)) {
      let radius = (x * x + y * y).squareRoot()
      let angle = 2 * Float.pi * (0.75 * radius + target / 3)
      #expect(radius < 1 + 1e-6)
      #expect((x - radius * Math.cos(angle)).magnitude < 1e-5)
      #expect((y - radius * Math.sin(angle)).magnitude < 1e-5)
    }
    #expect(classCounts(.spiral(samples: 92, classes: 3)) == [31, 31, 30])
    #expect(SyntheticData.spiral(classes: 3).task == .classes(3))
    #expect(SyntheticData.spiral(classes: 0).task == .binary)
  }

  @Test("A plane rises with both coordinates, hills and hollows take turns")
  func surfaces() {
    let tops: [(x: Float, y: Float, z: Float)] = [
      (-2 / 3, 5 / 12, 1), (0, 5 / 12, -1), (2 / 3, 5 / 12, 1), (-2 / 3, -5 / 12, -1),
      (0, -5 / 12, 1), (2 / 3, -5 / 12, -1),
    ]
    for (x, y, z) in points(.plane(samples: 50, noise: 0)) {
      #expect((z - 0.6 * (x + y)).magnitude < 1e-6 && max(x.magnitude, y.magnitude) <= 1)
    }
    let hills = points(.hills(samples: 500, noise: 0))
    for (x, y, z) in hills {
      let heights = tops.map { top in
        let distance = ((x - top.x) * (x - top.x) + (y - top.y) * (y - top.y)).squareRoot()
        return top.z * max(1 - 3 * distance, 0)
      }
      let highest = heights.max { $0.magnitude < $1.magnitude } ?? 0
      #expect((z - highest).magnitude < 1e-5)
    }
    let parted = points(.surface("sides", samples: 90, noise: 0, isParted: true) { $0 - $1 })
    #expect(parted.allSatisfy { ($0.0 > $0.1) == ($0.2 == 1) })
    #expect(hills.contains { $0.2 > 0.7 } && hills.contains { $0.2 < -0.7 })
  }

  @Test("XOR is the truth table, in its order")
  func xor() {
    let data = SyntheticData.xor().make(seed: 9)
    #expect(data.features == [0, 0, 0, 1, 1, 0, 1, 1] && data.targets == [0, 1, 1, 0])
    #expect(SyntheticData.xor(samples: 6).make(seed: 1).targets == [0, 1, 1, 0, 0, 1])
  }

  @Test("Blobs lie round their centres with the given deviation")
  func blobs() {
    let rows = points(.blobs(samples: 4000, noise: 0.5, centers: 4))
    for (target, center) in [(4, 0), (0, 4), (-4, 0), (0, -4)].enumerated() {
      let own = rows.filter { $0.2 == Float(target) }
      let dx = own.map { Double($0.0) - Double(center.0) }
      let dy = own.map { Double($0.1) - Double(center.1) }
      for deviations in [dx, dy] {
        let square = deviations.reduce(0) { $0 + $1 * $1 } / 1000
        #expect((square - 0.25).magnitude < 3 * 0.25 * (2 / 1000.0).squareRoot())
      }
    }
  }

  @Test("The line and the sine are exact without noise, over all of their range")
  func curves() {
    let line = SyntheticData.line(samples: 11, noise: 0).make(seed: 1)
    for (x, y) in zip(line.features, line.targets) { #expect((2 * x - 1 - y).magnitude < 1e-6) }
    #expect(line.features.min() == -1 && line.features.max() == 1)
    let sine = SyntheticData.sine(samples: 9, noise: 0, periods: 2).make(seed: 1)
    for (x, y) in zip(sine.features, sine.targets) { #expect(y == Math.sin(2 * x)) }
    #expect(sine.features.min() == -3.1415927 && sine.features.max() == 3.1415927)
    #expect(sine.featureCount == 1 && sine.task == .regression)
  }

  @Test("Classes are mixed, so that a prefix has all of them")
  func mixed() {
    let prefix = SyntheticData.moons().make(seed: 1).prefix(40)
    let ones = prefix.targets.filter { $0 == 1 }.count
    #expect(ones > 8 && ones < 32)
  }

  private func points(_ kind: SyntheticData) -> [(Float, Float, Float)] {
    let data = kind.make(seed: 1)
    return data.targets.indices.map {
      (data.features[2 * $0], data.features[2 * $0 + 1], data.targets[$0])
    }
  }

  private func classCounts(_ kind: SyntheticData) -> [Int] {
    let targets = kind.make(seed: 1).targets
    return (0...Int(targets.max() ?? 0)).map { label in targets.filter { Int($0) == label }.count }
  }
}
