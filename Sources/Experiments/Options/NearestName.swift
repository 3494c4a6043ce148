public import Plotting

/// The name in `names` that `word` most likely meant: the nearest by edit distance (insertions,
/// deletions, substitutions and swaps of neighbours), if at most a third of the word differs.
public func nearestName(to word: Text, in names: [Text]) -> Text? {
  var best: Text?
  var bestDistance = max(1, word.bytes.count / 3) + 1
  for name in names {
    let distance = editDistance(word.bytes, name.bytes)
    if distance < bestDistance {
      best = name
      bestDistance = distance
    }
  }
  return best
}

/// Edits that turn `a` into `b` (optimal string alignment), by dynamic programming over rows.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  guard a.count <= 64, b.count <= 64 else { return Int(Int32.max) }
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      let substituted = last[j] + (a[i] == b[j] ? 0 : 1)
      var edits = min(substituted, last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        edits = min(edits, beforeLast[j - 1] + 1)
      }
      row.append(edits)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
