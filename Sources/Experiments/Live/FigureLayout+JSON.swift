public import Plotting

extension FigureLayout {
  /// The layout that a request asks for.
  init(_ written: OptionValue?) {
    self.init(
      width: written?["width"]?.number, height: written?["height"]?.number,
      columns: written?["columns"]?.number.map { Int(min(max($0, 1), 12)) },
      controls: Self.controls(written?["controls"]))
  }

  private static func controls(_ written: OptionValue?) -> Controls {
    guard case .text(let word)? = written?.content else { return .none }
    return word == "few" ? .few : word == "many" ? .many : .none
  }

  /// The layout as a request asks for it.
  public var json: Text {
    var entries: [OptionValue.Entry] = []
    if let width { entries.append(.init(key: "width", value: .number(width))) }
    if let height { entries.append(.init(key: "height", value: .number(height))) }
    if let columns { entries.append(.init(key: "columns", value: .number(Double(columns)))) }
    if controls != .none {
      entries.append(
        .init(key: "controls", value: OptionValue(.text(controls == .few ? "few" : "many"))))
    }
    var text = Text()
    text.append(json: OptionValue(.map(entries)))
    return text
  }
}

extension OptionValue {
  fileprivate var number: Double? {
    guard case .number(let number) = content, number.isFinite else { return nil }
    return number
  }
}
