import Testing

/// The tests of the house see what they look for.
struct SourceFileTests {
  @Test("Imports are read in every form")
  func imports() {
    let file = SourceFile(
      path: "a.swift",
      text: """
        import Kernels
        public import Plotting
        @testable import Notebook
        @preconcurrency internal import struct Foundation.Data
        // import Yams
        let important = 1
        """)
    #expect(file.imports == ["Kernels", "Plotting", "Notebook", "Foundation"])
  }

  @Test("Includes are read with quotes and angle brackets, without folders")
  func includes() {
    let file = SourceFile(
      path: "a.c", text: "#include <stdint.h>\n#  include \"include/Kernels.h\"\nint include;")
    #expect(file.includes == ["stdint.h", "Kernels.h"])
  }

  @Test("Places are counted from one and quote the line")
  func places() {
    let file = SourceFile(path: "a.swift", text: "let a = 1\nlet b = try !()\ntry?\n")
    #expect(file.places(of: "try !", "nothing") == ["a.swift:2: let b = try !()"])
    #expect(file.lines.count == 3)
  }
}
