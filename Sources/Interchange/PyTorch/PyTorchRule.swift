import NeuralNet

/// How a kind of layer is written for PyTorch.
struct PyTorchRule: Sendable {
  /// The layout in which the layer takes this input; nil for either.
  let layout: @Sendable (Shape) -> PyTorchLayout?
  /// The module that does the same, in one line or, with models within it, in several.
  let module: @Sendable (PyTorchSite, inout PyTorchWriter) throws(InterchangeError) -> [String]

  /// A module in one line.
  static func line(
    _ layout: PyTorchLayout? = nil, _ text: @escaping @Sendable (PyTorchSite) -> String
  ) -> PyTorchRule {
    PyTorchRule(layout: { _ in layout }, module: { site, _ in [text(site)] })
  }

  /// The same with a helper class, whose name the line begins with or contains.
  static func line(
    _ layout: PyTorchLayout? = nil, _ helper: PyTorchHelper,
    _ text: @escaping @Sendable (PyTorchSite, String) -> String
  ) -> PyTorchRule {
    PyTorchRule(
      layout: { _ in layout }, module: { site, writer in [text(site, writer.use(helper))] })
  }
}

/// A layer, and the shapes around it.
struct PyTorchSite {
  let layer: Layer
  /// What comes in, the batch first, in nnbook's order of axes.
  let x: Shape
  /// What goes out.
  let y: Shape
  /// How PyTorch has both.
  let layout: PyTorchLayout

  /// The number of channels or features that come in.
  var inputs: Int { x.columns }

  /// One of the layer's numbers as a count.
  func count(_ index: Int) -> Int { Int(layer.numbers[index]) }

  /// One of the layer's numbers as Python writes it.
  func number(_ index: Int) -> String { "\(layer.numbers[index])" }

  /// `, name=value`, or nothing where the value is PyTorch's own default.
  func option(_ name: String, _ index: Int, default value: Int) -> String {
    count(index) == value ? "" : ", \(name)=\(count(index))"
  }

  /// The same for a height and a width, the latter alone if both are equal.
  func extentOption(_ name: String, _ index: Int, default value: Int) -> String {
    let extent = extent(index)
    return extent == "\(value)" ? "" : ", \(name)=\(extent)"
  }

  /// `3`, or `(3, 5)`.
  func extent(_ index: Int) -> String {
    let (height, width) = (count(index), count(index + 1))
    return height == width ? "\(height)" : "(\(height), \(width))"
  }

  /// `, bias=False` where a layer goes without.
  func bias(_ index: Int) -> String { count(index) == 0 ? ", bias=False" : "" }
}
