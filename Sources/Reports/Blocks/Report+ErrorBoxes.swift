public import Notebook

extension Report {
  /// What is wrong as the boxes that stand in a page, each the markup of one element.
  public func errorBoxes(_ diagnostics: [Diagnostic]) -> [String] {
    let box = ErrorBox(PageContext(self))
    return diagnostics.map { box.html($0).text }
  }
}
