/// Hands out the ids of cells: the same notebook gives the same ones.
struct CellNames {
  private var taken: Set<String> = []

  /// `wanted` as Jupyter allows it, letters, digits, `-` and `_`, at most 64; with a number behind it
  /// if an earlier one is equal.
  mutating func take(_ wanted: String) -> String {
    let scalars = wanted.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_")
        ? scalar : "-"
    }
    let base = String(String.UnicodeScalarView(scalars.prefix(56)))
    let name = base.isEmpty ? "cell" : base
    if taken.insert(name).inserted { return name }
    var number = 2
    while !taken.insert("\(name)-\(number)").inserted { number += 1 }
    return "\(name)-\(number)"
  }
}
