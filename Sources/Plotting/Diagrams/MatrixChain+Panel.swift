extension Panel {
  /// The arithmetic of a forward pass with its numbers; 912 px wide, 350 on a phone.
  ///
  /// An equation that is too long goes on in the next line. Matrices of more than six columns or
  /// eight rows are shortened.
  public static func matrixChain(_ chain: MatrixChain) -> Panel {
    Panel(
      title: chain.title, summary: chain.summary, wideWidth: 912, narrowWidth: 350
    ) { width, _ in
      MatrixChainDrawing(chain, width: width).drawing
    }
  }
}

extension MatrixChain {
  fileprivate var title: Text {
    var names: [Text] = []
    for equation in equations where !equation.name.isEmpty { names.append(equation.name) }
    return names.isEmpty
      ? "Matrix arithmetic" : "Matrix arithmetic of " + Text.joined(names, separator: ", ")
  }

  /// The equations in symbols, and the numbers of the last matrix.
  fileprivate var summary: Text {
    var sentences: [Text] = []
    for equation in equations { sentences.append(equation.symbols + ".") }
    if case .matrix(let name, _, _, let values) = equations.last?.terms.last,
      !values.isEmpty, values.count <= 12
    {
      var numbers: [Text] = []
      for value in values { numbers.append("\(value, decimals: 3)") }
      sentences.append(name + ": " + Text.joined(numbers, separator: ", ") + ".")
    }
    return Text.joined(sentences, separator: " ")
  }
}

extension MatrixChain.Equation {
  /// The names and operators of the terms: `x · W₁ + b₁ = z₁`.
  fileprivate var symbols: Text {
    var symbols: [Text] = []
    for term in terms {
      switch term {
      case .matrix(let name, _, _, _): symbols.append(name)
      case .operator(let symbol): symbols.append(symbol)
      }
    }
    return Text.joined(symbols, separator: " ")
  }
}
