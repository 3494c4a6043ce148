import ArgumentParser
import Foundation
import NotebookRunner

/// `nnbook preview PATH`: shows reports in the browser and keeps them up to date.
struct Preview: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show reports in the browser, and again after each save.",
    discussion: """
      Serves the report of a notebook, or of all notebooks of a folder, on 127.0.0.1 and to this \
      machine only. When a notebook, a file that it includes, data or nnbook.yml change, what depends on it runs \
      and the open page shows it: scroll position and open folds stay. Errors lie over the last \
      good report until they are mended. Ctrl-C ends it.

      A preview writes no report and changes none, and serves of the disk only files of the project \
      to which a page links. Its copy of a \
      report carries one small script more; `nnbook render` writes the report itself.
      """)

  @Argument(help: "A notebook, a folder of notebooks, or a project file (nnbook.yml).")
  var path: String

  @Option(help: "The port; 0 for any free one. By default the first free one from 4848 on.")
  var port: UInt16?

  @Flag(help: "Do not open the browser.")
  var noBrowser = false

  @OptionGroup var options: RunOptions

  func run() async throws {
    let terminal = Terminal(quiet: options.quiet)
    let sources = try PreviewSources(path, options, terminal)
    let runner = options.runner(WorkFolder(for: path)) { terminal.show($0) }
    let session = PreviewSession(sources, runner: runner, terminal: terminal)
    StopSignals.catchAll()
    let server = try await server(for: session.shelf)
    session.start()
    announce("http://127.0.0.1:\(server.port)/", terminal)
    await StopSignals.wait()
    session.stop()
    await server.stop()
  }

  private func server(for shelf: PageShelf) async throws -> PreviewServer {
    do {
      return try await PreviewServer(port: port, shelf: shelf)
    } catch PreviewServer.Problem.portInUse(let port) {
      throw ValidationError("port \(port) is in use; --port 0 takes any free one")
    } catch PreviewServer.Problem.failed(let why) {
      throw ValidationError("no server on port \(port ?? PreviewServer.firstPort): \(why)")
    }
  }

  private func announce(_ address: String, _ terminal: Terminal) {
    // At once also into a pipe, as whoever started this may wait for the address.
    FileHandle.standardOutput.write(Data("preview: \(address)\n".utf8))
    guard !noBrowser, isatty(STDOUT_FILENO) == 1 else { return }
    do {
      try Browser.open(address)
    } catch {
      terminal.note("no browser could be opened: \(ReportFile.reason(error))")
    }
  }
}
