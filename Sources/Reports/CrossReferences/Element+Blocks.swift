import Notebook

extension Element {
  /// The indices of the blocks in `elements`, in the order of the page, lists and quotes included.
  static func blocks(in elements: some Sequence<Element>) -> [Int] {
    elements.flatMap { element -> [Int] in
      switch element {
      case .block(let index): [index]
      case .list(_, _, _, let items): items.flatMap { blocks(in: $0) }
      case .quote(let inner): blocks(in: inner)
      default: []
      }
    }
  }
}
