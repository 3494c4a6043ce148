import Foundation
import Notebook

/// What a page knows of the pages of other notebooks: where they are, and what their labels lead to.
public struct PageNeighbours: Sendable, Equatable {
  /// The folder of the page's own notebook, a full path.
  var folder = ""
  /// The links to the pages, percent-encoded, by the full paths of their notebooks.
  var addresses: [String: String] = [:]
  /// What the labels of other notebooks lead to.
  var targets: [String: CrossReferences.Target] = [:]
  /// The names of the notebooks that have the same label, where several do.
  var ambiguous: [String: [String]] = [:]

  /// None.
  public init() {}

  /// Where a link of the page leads: one to a notebook to its page, any other as written; nil if a
  /// page may not have it.
  func destination(_ written: String) -> String? {
    guard let destination = Link.destination(written) else { return nil }
    let path = destination.prefix { $0 != "#" && $0 != "?" }
    guard path.hasSuffix(".md") else { return destination }
    let decoded = path.removingPercentEncoding ?? String(path)
    guard let page = addresses[FilePath.absolute(decoded, in: folder)] else { return destination }
    return page + destination.dropFirst(path.count)
  }
}

extension Report {
  /// What stands before the numbers of sections and figures: "19." in the nineteenth chapter.
  var numberPrefix: String { place?.numberPrefix ?? "" }
}
