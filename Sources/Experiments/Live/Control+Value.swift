import Plotting

// Where in a block's options the value of a control stands.

extension Control {
  /// The value in the options of a block, null if it has none yet; nil if a control could not change
  /// anything.
  public func value(in body: OptionValue, of experiment: Experiment) -> OptionValue? {
    guard let option = experiment.options.first(where: { $0.name.text == self.option.text }),
      let whole = whole(in: body, of: experiment)
    else { return nil }
    if case .null = whole.content { return form.mayBeginWithout ? whole : nil }
    if case .kind(let kind, _) = part {
      guard let variant = whole.variant, kind.matches(variant.name) else {
        return OptionValue(.null)
      }
      if case .map(let entries)? = variant.argument?.content, entries.count == 1 {
        return entries[0].value
      }
      return variant.argument ?? OptionValue(.null)
    }
    switch part {
    case .whole:
      switch form {
      case .choice: return whole.variant.map { OptionValue(.text($0.name)) }
      case .numbers, .several, .units: return OptionValue(.list(whole.leaves))
      default: return whole
      }
    case .main:
      guard let (kind, argument) = option.chosen(whole), let main = kind.options.first else {
        return nil
      }
      return Self.inner(argument, main, isMain: true)
    case .inner(let name):
      guard let (kind, argument) = option.chosen(whole),
        let index = kind.options.firstIndex(where: { $0.name.text == name.text })
      else { return nil }
      return Self.inner(argument, kind.options[index], isMain: index == 0)
    case .kind: return nil
    case .hidden:
      guard let sizes = whole.lastSizes, sizes.count > 2 else { return nil }
      return sizes[1]
    }
  }

  /// The whole option in the options of a block.
  func whole(in body: OptionValue, of experiment: Experiment) -> OptionValue? {
    for option in experiment.options where option.name.text == self.option.text {
      return body[option.name.text] ?? option.fallback
    }
    return nil
  }

  private static func inner(
    _ argument: OptionValue?, _ option: ExperimentOption, isMain: Bool
  ) -> OptionValue? {
    guard let argument else { return option.fallback }
    if case .map = argument.content { return argument[option.name.text] ?? option.fallback }
    return isMain ? argument : option.fallback
  }

  /// The options with another value; the same where the value does not fit the form.
  public func setting(
    _ value: OptionValue, in body: OptionValue, of experiment: Experiment
  ) -> OptionValue {
    guard let option = experiment.options.first(where: { $0.name.text == self.option.text })
    else { return body }
    let whole = body[option.name.text] ?? option.fallback ?? OptionValue(.null)
    return body.setting(self.option.text, to: changed(whole, value, option))
  }

  private func changed(_ whole: OptionValue, _ value: OptionValue, _ option: ExperimentOption)
    -> OptionValue
  {
    switch part {
    case .whole:
      guard case .numbers = form, case .list(let numbers) = value.content else { return value }
      var rest = numbers[...]
      return whole.replacingLeaves(&rest)
    case .main:
      guard let (kind, argument) = option.chosen(whole), let main = kind.options.first else {
        return whole
      }
      return Self.variant(kind, argument, main, value)
    case .inner(let name):
      guard let (kind, argument) = option.chosen(whole),
        let inner = kind.options.first(where: { $0.name.text == name.text })
      else { return whole }
      return Self.variant(kind, argument, inner, value)
    case .hidden: return whole.replacingHidden(value)
    case .kind(let kind, let name):
      if case .map = value.content { return .map(kind, value) }
      return .map(kind, .map(name, value))
    }
  }

  private static func variant(
    _ kind: VariantKind, _ argument: OptionValue?, _ option: ExperimentOption, _ value: OptionValue
  ) -> OptionValue {
    var inner = argument ?? OptionValue(.map([]))
    if case .map = inner.content {
    } else if let main = kind.options.first {
      inner = OptionValue(.map([OptionValue.Entry(key: main.name.text, value: inner)]))
    }
    return .map(kind.name, inner.setting(option.name.text, to: value))
  }
}

extension Control.Form {
  /// Whether there can be such a control for an option that has no value yet.
  fileprivate var mayBeginWithout: Bool {
    switch self {
    case .slider, .logarithmic, .logarithmicStops, .count, .choice, .each, .seed, .found:
      return true
    case .several, .units, .rows, .toggle, .text, .numbers: return false
    }
  }
}

extension ExperimentOption {
  /// The kind that a value of the variant rule names, and what it says about it.
  fileprivate func chosen(_ value: OptionValue) -> (VariantKind, OptionValue?)? {
    guard case .variant(let kinds) = type, let (name, argument) = value.variant else { return nil }
    return kinds.first { $0.name.matches(name) }.map { ($0, argument) }
  }
}

extension OptionValue {
  /// `name`, `{name: value}`.
  fileprivate var variant: (name: Text, argument: OptionValue?)? {
    switch content {
    case .text(let name): return (name, nil)
    case .map(let entries): return entries.first.map { ($0.key, $0.value) }
    default: return nil
    }
  }

  /// All numbers of a list of lists, in their order.
  fileprivate var leaves: [OptionValue] {
    guard case .list(let items) = content else { return [self] }
    return items.flatMap { $0.leaves }
  }

  fileprivate func replacingLeaves(_ values: inout ArraySlice<OptionValue>) -> OptionValue {
    guard case .list(let items) = content else { return values.popFirst() ?? self }
    var replaced: [OptionValue] = []
    for item in items { replaced.append(item.replacingLeaves(&values)) }
    return OptionValue(.list(replaced))
  }

  /// The sizes of a network, or of the last of several.
  fileprivate var lastSizes: [OptionValue]? {
    guard case .list(let items) = content else { return nil }
    if let last = items.last, case .list(let sizes) = last.content { return sizes }
    return items
  }

  fileprivate func replacingHidden(_ value: OptionValue) -> OptionValue {
    guard case .list(var items) = content, let last = items.last else { return self }
    if case .list = last.content {
      items[items.count - 1] = last.replacingHidden(value)
    } else {
      for index in items.indices.dropFirst().dropLast() { items[index] = value }
    }
    return OptionValue(.list(items))
  }

  /// The map with another value for `key`.
  fileprivate func setting(_ key: Text, to value: OptionValue) -> OptionValue {
    guard case .map(var entries) = content else {
      return OptionValue(.map([Entry(key: key, value: value)]))
    }
    if let index = entries.firstIndex(where: { $0.key == key }) {
      entries[index].value = value
    } else {
      entries.append(Entry(key: key, value: value))
    }
    return OptionValue(.map(entries))
  }
}
