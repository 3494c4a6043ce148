public import Plotting

/// What a reader can move in a live figure, declared beside the option that it changes:
///
///     ExperimentOption("epochs", .integer(1...100_000), default: .number(300), "…")
///       .control(.count(10...1000))
public struct Control: Sendable {
  /// What `#| controls:` calls it; the option's own name by default.
  public let name: Name
  /// What the page calls it.
  public let label: Text
  /// How it looks and what values it gives.
  public let form: Form
  /// Whether a live figure shows it where the block names no controls.
  let isUsual: Bool
  /// Whether it stands in a fold of further controls.
  public private(set) var isFolded = false
  /// The option that it changes.
  let option: Name
  /// What of that option.
  let part: Part

  /// The forms of controls.
  public enum Form: Sendable {
    /// A slider over a range, in steps.
    case slider(ClosedRange<Double>, step: Double)
    /// A slider over the decades of a range.
    case logarithmic(ClosedRange<Double>)
    /// The same, which stops at the numbers of another option, a grid, when it is near one.
    case logarithmicStops(ClosedRange<Double>, at: Name)
    /// A slider over the decades of a range of whole numbers.
    case count(ClosedRange<Double>)
    /// One of some names.
    case choice([Name])
    /// One or several of some names.
    case several([Name])
    /// One of some names for each number of another control.
    case each(Name, [Name])
    /// On or off.
    case toggle
    /// A line to be typed.
    case text
    /// The units of each hidden layer, up to so many, and up to so many layers.
    case units(Int, layers: Int)
    /// Rows of numbers as a text that can be pasted.
    case rows
    /// A slider for each of some numbers, named by a letter and where it stands: `x₁`, `W₁[2][3]`.
    case numbers(ClosedRange<Double>, step: Double, letter: StaticString)
    /// The same for numbers that a training found: a change goes on from what is shown.
    case found(ClosedRange<Double>, step: Double, letter: StaticString)
    /// A whole number, and a button that takes the next one.
    case seed
  }

  /// What a control changes of its option.
  public enum Part: Sendable {
    /// All of it.
    case whole
    /// The main option of the variant that is chosen: the rate in `{sgd: 0.1}`.
    case main
    /// The units of the hidden layers: 16 in `[2, 16, 16, 1]`; of several networks, of the last one.
    case hidden
    /// One named option of the variant that is chosen.
    case inner(Name)
    /// An option of a variant, which is then chosen.
    case kind(Name, Name)
  }
}

extension Control {
  /// The same control outside of a fold.
  public var unfolded: Control {
    var control = self
    control.isFolded = false
    return control
  }

  fileprivate func folded(_ isFolded: Bool) -> Control {
    var control = self
    control.isFolded = isFolded
    return control
  }
}

extension ExperimentOption {
  /// The same option with a control in live figures.
  ///
  /// - Parameters:
  ///   - name: what `#| controls:` calls it; the option's own name by default.
  ///   - label: what the page calls it; made from the name by default.
  ///   - isUsual: whether figures show it where the block names no controls.
  ///   - isFolded: whether they then show it in a fold of further controls.
  public func control(
    _ form: Control.Form, _ name: Name? = nil, label: StaticString? = nil,
    of part: Control.Part = .whole, isUsual: Bool = true, isFolded: Bool = false
  ) -> ExperimentOption {
    let name = name ?? self.name
    return adding(
      Control(
        name: name, label: label.map { Text(stringLiteral: $0) } ?? .label(name.text), form: form,
        isUsual: isUsual, option: self.name, part: part
      ).folded(isFolded))
  }
}

extension Experiment {
  /// The controls that a live figure shows where the block names none.
  public var controls: [Control] { declaredControls.filter { $0.isUsual } }

  private var declaredControls: [Control] { options.flatMap { $0.controls } }

  /// Whether anything of a block is drawn by lot.
  public func usesSeed(_ body: OptionValue) -> Bool {
    !options.contains { option in
      option.replacesSeed && body[option.name.text].map { $0.content != .null } ?? false
    }
  }

  /// The control of that name: declared, or made from the option's type.
  public func control(_ name: Text) -> Control? {
    for control in declaredControls where control.name.matches(name) { return control }
    for option in options where option.name.matches(name) { return option.derivedControl }
    return nil
  }

  /// The names of all controls.
  public var controlNames: [Text] {
    var names = declaredControls.map { $0.name.text }
    for option in options where option.derivedControl != nil {
      if !names.contains(option.name.text) { names.append(option.name.text) }
    }
    return names
  }
}

extension ExperimentOption {
  /// A control that suits the type; nil where none does.
  fileprivate var derivedControl: Control? {
    derivedForm.map { form in
      Control(
        name: name, label: .label(name.text), form: form, isUsual: false, option: name,
        part: .whole)
    }
  }

  private var derivedForm: Control.Form? {
    if name.matches("seed") { return .seed }
    switch type {
    case .integer(let range):
      let usual = usual ?? Double(max(range.lowerBound, 1))
      return .count(
        max(
          Double(range.lowerBound), (usual / 20).rounded(.up))...min(
            Double(range.upperBound), max(usual * 5, 10)))
    case .number(let range):
      let usual = usual.map { $0 > 0 ? $0 : 0.2 } ?? 1
      let upper = min(range.upperBound, usual * 5)
      return .slider(max(range.lowerBound, 0)...upper, step: upper / 100)
    case .boolean: return .toggle
    case .choice(let names): return .choice(names)
    case .names(let names): return .several(names)
    case .variant(let kinds): return .choice(kinds.map { $0.name })
    case .rows, .tensors: return .numbers(-3...3, step: 0.05, letter: "x")
    default: return nil
    }
  }

  private var usual: Double? {
    guard case .number(let number)? = fallback?.content else { return nil }
    return number
  }
}

extension Text {
  /// "Label noise" for `label-noise`.
  static func label(_ name: Text) -> Text {
    var bytes = name.bytes.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: " ") : $0 }
    if let first = bytes.first, (97...122).contains(first) { bytes[0] = first - 32 }
    return Text(bytes)
  }
}
