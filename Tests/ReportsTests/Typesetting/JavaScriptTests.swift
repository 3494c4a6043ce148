import Testing

@testable import Reports

struct JavaScriptTests {
  private func heap(_ program: String) throws -> JavaScript {
    let heap = try #require(JavaScript())
    try heap.run(Array(program.utf8))
    return heap
  }

  @Test(
    "Texts go through a heap unchanged",
    arguments: ["", "a", "é ß", "中文", "😀 x 👩‍🔬", "a\u{0}b", "\u{FFFF}", "\u{D7FF}\u{E000}"])
  func texts(text: String) throws {
    let heap = try heap("function same(x) { return x }")
    #expect(try heap.call("same", [text]) == text)
  }

  @Test("Characters count as UTF-16 counts them")
  func lengths() throws {
    let heap = try heap("function length(x, y) { return '' + x.length + y.length }")
    #expect(try heap.call("length", ["😀", "é"]) == "21")
  }

  @Test("What a program throws is a failure in words, and the heap works on")
  func failures() throws {
    let heap = try heap("function fail(x) { throw new Error(x) } function ok() { return 'ok' }")
    #expect(throws: JavaScript.Failure(message: "Error: why")) { try heap.call("fail", ["why"]) }
    #expect(throws: JavaScript.Failure.self) { try heap.call("nothing", []) }
    #expect(throws: JavaScript.Failure.self) { try heap.run(Array("function (".utf8)) }
    #expect(throws: JavaScript.Failure.self) { try heap.run(Array("function f(){f()} f()".utf8)) }
    #expect(try heap.call("ok", []) == "ok")
  }
}
