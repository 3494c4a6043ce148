import Foundation

/// Paths of files as parts of addresses.
package enum URLPath {
  /// `path` percent-encoded, its slashes kept.
  package static func encoded(_ path: String) -> String {
    path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path
  }

  /// A colon in the first component would make a scheme of it.
  private static let allowed = CharacterSet.urlPathAllowed.subtracting(
    CharacterSet(charactersIn: ":;"))

  /// The address of the file `target` from the page `page`, both seen from the same folder.
  static func relative(_ target: String, from page: String) -> String {
    var (to, from) = (target.split(separator: "/")[...], page.split(separator: "/").dropLast())
    while to.count > 1, let first = from.first, first == to.first {
      to.removeFirst()
      from.removeFirst()
    }
    let steps = String(repeating: "../", count: from.count)
    return steps + encoded(to.joined(separator: "/"))
  }
}
