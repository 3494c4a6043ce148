import ArgumentParser

/// The options that keep results in git.
struct FreezeOptions: ParsableArguments {
  @Flag(help: "Keep the results beside the notebook: NAME.results.json and NAME.figures.json.")
  var freeze = false

  @Flag(help: "Run nothing and take the results that --freeze kept.")
  var useFreeze = false

  func validate() throws {
    guard !freeze || !useFreeze else {
      throw ValidationError("--freeze and --use-freeze cannot both be given")
    }
  }
}
