import Foundation
import TestSupport

/// A site of two chapters, opened from its folder without a server.
enum SampleSite {
  private static let chapters = [
    "one.md": """
    ---
    title: One
    ---

    ## A first part

    Words about perceptrons. See @fig-pass and [the second](two.md#a-second-part).
    """,
    "two.md": """
    ---
    title: Two
    ---

    ## A second part

    ```{forward}
    #| label: fig-pass
    #| fig-cap: A pass through sigmoids.
    layers: [3, 4, 2]
    input: [1, 2, 3]
    ```
    """,
  ]

  private static let folder = Result {
    let folder = try SamplePage.folder().appending(path: "site-source")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let project = "title: Two chapters\nchapters: [one.md, two.md]\n"
    try Data(project.utf8).write(to: folder.appending(path: "nnbook.yml"))
    for (name, text) in chapters {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let run = try Tool([builtProgram("nnbook").path, "render", folder.path, "--no-cache"])
    guard run.status == 0 else { throw Driver.Problem(description: run.errors) }
    return folder.appending(path: "site")
  }

  /// A page of the site, which is rendered when it is first asked for.
  static func page(_ name: String) throws -> URL { try folder.get().appending(path: name) }
}
