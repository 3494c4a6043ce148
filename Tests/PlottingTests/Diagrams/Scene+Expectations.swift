import Testing

@testable import Plotting

extension Scene {
  /// Expects that everything lies inside the drawing.
  func expectInside(sourceLocation: SourceLocation = #_sourceLocation) {
    let frame = Box(left: -1, top: -1, right: width + 1, bottom: height + 1)
    for label in labels {
      #expect(
        frame.contains(label.box), "'\(label.content)' at \(label.box) leaves \(width) × \(height)",
        sourceLocation: sourceLocation)
    }
    for shape in rectangles + circles {
      #expect(
        frame.contains(shape.box), "\(shape) leaves \(width) × \(height)",
        sourceLocation: sourceLocation)
    }
    for point in lines.flatMap(\.points) {
      #expect(
        frame.contains(point), "\(point) leaves \(width) × \(height)",
        sourceLocation: sourceLocation)
    }
  }

  /// Expects that no two texts overlap.
  func expectReadable(sourceLocation: SourceLocation = #_sourceLocation) {
    for (index, label) in labels.enumerated() {
      for other in labels[..<index] where label.box.overlaps(other.box) {
        Issue.record(
          "'\(label.content)' \(label.box) overlaps '\(other.content)' \(other.box) in \(width) px",
          sourceLocation: sourceLocation)
      }
    }
  }

  /// Expects that no two shapes with one of these classes overlap.
  func expectApart(_ names: Set<String>, sourceLocation: SourceLocation = #_sourceLocation) {
    let shapes = (rectangles + circles).filter { !$0.classes.isDisjoint(with: names) }
    for (index, shape) in shapes.enumerated() {
      for other in shapes[..<index] where shape.box.overlaps(other.box) {
        Issue.record(
          "\(shape.box) overlaps \(other.box) in \(width) px", sourceLocation: sourceLocation)
      }
    }
  }

  /// Expects that no arrow runs through a box.
  func expectFreeArrows(sourceLocation: SourceLocation = #_sourceLocation) {
    let boxes = rectangles.filter { $0.classes.contains("vn") }.map { $0.box.grown(by: -1.5) }
    for line in lines where line.name == "edge" {
      for (start, end) in zip(line.points, line.points.dropFirst()) {
        for step in 0...20 {
          let point = start + (end - start) * (Double(step) / 20)
          for box in boxes where box.contains(point) {
            Issue.record("an arrow crosses \(box)", sourceLocation: sourceLocation)
            return
          }
        }
      }
    }
  }
}
