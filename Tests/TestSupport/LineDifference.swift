/// The lines that differ between two texts: `-` for those missing, `+` for those new, each with
/// its number in its own text; at most 20.
public func lineDifference(from expected: String, to actual: String) -> String {
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  // Myers' algorithm is quadratic in the number of changes: large rewrites are not diffed.
  guard old.count + new.count <= 20_000 else { return "\(old.count) lines became \(new.count)" }
  let changes = new.difference(from: old).map { change in
    switch change {
    case .remove(let offset, let line, _): (line: offset, order: 0, text: "-\(offset + 1): \(line)")
    case .insert(let offset, let line, _): (line: offset, order: 1, text: "+\(offset + 1): \(line)")
    }
  }
  let sorted = changes.sorted { ($0.line, $0.order) < ($1.line, $1.order) }.map(\.text)
  let rest = sorted.count > 20 ? ["and \(sorted.count - 20) more lines"] : []
  return (sorted.prefix(20) + rest).joined(separator: "\n")
}
