import Experiments
import Notebook
import Plotting

/// Everything in a report that has a number or a name: built once, before anything is written,
/// because prose refers forward as well as back.
struct CrossReferences {
  /// What a reference leads to.
  struct Target: Sendable, Equatable {
    /// "Figure 3", or a heading where sections have no numbers.
    var name: String
    /// Whether the name ends in a number.
    var isNumbered = true
    /// The page, percent-encoded; empty for the one that refers.
    var page = ""
    /// The id in the page.
    var anchor: String
  }

  /// A numbered figure or table of a block.
  struct NumberedFigure {
    /// "Figure 3" or "Table 1".
    var name: String
    var anchor: String
    var figure: Figure
    /// The ids of its captioned drawings.
    var parts: [String] = []
  }

  /// A formula with a number.
  struct Equation {
    /// "3", or "19.3".
    var number: String
    var anchor: String
  }

  /// A picture with a caption.
  struct NumberedPicture {
    /// "Figure 3".
    var name: String
    var anchor: String
  }

  /// What a block shows.
  struct Block {
    /// The id of the block itself: the label's, and so that of its first figure.
    var anchor: String
    /// Whether something of the block stands in the page.
    var isVisible: Bool
    var figures: [NumberedFigure] = []
    /// "Figure 3", if all figures of the block are parts of one.
    var group: String?
  }

  /// Sections and title.
  let outline: Outline
  /// One for each block of the notebook.
  private(set) var blocks: [Block]
  /// What `@label` leads to.
  private(set) var targets: [String: Target] = [:]
  /// The labels of the page itself.
  private(set) var ownLabels: Set<String> = []
  /// Pictures with a caption by their places.
  private(set) var pictures: [SourcePosition: NumberedPicture] = [:]
  /// Footnotes.
  let notes: NoteNumbers
  /// The works that are cited.
  let works: CitedWorks
  /// Formulas by label.
  private(set) var equations: [String: Equation] = [:]
  /// Blocks by label, for values.
  private(set) var blockIndices: [String: Int] = [:]

  /// Numbers the figures and sections of `report` in the order in which they stand.
  init(_ report: Report) {
    var anchors = Anchors()
    blocks = report.notebook.blocks.enumerated().map { index, block in
      Block(
        anchor: anchors.take(block.options.label ?? "block-\(index + 1)"),
        isVisible: report.shows(index))
    }
    for (index, block) in report.notebook.blocks.enumerated() {
      guard let label = block.options.label, blockIndices[label] == nil else { continue }
      blockIndices[label] = index
    }
    outline = Outline(report.notebook, prefix: report.numberPrefix, anchors: &anchors)
    notes = NoteNumbers(report, in: outline.body, anchors: &anchors)
    works = CitedWorks(report, in: outline.body, anchors: &anchors)
    addSections()
    numberFigures(report, anchors: &anchors)
    numberEquations(report, anchors: &anchors)
    ownLabels = Set(targets.keys)
    targets.merge(report.neighbours.targets) { own, _ in own }
  }

  private mutating func addSections() {
    for case .heading(_, _, let label?, let position, _) in Element.sectioned(outline.body) {
      guard targets[label] == nil, let section = outline.section(at: position) else { continue }
      let name = section.number.map { "Section \($0)" } ?? section.heading.plainText
      targets[label] = Target(
        name: name, isNumbered: section.number != nil, anchor: section.anchor)
    }
  }

  private mutating func numberFigures(_ report: Report, anchors: inout Anchors) {
    var counter = FigureCounter(prefix: report.numberPrefix)
    for element in Element.all(in: outline.body) {
      if case .figure(let picture) = element { number(picture, &counter, anchors: &anchors) }
      guard case .block(let index) = element, report.showsResults(index) else { continue }
      let label = report.notebook.blocks[index].options.label
      let figures = report.outcomes[index].result?.figures ?? []
      if figures.count > 1, !report.notebook.blocks[index].options.subcaptions.isEmpty {
        numberGroup(figures, of: index, label, name: counter.next(.figure), anchors: &anchors)
        continue
      }
      for (position, figure) in figures.enumerated() {
        let name = counter.next(FigureKind(label: label))
        let anchor = blocks[index].anchor
        let own = position == 0 ? anchor : anchors.take("\(anchor)-\(String(figure.name))")
        blocks[index].figures.append(NumberedFigure(name: name, anchor: own, figure: figure))
        if let label { add(Target(name: name, anchor: own), as: position == 0 ? label : own) }
      }
      let captions = report.notebook.blocks[index].options.subcaptions.count
      if figures.count == 1, captions > 0 {
        let parts = (1...captions).map { anchors.take("\(blocks[index].anchor)-\($0)") }
        blocks[index].figures[0].parts = parts
        nameParts(parts, of: blocks[index].figures[0].name, label)
      }
      // A figure that failed keeps its number: the others do not move when it is mended.
      if figures.isEmpty, report.outcomes[index].failed, let label, FigureKind.isNamed(by: label) {
        let name = counter.next(FigureKind(label: label))
        add(Target(name: name, anchor: blocks[index].anchor), as: label)
      }
    }
  }

  private mutating func number(
    _ picture: Picture, _ counter: inout FigureCounter, anchors: inout Anchors
  ) {
    let name = counter.next(.figure)
    let anchor = anchors.take(picture.label ?? "picture-\(pictures.count + 1)")
    pictures[picture.position] = NumberedPicture(name: name, anchor: anchor)
    if let label = picture.label { add(Target(name: name, anchor: anchor), as: label) }
  }

  /// Several figures as the parts of one: "Figure 3 (a)", to which `@label-1` leads.
  private mutating func numberGroup(
    _ figures: [Figure], of index: Int, _ label: String?, name: String, anchors: inout Anchors
  ) {
    blocks[index].group = name
    let own = blocks[index].anchor
    if let label { add(Target(name: name, anchor: own), as: label) }
    let parts = figures.indices.map { anchors.take("\(own)-\($0 + 1)") }
    for (position, figure) in figures.enumerated() {
      blocks[index].figures.append(
        NumberedFigure(
          name: "\(name) \(Self.letter(position))", anchor: parts[position], figure: figure))
    }
    nameParts(parts, of: name, label)
  }

  private mutating func nameParts(_ parts: [String], of name: String, _ label: String?) {
    guard let label else { return }
    for (position, part) in parts.enumerated() {
      let target = Target(name: "\(name) \(Self.letter(position))", anchor: part)
      add(target, as: "\(label)-\(position + 1)")
    }
  }

  /// "(a)", "(b)", … and numbers when the letters are used up.
  static func letter(_ position: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return position < letters.count ? "(\(letters[position]))" : "(\(position + 1))"
  }

  private mutating func numberEquations(_ report: Report, anchors: inout Anchors) {
    for case let label? in report.formulas.map(\.label) where equations[label] == nil {
      let equation = Equation(
        number: "\(report.numberPrefix)\(equations.count + 1)", anchor: anchors.take(label))
      equations[label] = equation
      add(Target(name: "Equation \(equation.number)", anchor: equation.anchor), as: label)
    }
  }

  private mutating func add(_ target: Target, as label: String) {
    if targets[label] == nil { targets[label] = target }
  }
}
