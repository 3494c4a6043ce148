import Notebook

extension Element {
  /// The indices of the blocks in `elements`, in the order of the page, lists and quotes included.
  static func blocks(in elements: some Sequence<Element>) -> [Int] {
    all(in: elements).compactMap { if case .block(let index) = $0 { index } else { nil } }
  }

  /// The elements whose headings make sections: those of the text itself, and of divisions that only lay
  /// it out.
  static func sectioned(_ elements: some Sequence<Element>) -> [Element] {
    elements.flatMap { element -> [Element] in
      guard case .division(let division) = element,
        [.plain, .wide, .references].contains(division.kind)
      else { return [element] }
      return sectioned(division.content)
    }
  }
}
