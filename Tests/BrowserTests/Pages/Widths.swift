/// Widths of windows at which pages are looked at.
enum Widths {
  /// Those of common windows, and both sides of each breakpoint.
  static let all = [
    1400, 1280, 1184, 1183, 960, 959, 800, 799, 760, 680, 679, 640, 390, 360, 320,
  ]

  /// The smallest text in pixels: drawings for phones are made for 350, narrower ones shrink them.
  static func leastText(_ width: Int) -> Double { width < 360 ? 8.3 : 9 }
}
