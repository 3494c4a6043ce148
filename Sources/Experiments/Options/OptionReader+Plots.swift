import Plotting

// What plots take: series, words, several kinds in a list.

extension OptionReader {
  /// Numbers as a list or grid, a column, or the text of a formula.
  mutating func series(_ value: OptionValue, _ name: Text, _ type: OptionType) -> Options.Setting? {
    switch value.content {
    case .text(let text):
      // With a table the names in it are not known before the run.
      if hasTable { return .text(text) }
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
    case .list(let items) where items.count > 100_000:
      refuse(value, name, expected: "at most 100000 numbers; more can be read from a file")
      return nil
    case .map where value["column"] != nil:
      return column(value, name, type).map { .column($0) }
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

  /// Rows of as many numbers as the first one has, or a column.
  mutating func matrix(_ value: OptionValue, _ name: Text, _ type: OptionType)
    -> Options.Setting?
  {
    guard case .list(let items) = value.content else {
      return column(value, name, type).map { .column($0) }
    }
    guard case .list? = items.first?.content else {
      guard case .numbers(let row)? = series(value, name, type) else { return nil }
      return .tensors([[row]])
    }
    var rows: [[Double]] = []
    for (number, item) in items.enumerated() {
      guard case .list = item.content, case .numbers(let row)? = series(item, name, type) else {
        if case .list(let cells) = item.content, !cells.isEmpty { return nil }
        refuse(item, name, expected: "a row of numbers")
        return nil
      }
      guard row.count == rows.first?.count ?? row.count else {
        let sentence: Text =
          "row \(number + 1) of '\(name)' has \(row.count) numbers and the first one "
          + "\(rows[0].count), expected as many"
        add(OptionProblem(.conflict(sentence), at: item.place))
        return nil
      }
      rows.append(row)
    }
    return .tensors([rows])
  }

  /// A list of lists of numbers, or else a series.
  mutating func samples(_ value: OptionValue, _ name: Text, _ type: OptionType)
    -> Options.Setting?
  {
    guard case .list(let items) = value.content, case .list? = items.first?.content else {
      return series(value, name, type)
    }
    var samples: [[[Double]]] = []
    for item in items {
      guard case .list = item.content, case .numbers(let sample)? = series(item, name, type) else {
        if case .list = item.content { return nil }
        refuse(item, name, expected: "a list of numbers as the first one")
        return nil
      }
      samples.append([sample])
    }
    return .tensors(samples)
  }

  /// A list of names, where numbers are taken as they are written; or a column.
  mutating func words(_ value: OptionValue, _ name: Text, _ type: OptionType) -> Options.Setting? {
    guard case .list(let items) = value.content else {
      return column(value, name, type).map { .column($0) }
    }
    guard !items.isEmpty, items.count <= 200 else {
      refuse(value, name, expected: "a list of 1 to 200 names")
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
