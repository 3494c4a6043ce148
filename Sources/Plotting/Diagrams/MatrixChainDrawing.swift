/// Draws equations of matrices one below the other, each in as many lines as it needs.
struct MatrixChainDrawing {
  /// A line of terms with their upper edge.
  private struct Line {
    var terms: [MatrixTerm]
    var y: Double
  }

  private struct Heading {
    var name: Text
    var y: Double
  }

  private let width: Double
  private var headings: [Heading] = []
  private var lines: [Line] = []
  private var bottom = 0.0

  /// The drawing of `chain` at `width`: with three decimals if each equation fits into a line, else
  /// with two.
  init(_ chain: MatrixChain, width: Double) {
    self.width = width
    let style = Self.style(chain, width: width)
    for equation in chain.equations {
      let terms = equation.terms.map { MatrixTerm($0, style: style, room: width) }
      add(equation.name, Self.broken(terms, width: width))
    }
  }

  /// The elements.
  var drawing: SVG {
    var svg = SVG(width: width, height: max(bottom, 20))
    for heading in headings {
      if heading.y > 0 { svg.line(0, heading.y, width, heading.y, class: "grid") }
      svg.text(
        heading.name.truncated(to: width, size: 13, bold: true), 0, heading.y + 22, class: "ttl")
    }
    for line in lines {
      var x = 0.0
      let height = Self.height(line.terms)
      for term in line.terms {
        term.draw(x, line.y, height: height, into: &svg)
        x += term.width
      }
    }
    return svg
  }

  private mutating func add(_ name: Text, _ broken: [[MatrixTerm]]) {
    let isFirst = lines.isEmpty
    if !isFirst { bottom += 16 }
    if !name.isEmpty {
      headings.append(Heading(name: name, y: isFirst ? -8 : bottom))
      bottom += isFirst ? 24 : 32
    }
    for (number, terms) in broken.enumerated() {
      if number > 0 { bottom += 12 }
      lines.append(Line(terms: terms, y: bottom))
      bottom += Self.height(terms)
    }
  }

  private static func style(_ chain: MatrixChain, width: Double) -> MatrixBlock.Style {
    for equation in chain.equations {
      var sum = 0.0
      for term in equation.terms { sum += MatrixTerm(term, style: .wide, room: width).width }
      if sum > width { return .narrow }
    }
    return .wide
  }

  /// `terms` in lines of at most `width`; a line breaks before an operator, so that it is read at
  /// the start of the next.
  private static func broken(_ terms: [MatrixTerm], width: Double) -> [[MatrixTerm]] {
    var lines: [[MatrixTerm]] = []
    var line: [MatrixTerm] = []
    var used = 0.0
    for term in terms {
      if used + term.width > width, !line.isEmpty {
        var carried: [MatrixTerm] = []
        if line.count > 1, let last = line.last, last.isOperator { carried = [line.removeLast()] }
        lines.append(line)
        line = carried
        used = carried.first?.width ?? 0
      }
      line.append(term)
      used += term.width
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  private static func height(_ terms: [MatrixTerm]) -> Double {
    var height = 0.0
    for term in terms { height = max(height, term.height) }
    return height
  }
}
