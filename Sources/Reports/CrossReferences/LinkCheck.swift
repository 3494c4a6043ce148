import Foundation
public import Notebook

/// Checks where the links of notebooks lead: to files that are there, and to places of pages that are
/// rendered together.
public struct LinkCheck {
  /// The ids of each page, by the full path of its notebook.
  private let anchors: [String: Set<String>]

  /// A check among reports that are made together.
  public init(_ reports: [Report]) {
    anchors = Dictionary(reports.map { (Self.path($0.notebook.path), $0.anchors) }) { $0.union($1) }
  }

  /// The links of a report that lead nowhere, in the order of the text. Addresses with a
  /// scheme, and those that begin with `/`, are not looked at.
  public func problems(
    of report: Report, severity: Diagnostic.Severity
  ) -> [Diagnostic] {
    var places = LinkPlaces(report.notebook)
    return report.notebook.proseInlines.compactMap { inline in
      guard case .link(let written, _, _) = inline else { return nil }
      return problem(written, of: report, &places, severity)
    }
  }

  private func problem(
    _ written: String, of report: Report, _ places: inout LinkPlaces,
    _ severity: Diagnostic.Severity
  ) -> Diagnostic? {
    let position = places.next(written)
    guard let (words, note) = problem(LinkAddress(written), from: report) else { return nil }
    return Diagnostic(
      path: report.notebook.path(of: position), position: position, severity: severity,
      message: "the link '\(written)' leads to \(words)", note: note)
  }

  private func problem(_ address: LinkAddress?, from report: Report) -> (String, String?)? {
    guard let address else { return nil }
    let notebook = Self.path(report.notebook.path)
    guard !address.path.isEmpty else { return problem(address.fragment, in: notebook) }
    let target = FilePath.absolute(address.path, in: FilePath.folder(of: notebook))
    // The report of a notebook may not have been written yet.
    let source = target.hasSuffix(".html") ? target.dropLast(5) + ".md" : target[...]
    if [target, String(source)].contains(where: { FileManager.default.fileExists(atPath: $0) }) {
      return problem(address.fragment, in: String(source))
    }
    return ("no file", suggestion(for: target))
  }

  private func problem(_ fragment: String, in notebook: String) -> (String, String?)? {
    guard let known = anchors[notebook], !fragment.isEmpty, fragment != "top",
      !known.contains(fragment)
    else { return nil }
    let nearest = nearestName(to: fragment, in: known.sorted())
    return ("no place of the page", nearest.map { "did you mean '#\($0)'?" })
  }

  private func suggestion(for path: String) -> String? {
    let folder = FilePath.folder(of: path)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return nearestName(to: name, in: names.sorted())
      .map { "did you mean '\($0)'?" }
  }

  private static func path(_ path: String) -> String {
    FilePath.absolute(path, in: FileManager.default.currentDirectoryPath)
  }
}

/// A relative address in its parts.
struct LinkAddress {
  let path: String
  let fragment: String

  /// Nil for addresses with a scheme, of other hosts or of the root, and for those without a link.
  init?(_ written: String) {
    guard let destination = Link.destination(written), !destination.hasPrefix("/"),
      destination.firstMatch(of: /^[A-Za-z][A-Za-z0-9+.\-]*:/) == nil
    else { return nil }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let file = parts[0].prefix { $0 != "?" }
    path = file.removingPercentEncoding ?? String(file)
    fragment = parts.count == 2 ? parts[1].removingPercentEncoding ?? String(parts[1]) : ""
  }
}

extension Report {
  /// The id of each block in the page.
  public var blockAnchors: [String] { PageContext(self).references.blocks.map { $0.anchor } }

  /// The ids of the page that a link can lead to.
  var anchors: Set<String> {
    let references = PageContext(self).references
    let blocks = references.blocks.filter { $0.isVisible }
    return Set(references.outline.sections.map { $0.anchor })
      .union(blocks.flatMap { [$0.anchor, $0.anchor + "-source"] + $0.figures.map { $0.anchor } })
      .union(references.equations.values.map { $0.anchor })
      .union(references.pictures.values.map { $0.anchor }).union(["main"])
  }
}
