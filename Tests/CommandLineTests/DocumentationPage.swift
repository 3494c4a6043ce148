import Foundation

/// A page of docs/, whose examples are files and whose commands are run.
struct DocumentationPage {
  /// Its text.
  let text: String

  init(_ name: String) throws {
    let folder = ContinuousIntegrationTests.repository.appending(path: "docs")
    text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// The fences of four backticks with a language and a file, in order.
  var files: [(name: String, text: String)] {
    text.matches(of: /(?m)^````[a-z]+ (\S+)\n((?s).*?)^````$/).map {
      (String($0.output.1), String($0.output.2))
    }
  }

  /// The commands among the indented lines, with what follows `nnbook`, and the lines of output below each.
  var commands: [(arguments: [String], output: [String])] {
    var commands: [(arguments: [String], output: [String])] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let match = line.wholeMatch(of: #/    (?:\$ )?nnbook (.+)/#) {
        commands.append((match.output.1.split(separator: " ").map(String.init), []))
      } else if line.hasPrefix("    "), !commands.isEmpty {
        commands[commands.count - 1].output.append(String(line.dropFirst(4)))
      }
    }
    return commands
  }

  /// The cells in code of the first column of the tables, in order.
  var firstCells: [String] {
    text.matches(of: /(?m)^\| (`.*?`) \|/).flatMap { match in
      match.output.1.matches(of: /`([^`]+)`/).map { String($0.output.1) }
    }
  }

  /// A folder with its files.
  func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: name) }
    return folder
  }
}
