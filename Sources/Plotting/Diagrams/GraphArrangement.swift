/// Where the nodes of a graph stand and how its arrows run.
struct GraphArrangement {
  /// One frame a node.
  var frames: [DiagramFrame]
  /// The corners of each arrow.
  var routes: [[Point]] = []
  /// The lower edge of everything.
  var bottom = 0.0
}
