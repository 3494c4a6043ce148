public import Plotting

/// A figure that passes through all of the portable modules: the sweep of a small network, whose
/// markup must be the same to the byte on every machine and in the browser.
public func selfTestFigure() -> Figure {
  let given = OptionValue(
    .map([
      .init(key: "data", value: .map("moons", .map("samples", .number(50)))),
      .init(key: "layers", value: .numbers([2, 8, 1])),
      .init(key: "rates", value: .map("log", .numbers([0.01, 1, 3]))),
      .init(key: "seeds", value: .number(2)),
      .init(key: "epochs", value: .number(20)),
    ]))
  let (options, _) = Experiment.learningRateSweep.read(
    given, layers: Catalogs.liveLayers)
  do throws(ExperimentError) {
    let run = try Experiment.learningRateSweep.begin(options, Context(seed: 1))
    while try run.advance() {}
    return run.result?.figures.first ?? failed
  } catch {
    return failed
  }
}

private var failed: Figure {
  Figure("failed", width: .text, rows: [], caption: "The sweep failed.", table: Table([]))
}
