import Plotting

/// The numbers of a mark: as they are written, of columns, or of formulas.
struct MarkData {
  let options: Options
  /// What columns are of; nil without one.
  let table: SourceTable?
  /// The rows of the table that count: those of a group.
  private(set) var rows: [Int]

  /// The numbers of a mark from its own table or else from that of its block.
  init(_ options: Options, _ draft: PlotDraft) {
    self.options = options
    if case .table(let source) = options["data"] {
      table = draft.table(source)
    } else {
      table = draft.table
    }
    rows = Array((table?.table.rows ?? []).indices)
  }

  /// The same for some of its rows.
  func of(rows: [Int]) -> MarkData {
    var part = self
    part.rows = rows
    return part
  }

  /// Whether an option is there.
  func has(_ name: Name) -> Bool { options.has(name) }

  /// An error at an option.
  func conflict(_ sentence: Text, at name: Name) -> ExperimentError {
    .conflict(sentence, at: options.place(name))
  }
}

// MARK: - Numbers

extension MarkData {
  /// Where a formula without an x of its own is looked at.
  static let usualPlaces = Grid.linear(from: -5, to: 5, count: 201)

  /// The places of the mark and its values there, as many of these as of those.
  ///
  /// Places are 1, 2, 3, … where none are given, and 201 from -5 to 5 for a formula in x.
  func series(_ name: Name) throws(ExperimentError) -> (x: [Double], y: [Double]) {
    let x = try places(besides: name)
    return (x, try numbers(name, over: x))
  }

  /// The places of the mark; `name` tells how many there are if they are not given.
  func places(besides name: Name) throws(ExperimentError) -> [Double] {
    if has("x") { return try numbers("x") }
    let count: Int
    switch options[name] {
    case .numbers(let numbers): count = numbers.count
    case .text where try formula(name).columns.isEmpty: return Self.usualPlaces
    default: count = rows.count
    }
    return (0..<count).map { Double($0 + 1) }
  }

  /// The numbers of an option, at these places if it is a formula in x.
  ///
  /// - Throws: an error at the option if it has another number of them.
  func numbers(_ name: Name, over x: [Double]) throws(ExperimentError) -> [Double] {
    let numbers = try evaluated(name, over: x)
    guard numbers.count == x.count else {
      let places: Text =
        has("x") ? "'x' has \(x.count)" : "the first of its series has \(x.count)"
      throw conflict(
        "option '\(name.text)' has \(counted(numbers.count)) and \(places), expected as many",
        at: name)
    }
    return numbers
  }

  /// The numbers of an option that has no places.
  func numbers(_ name: Name) throws(ExperimentError) -> [Double] {
    try evaluated(name, over: nil)
  }

  private func evaluated(_ name: Name, over x: [Double]?) throws(ExperimentError) -> [Double] {
    switch options[name] {
    case .numbers(let numbers):
      guard !has("by") else {
        throw conflict(
          "option '\(name.text)' is a list, expected a column: 'by' divides the rows of the data",
          at: name)
      }
      return numbers
    case .column(let column):
      guard let table else { return [] }
      let place = options.place(name)
      let cells = try table.numbers(try table.column(column, at: place), at: place)
      return rows.map { cells[$0] }
    case .text: return try values(of: formula(name), name, over: x)
    default: return []
    }
  }

  /// What an option computes; a column's name alone is one too.
  private func formula(_ name: Name) throws(ExperimentError) -> Formula {
    guard case .text(let text) = options[name] else { return Formula(column: 0) }
    if let column = table?.names.firstIndex(of: text) { return Formula(column: column) }
    do throws(Formula.Problem) {
      return try Formula(text, columns: table?.names ?? [])
    } catch {
      throw .problem(
        OptionProblem(
          .notFormula(name.text, text: text, found: error.found, known: table?.names ?? []),
          at: options.place(name)))
    }
  }

  private func values(of formula: Formula, _ name: Name, over x: [Double]?)
    throws(ExperimentError) -> [Double]
  {
    let needed = formula.columns
    guard let table, !needed.isEmpty else {
      guard let x else {
        throw conflict(
          "option '\(name.text)' is a formula, expected numbers"
            + (table == nil ? "" : " or a formula in columns"), at: name)
      }
      return x.map { formula($0) }
    }
    var columns = table.table.columns.map { _ in [Double]() }
    for column in needed {
      columns[column] = try table.numbers(column, at: options.place(name))
    }
    guard !formula.usesX || x?.count == rows.count else {
      throw conflict(
        "option '\(name.text)' is a formula in x, which has no value for each row", at: name)
    }
    return rows.enumerated().map { place, row in
      let here = x.flatMap { place < $0.count ? $0[place] : nil }
      return formula(here ?? .nan) { columns[$0][row] }
    }
  }

  private func counted(_ count: Int) -> Text { count == 1 ? "1 number" : "\(count) numbers" }
}

// MARK: - Words

extension MarkData {
  /// The words of an option: a list, or a column's cells.
  func words(_ name: Name) throws(ExperimentError) -> [Text] {
    switch options[name] {
    case .words(let words): return words
    case .column(let column):
      guard let table else { return [] }
      let cells = table.words(try table.column(column, at: options.place(name)))
      return rows.map { cells[$0] }
    default: return []
    }
  }

  /// The groups of rows that have the same cell in the column that `by` names, in order: of numbers
  /// ascending, of words as they come; the mark itself if there is no `by`.
  ///
  /// - Throws: an error at `by` if there are more than `most`.
  func groups(most: Int = 200) throws(ExperimentError) -> [MarkGroup] {
    guard case .column(let name) = options["by"], let table else {
      return [MarkGroup(label: nil, data: self, isOrdered: false)]
    }
    let place = options.place("by")
    let column = try table.column(name, at: place)
    var groups = RowGroups(table.words(column))
    let isOrdered = table.isNumeric(column)
    if isOrdered { groups.sort(by: try table.numbers(column, at: place)) }
    guard groups.labels.count <= most else {
      throw .conflict(
        "column '\(name.shortened)' has \(groups.labels.count) different values, at most \(most) "
          + "can be told apart", at: place)
    }
    return groups.labels.indices.map { number in
      MarkGroup(
        label: groups.labels[number], data: of(rows: groups.rows[number]), isOrdered: isOrdered)
    }
  }
}

/// Some rows of a mark that have the same cell in a column.
struct MarkGroup {
  /// What they have in common; nil for all rows.
  let label: Text?
  let data: MarkData
  /// Whether the groups are numbers, in their order.
  let isOrdered: Bool
}

// MARK: - Places on an axis of names

extension MarkData {
  /// As `series`, where words are places on an x axis of names.
  func series(_ name: Name, _ draft: inout PlotDraft) throws(ExperimentError)
    -> (x: [Double], y: [Double])
  {
    let x = try places(besides: name, &draft)
    return (x, try numbers(name, over: x))
  }

  /// As `places`, where words are places on an x axis of names.
  func places(besides name: Name, _ draft: inout PlotDraft) throws(ExperimentError) -> [Double] {
    guard draft.words.hasNames, !draft.words.isLying else { return try places(besides: name) }
    if let column = namesOfPlaces { return try places(of: column.words, at: column.place, &draft) }
    // Names stand at 0, 1, 2, …
    return try places(besides: name).map { has("x") ? $0 : $0 - 1 }
  }

  /// The words of x, if it is a column.
  private var namesOfPlaces: (words: [Text], place: OptionValue.Place?)? {
    guard let table, let name = columnOfPlaces, let index = table.names.firstIndex(of: name)
    else { return nil }
    let words = table.words(index)
    return (rows.map { words[$0] }, options.place("x"))
  }

  private var columnOfPlaces: Text? {
    switch options["x"] {
    case .column(let name), .text(let name): name
    default: nil
    }
  }

  /// The places of names on the axis of names.
  ///
  /// - Throws: an error at `place` for a name that the axis does not have.
  func places(of words: [Text], at place: OptionValue.Place?, _ draft: inout PlotDraft)
    throws(ExperimentError) -> [Double]
  {
    var places: [Double] = []
    for word in words {
      guard let index = draft.names?.place(of: word) else {
        let names = draft.names?.names ?? []
        throw names.count >= PlotNames.most
          ? .conflict("there are more than \(PlotNames.most) names", at: place)
          : .problem(OptionProblem(.unknownName(word, known: names), at: place))
      }
      places.append(Double(index))
    }
    return places
  }

  /// The groups whose series have a colour each: 8 of words, if no style is given for all.
  func colouredGroups() throws(ExperimentError) -> [MarkGroup] {
    let groups = try groups()
    guard groups.count > 8, !groups[0].isOrdered, !has("style") else { return groups }
    throw conflict(
      "'by' makes \(groups.count) series, at most 8 of words can be told apart by colour: give all "
        + "one 'style', and name one as 'chosen'", at: "by")
  }
}

extension MarkData {
  /// The formula in x and y that an option is.
  func formulaOfPlane(_ name: Name) throws(ExperimentError) -> Formula {
    guard case .text = options[name] else {
      throw conflict("option '\(name.text)' is a list, expected a formula in x and y", at: name)
    }
    let formula = try formula(name)
    guard formula.columns.isEmpty else {
      throw conflict("option '\(name.text)' names a column, expected x and y alone", at: name)
    }
    return formula
  }
}
