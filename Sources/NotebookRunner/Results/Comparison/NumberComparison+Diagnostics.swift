public import Notebook

extension NumberComparison {
  /// The changes that are listed at most.
  public static let listedChanges = 20

  /// The first changes as errors, and how many more there are.
  ///
  /// - Parameters:
  ///   - path: the file that the errors are about.
  ///   - place: the file and the position of a change's block; without it only the file is named.
  public func diagnostics(
    path: String, place: (NumberChange) -> (path: String, position: SourcePosition)? = { _ in nil }
  ) -> [Diagnostic] {
    let listed = changes.prefix(Self.listedChanges).map { change in
      let place = place(change)
      return Diagnostic(
        path: place?.path ?? path, position: place?.position, message: change.sentence)
    }
    let more = changes.count - listed.count
    guard more > 0 else { return listed }
    let message = "\(more) more change\(more == 1 ? " is" : "s are") not listed"
    return listed + [Diagnostic(path: path, position: nil, message: message)]
  }
}
