import Notebook
import Testing

struct ValueFormatTests {
  @Test(
    "A number prints as printf prints it",
    arguments: [
      ("%.3g", 0.012345, "0.0123"), ("%+08.2f", 3.14159, "+0003.14"),
      ("%e", 12345.678, "1.234568e+04"),
      ("%-6.1f", 2.25, "2.2   "), ("%d", 2.5, "2"), ("%i", -3.7, "-4"), ("%5d", 42, "   42"),
      ("%.0f", 1e15, "1000000000000000"), ("%g", .infinity, "inf"), ("%d", .nan, "nan"),
      ("%d", 1e30, "1e+30"), ("% .1f", 1, " 1.0"), ("%#.0f", 3, "3."),
    ])
  func prints(format: String, value: Double, text: String) throws {
    #expect(try #require(ValueFormat(format)).string(value) == text)
  }

  @Test("The widest and longest output fits")
  func longest() throws {
    let format = try #require(ValueFormat("%99.99f"))
    #expect(format.string(-.greatestFiniteMagnitude).count == 1 + 309 + 1 + 99)
  }

  @Test(
    "Anything but one conversion of a number is refused",
    arguments: [
      "", "%", "d", "%s", "%n", "%p", "%x", "%c", "%lf", "%ld", "%*d", "%.*f", "%100d", "%.100f",
      "%1$d", "%d%d", "a%d", "%d ", "%%", "%hhn", "%5.5", "%-----------------d", "%é",
    ])
  func refuses(format: String) {
    #expect(ValueFormat(format) == nil)
  }
}
