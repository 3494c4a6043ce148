extension Mark {
  /// A few words (at most five) beside a point of the plot, muted; at most three in a figure.
  public static func annotation(_ text: Text, x: Double, y: Double) -> Mark {
    Mark(.note) { _, _ in
    } draw: { canvas in
      guard let point = canvas.point(x, y) else { return }
      canvas.notes.append(
        Note(
          text: text, anchor: point, distance: 6, sides: [.above, .right, .below, .left],
          name: "an halo"))
    }
  }
}
