/// The name that was probably meant.
///
/// The distance counts insertions, deletions, substitutions and swaps of neighbours (optimal
/// string alignment); upper and lower case are the same. A name that differs in more than a third
/// of its characters is no suggestion, and a name of more than 100 characters has none.
///
/// - Parameters:
///   - name: what was written.
///   - candidates: the known names; the first of equally near ones wins.
/// - Returns: nil if none is near enough.
/// - Complexity: O(|name| · |candidate|) for each candidate.
/// - Source: Boytsov, "Indexing methods for approximate dictionary searching", 2011, §2.2.
public func nearestName(to name: String, in candidates: [String]) -> String? {
  guard name.unicodeScalars.count <= 100 else { return nil }
  var nearest: (name: String, distance: Int)?
  for candidate in candidates {
    let limit = max(1, max(name.unicodeScalars.count, candidate.unicodeScalars.count) / 3)
    let distance = alignmentDistance(name.lowercased(), candidate.lowercased())
    if distance <= limit, distance < nearest?.distance ?? .max { nearest = (candidate, distance) }
  }
  return nearest?.name
}

/// The note of a message about an unknown name: what was probably meant, and all known names; nil if
/// there are none.
///
/// - Parameter prefix: what stands before a name where it is used: `@`.
package func suggestion(
  for name: String, among known: [String], prefix: String = ""
) -> String? {
  guard !known.isEmpty else { return nil }
  let list = known.map { prefix + $0 }.joined(separator: ", ")
  guard let nearest = nearestName(to: name, in: known) else { return "known: \(list)" }
  return "did you mean '\(prefix)\(nearest)'? Known: \(list)"
}

/// The number of edits between two words.
private func alignmentDistance(_ left: String, _ right: String) -> Int {
  let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
  // Row i of the table holds the distances of a[..<i] to every b[..<j]; swaps look two rows back.
  var (twoBack, oneBack): ([Int], [Int]) = ([], Array(0...b.count))
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var best = min(oneBack[j + 1] + 1, row[j] + 1, oneBack[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, twoBack[j - 1] + 1) }
      row.append(best)
    }
    (twoBack, oneBack) = (oneBack, row)
  }
  return oneBack[b.count]
}
