import Foundation
import Notebook
import Synchronization
import Testing

@testable import Reports

/// What KaTeX gives; without KaTeX only what is told then.
struct TypesetterTests {
  static let isInstalled = TypesettingFiles.system.katex != nil

  private func formula(_ tex: String, display: Bool = false) -> Formula {
    Formula(tex: tex, isDisplayed: display, position: SourcePosition(line: 3, column: 5))
  }

  /// A store in memory, and how often it was asked and told.
  private final class Memory: Sendable {
    let texts = Mutex<[String: String]>([:])
    let hits = Mutex(0)

    var store: TypesettingStore {
      TypesettingStore(
        read: { [self] key in
          let text = texts.withLock { $0[key] }
          if text != nil { hits.withLock { $0 += 1 } }
          return text
        },
        write: { [self] key, text in texts.withLock { $0[key] = text } })
    }
  }

  @Test("A formula becomes HTML for eyes and MathML for ears", .enabled(if: isInstalled))
  func markup() throws {
    guard case .markup(let html) = Typesetter.system.set(formula("x_1 < 2")) else {
      Issue.record("no markup")
      return
    }
    #expect(html.contains("<math xmlns"))
    #expect(html.contains("<span class=\"katex-html\" aria-hidden=\"true\">"))
    #expect(html.contains("x_1 &lt; 2</annotation>"))
    #expect(!html.contains("katex-display"))
  }

  @Test(
    "A mistake is told with its place in the TeX", .enabled(if: isInstalled),
    arguments: [
      ("\\frc{1}{2}", "Undefined control sequence: \\frc", 0),
      ("a + \\left( 3", "Expected '\\right', got 'EOF'", 12),
      ("a_{", "Expected '}', got 'EOF'", 3), ("x^2^2", "Double superscript", 3),
    ])
  func mistakes(tex: String, message: String, offset: Int) {
    #expect(Typesetter.system.set(formula(tex)) == .mistake(message, offset: offset))
  }

  @Test("A command that is not there has a nearest one", .enabled(if: isInstalled))
  func nearest() {
    #expect(Typesetter.system.nearestCommand(to: "frc") == "\\frac")
    #expect(Typesetter.system.nearestCommand(to: "qqqqqqqqqq") == nil)
  }

  @Test(
    "What could harm a page or never end is told as a mistake or has no effect",
    .enabled(if: isInstalled),
    arguments: [
      "\\def\\x{\\x\\x}\\x", "\\href{javascript:alert(1)}{x}", "\\rule{100000em}{1em}",
      "\\htmlClass{a}{x}", "\\includegraphics{a.png}", "<script>alert(1)</script>", "\\url{x}",
      String(repeating: "{", count: 20_000), String(repeating: "\\frac{1}{", count: 2_000),
      "\u{0}", "\\", "%", "#", "&",
    ])
  func hostile(tex: String) {
    guard case .markup(let html) = Typesetter.system.set(formula(tex)) else { return }
    #expect(!html.contains("<a ") && !html.contains("<script") && !html.contains("<img"))
    #expect(html.matches(of: /(="|:)\d{4,}/).isEmpty)
  }

  @Test("A formula is set once, and kept for the next run", .enabled(if: isInstalled))
  func kept() {
    let memory = Memory()
    let first = Typesetter(store: memory.store).set(formula("a + b", display: true))
    #expect(memory.texts.withLock { $0.count } == 1)
    #expect(Typesetter(store: memory.store).set(formula("a + b", display: true)) == first)
    #expect(memory.hits.withLock { $0 } == 1)
    #expect(Typesetter(store: memory.store).set(formula("a + b")) != first)
  }

  @Test("What the store holds of another kind counts as nothing", .enabled(if: isInstalled))
  func damaged() {
    let store = TypesettingStore(read: { _ in "what?" }, write: { _, _ in })
    #expect(Typesetter(store: store).set(formula("a")) == Typesetter.system.set(formula("a")))
  }

  @Test("Without KaTeX, or with a broken one, formulas stay as they are")
  func missing() throws {
    #expect(Typesetter(files: .none).set(formula("a")) == .unset)
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("not JavaScript".utf8).write(to: folder.appending(path: "katex.js"))
    let files = TypesettingFiles(katexFolders: [folder.path])
    guard case .failed(let message) = Typesetter(files: files).set(formula("a")) else {
      Issue.record("found no failure")
      return
    }
    #expect(message.hasPrefix("SyntaxError: "))
  }
}
