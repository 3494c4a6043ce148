/// How large a map of the plane is drawn: the fewer stand in a row, the larger.
public enum MapSize: Sendable {
  /// The only one of a figure of text width, with its key beside it.
  case single
  /// One of two in a figure of text width.
  case half
  /// One of three in a wide figure.
  case third

  /// The size of each of `count` maps in a row.
  public init(of count: Int) { self = count == 1 ? .single : count == 2 ? .half : .third }

  /// In CSS pixels.
  var width: Double {
    switch self {
    case .single: 420
    case .half: 304
    case .third: 283
    }
  }
}

extension Figure {
  /// Rows of maps with their key: beside a single one, else above them.
  public static func rows(ofMaps maps: [Panel], key: (_ width: Double) -> Panel) -> [Row] {
    maps.count == 1 ? [Row(maps + [key(188)])] : [Row(maps, key: key(350))]
  }
}
