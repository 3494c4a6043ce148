import Notebook

/// Pages of notebooks that may refer to each other.
public struct PageSet {
  /// A page.
  public struct Page {
    /// What it shows.
    public var report: Report
    /// The notebook, a full path.
    public var notebook: String
    /// The page's file, a full path.
    public var file: String
    /// Notebooks of the same project refer to each other by labels; nil for those of none.
    public var project: String?

    /// A page.
    public init(report: Report, notebook: String, file: String, project: String?) {
      self.report = report
      self.notebook = notebook
      self.file = file
      self.project = project
    }
  }

  private let pages: [Page]
  /// What the labels of each page lead to.
  private let targets: [[String: CrossReferences.Target]]

  /// The pages that are made together, and those that exist besides. A page stands before others of the
  /// same notebook, its variants.
  public init(_ pages: [Page]) {
    self.pages = pages
    targets = pages.map { $0.project == nil ? [:] : $0.report.targetsForOthers }
  }

  /// What the page at `index` knows of the others.
  public func neighbours(of index: Int) -> PageNeighbours {
    let own = pages[index]
    var neighbours = PageNeighbours()
    neighbours.folder = FilePath.folder(of: own.notebook)
    var owners: [String: String] = [:]
    for (page, targets) in zip(pages, targets) {
      let isFirst = neighbours.addresses[page.notebook] == nil
      guard isFirst else { continue }
      let link = URLPath.relative(page.file, from: own.file)
      neighbours.addresses[page.notebook] = page.notebook == own.notebook ? "" : link
      guard page.notebook != own.notebook, own.project != nil, own.project == page.project else {
        continue
      }
      for (label, var target) in targets {
        let name = page.report.notebook.path
        if let owner = owners.updateValue(name, forKey: label) {
          neighbours.ambiguous[label, default: [owner]].append(name)
        }
        target.page = link
        neighbours.targets[label] = target
      }
    }
    return neighbours
  }
}

extension Report {
  /// What the labels of this notebook lead to, as others name it. A figure of a block that has not run
  /// has no number yet.
  fileprivate var targetsForOthers: [String: CrossReferences.Target] {
    let references = CrossReferences(self)
    var targets = references.targets.filter { references.ownLabels.contains($0.key) }
    for (index, block) in notebook.blocks.enumerated() where outcomes[index].result == nil {
      guard let label = block.options.label, FigureKind.isNamed(by: label), targets[label] == nil
      else { continue }
      let kind = FigureKind(label: label).rawValue
      targets[label] = CrossReferences.Target(
        name: "\(kind) in “\(title)”", isNumbered: false,
        anchor: references.blocks[index].anchor)
    }
    return targets
  }
}
