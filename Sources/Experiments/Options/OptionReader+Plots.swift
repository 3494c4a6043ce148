import Plotting

// What plots take: series, words, several kinds in a list.

extension OptionReader {
  /// Numbers as a list or grid, or the text of a formula.
  mutating func series(_ value: OptionValue, _ name: Text, _ type: OptionType) -> Options.Setting? {
    switch value.content {
    case .text(let text):
      do throws(Formula.Problem) {
        _ = try Formula(text)
        return .text(text)
      } catch {
        refuse(value, name, expected: "a formula in x such as sin(x) / x, but not " + error.found)
        return nil
      }
    case .list(let items) where !items.isEmpty && items.count <= 100_000:
      var numbers: [Double] = []
      for item in items {
        // `null` is a gap in the data, as is `.nan`.
        if case .null = item.content {
          numbers.append(.nan)
        } else if case .number(let number) = item.content {
          numbers.append(number)
        } else {
          refuse(item, name, expected: "a number")
          return nil
        }
      }
      return .numbers(numbers)
    case .map:
      let range = -OptionType.unbounded...OptionType.unbounded
      return grid(value, range, name, type).map { .numbers($0) }
    default:
      refuse(value, name, expected: type.expected)
      return nil
    }
  }

  /// The text of a formula in x and y.
  mutating func formula(_ value: OptionValue, _ name: Text, _ type: OptionType)
    -> Options.Setting?
  {
    guard case .text(let text) = value.content else {
      refuse(value, name, expected: type.expected)
      return nil
    }
    do throws(Formula.Problem) {
      _ = try Formula(text)
      return .text(text)
    } catch {
      refuse(value, name, expected: type.expected + ", but not " + error.found)
      return nil
    }
  }

  /// A list of names; numbers are taken as they are written.
  mutating func words(_ value: OptionValue, _ name: Text, _ type: OptionType) -> Options.Setting? {
    guard case .list(let items) = value.content, !items.isEmpty, items.count <= 200 else {
      refuse(value, name, expected: type.expected)
      return nil
    }
    var words: [Text] = []
    for item in items {
      switch item.content {
      case .text(let text): words.append(text)
      case .number(let number): words.append("\(typed: number)")
      default:
        refuse(item, name, expected: "a name")
        return nil
      }
    }
    return .words(words)
  }

  /// Several kinds by the variant rule.
  mutating func variants(
    _ value: OptionValue, _ kinds: [VariantKind], _ name: Text, _ type: OptionType
  ) -> Options.Setting? {
    guard case .list(let items) = value.content, !items.isEmpty, items.count <= 64 else {
      refuse(value, name, expected: type.expected)
      return nil
    }
    var read: [Options.Kind] = []
    for item in items {
      guard case .variant(let kind, let options)? = variant(item, kinds, name) else { return nil }
      read.append(Options.Kind(kind: kind, options: options, place: item.place))
    }
    return .variants(read)
  }
}
