import Foundation
import Testing

@Suite("The server of nnbook preview")
struct PreviewServerTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("# Only text\n\nWords.\n", to: "a.md")
    return folder
  }

  @Test("answers to its own names only")
  func hosts() throws {
    let preview = try PreviewProcess("a.md", in: folder())
    for host in ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"] {
      let answer = try preview.answer("GET", "/", host: "\(host):\(preview.port)")
      #expect(answer.hasPrefix("HTTP/1.1 200"))
    }
    let foreign = [
      "", "evil.example", "evil.example:\(preview.port)", "127.0.0.1", "localhost:1",
      "localhost.evil.example:\(preview.port)", "127.0.0.1:\(preview.port).evil.example",
    ]
    for host in foreign {
      for target in ["/", "/events"] {
        let answer = try preview.answer("GET", target, host: host)
        #expect(answer.hasPrefix("HTTP/1.1 403"), "\(host)")
        #expect(!answer.contains("Only text"))
      }
    }
  }

  @Test("refuses all methods but GET and HEAD", arguments: ["POST", "PUT", "DELETE", "OPTIONS"])
  func methods(method: String) throws {
    let preview = try PreviewProcess("a.md", in: folder())
    let answer = try preview.answer(method, "/")
    #expect(answer.hasPrefix("HTTP/1.1 405"))
    #expect(answer.contains("Allow: GET, HEAD"))
  }

  @Test("serves no file of the disk, however it is asked for")
  func files() throws {
    let folder = try folder()
    try folder.write("secret", to: "secret.txt")
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "link.html"), withDestinationURL: URL(filePath: "/etc/passwd"))
    let preview = try PreviewProcess(".", in: folder)
    let targets = [
      "/../../etc/passwd", "/../../../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
      "/..%2f..%2fetc/passwd", "/%252e%252e/etc/passwd", "/....//etc/passwd", "//etc/passwd",
      "/etc/passwd", "/a.html/../../etc/passwd", "/link.html", "/secret.txt", "/a.md", "/.nnbook/",
      "/\(folder.url.path)/secret.txt", "file:///etc/passwd", "http://127.0.0.1/etc/passwd",
      "/a.html%00", "/%", "/%zz", "..", "*", "/events/..", "/./", "/a.html?/../../etc/passwd/",
    ]
    for target in targets where !target.contains("?") {
      let answer = try preview.answer("GET", target)
      #expect(answer.hasPrefix("HTTP/1.1 404"), "\(target)")
    }
    for target in targets {
      let answer = try preview.answer("GET", target)
      #expect(!answer.contains("root:x:") && !answer.contains("secret\n"), "\(target)")
    }
  }

  @Test("ends cleanly and frees its port", arguments: [SIGTERM, SIGINT, SIGHUP])
  func signals(number: Int32) throws {
    let folder = try folder()
    let preview = try PreviewProcess("a.md", in: folder)
    let events = try preview.events()
    try events.wait(for: "event: page")
    let started = ContinuousClock.now
    kill(preview.running.process.processIdentifier, number)
    preview.running.process.waitUntilExit()
    #expect(ContinuousClock.now - started < .seconds(1))
    #expect(preview.running.process.terminationReason == .exit)
    #expect(preview.running.process.terminationStatus == 0)
    #expect(throws: (any Error).self) { try Connection(port: preview.port) }
    let again = try PreviewProcess("a.md", in: folder, ["--port", "\(preview.port)"])
    #expect(again.port == preview.port)
  }

  @Test("ends in half a second while a block trains")
  func interrupted() throws {
    let folder = try TemporaryFolder()
    try folder.write("```{train}\nepochs: 100000\n```\n", to: "a.md")
    let preview = try PreviewProcess("a.md", in: folder)
    try preview.events().wait(for: "event: progress")
    let started = ContinuousClock.now
    preview.running.process.interrupt()
    preview.running.process.waitUntilExit()
    #expect(ContinuousClock.now - started < .seconds(1))
    #expect(preview.running.process.terminationStatus == 0)
  }

  @Test("takes the next free port, but not instead of one that was asked for")
  func ports() throws {
    let folder = try folder()
    let first = try PreviewProcess("a.md", in: folder, [])
    let second = try PreviewProcess("a.md", in: folder, [])
    #expect(first.port != second.port)
    let third = try Command(
      ["preview", "a.md", "--no-browser", "--port", "\(first.port)"], in: folder.url)
    #expect(third.status == 64)
    #expect(third.errors.contains("port \(first.port) is in use"))
  }

  @Test("refuses a path that leads nowhere with 64")
  func missing() throws {
    let folder = try TemporaryFolder()
    let run = try Command(["preview", "no.md", "--no-browser"], in: folder.url)
    #expect(run.status == 64)
    #expect(run.errors.contains("no.md: no such file or folder"))
    #expect(try Command(["preview", ".", "--no-browser"], in: folder.url).status == 64)
  }
}
