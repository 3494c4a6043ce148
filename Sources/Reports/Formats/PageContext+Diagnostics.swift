import Notebook

extension PageContext {
  /// A diagnostic on one line, without the folders of the machine on which it was made.
  func line(of diagnostic: Diagnostic) -> String {
    var diagnostic = diagnostic
    diagnostic.path = fileName(of: diagnostic.position)
    return diagnostic.line
  }
}
