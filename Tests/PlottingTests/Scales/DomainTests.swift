import Testing

@testable import Plotting

@Suite("Domains")
struct DomainTests {
  private func extent(_ values: Double...) -> Extent {
    var extent = Extent()
    extent.add(values)
    return extent
  }

  @Test("ignore what is no number")
  func nonFinite() {
    let domain = Axis("x").domain(of: extent(.nan, 2, .infinity, 5, -.infinity), padding: false)
    #expect(domain == Domain(lower: 2, upper: 5, isWhole: true))
  }

  @Test("keep given ends, also when the data lie elsewhere")
  func given() {
    let axis = Axis("x", from: 0, to: 1)
    #expect(
      axis.domain(of: extent(5, 9), padding: true) == Domain(lower: 0, upper: 1, isWhole: true))
  }

  @Test("do not cross 0 where the data do not")
  func zero() {
    let domain = Axis("x").domain(of: extent(0.01, 1.013), padding: true)
    #expect(domain.lower == 0)
  }

  @Test("stand on 0 under bars, but leave a line on 0 some room")
  func foot() {
    var bars = extent(3.1, 7.3)
    bars.addFoot()
    #expect(Axis("x").domain(of: bars, padding: true).lower == 0)
    #expect(Axis("x").domain(of: extent(0, 7.3), padding: true).lower < 0)
  }

  @Test("have an extent around a single value", arguments: [0, 3, -1e-12, 1e250])
  func single(value: Double) {
    let domain = Axis("x").domain(of: extent(value), padding: true)
    #expect(domain.lower < value && domain.upper > value)
  }

  @Test("of logarithms start at the lowest positive value")
  func positive() {
    let domain = Axis("x", scale: .log).domain(of: extent(0, -2, 0.01, 10), padding: false)
    #expect(domain.lower == -2 && domain.upper == 1)
  }

  @Test("without data are 0 to 1, or a decade")
  func empty() {
    #expect(Axis("x").domain(of: Extent(), padding: false) == Domain(lower: 0, upper: 1))
    let decade = Axis("x", scale: .log).domain(of: Extent(), padding: false)
    #expect(decade == Domain(lower: -1, upper: 0))
  }

  @Test("put names at whole places")
  func names() {
    let axis = Axis("x", scale: .category(["a", "b"]))
    #expect(
      axis.domain(of: extent(99), padding: true) == Domain(lower: -0.5, upper: 1.5, isWhole: true))
  }
}
