public import NeuralNet

/// Reads a text as windows of tokens, each with the tokens that come next.
///
/// A token is a byte; the last tenth of the text is kept apart.
///
/// - Parameters:
///   - path: a file of at most 64 MB.
///   - context: tokens in a window, at least 1.
/// - Throws: `missingFile`, `isFolder`, `unreadable`, `tooLarge`; `rejected` if the text is too short
///   for a window.
/// - Shapes: features and targets `[windows, context]`.
public func textDataset(path: String, context: Int) throws(DatasetError) -> TextWindows {
  let bytes = try DataFile(path).readAll(limit: 64 << 20)
  do throws(DataError) {
    return try TextWindows(bytes, context: context)
  } catch {
    throw .rejected(path: path, error)
  }
}
