import NeuralNet

/// Which axis of a value with more than two axes holds its channels or features.
enum PyTorchLayout {
  /// The one behind the batch, as PyTorch's layers of images have it.
  case first
  /// The innermost, as nnbook has it everywhere.
  case last
}

/// Writes models layer by layer, and remembers which helper classes they need.
struct PyTorchWriter {
  private(set) var helpers: Set<PyTorchHelper> = []

  /// The lines that stand between the brackets of `nn.Sequential(…)`.
  ///
  /// - Parameters:
  ///   - start: the layout of the input.
  ///   - end: the layout that the result must have.
  mutating func lines(
    _ layers: [Layer], input: Shape, from start: PyTorchLayout, to end: PyTorchLayout
  ) throws(InterchangeError) -> [String] {
    let shapes = try Self.shapes(layers, input)
    var lines: [String] = [], layout = start
    for (index, layer) in layers.enumerated() {
      let x = index == 0 ? input : shapes[index - 1], y = shapes[index]
      guard let rule = PyTorchTable.rules[layer.name.string] else {
        throw .notInPyTorch(layer: layer.name.string, index: index)
      }
      let needed = x.rank > 2 ? rule.layout(x) ?? layout : .last
      let site = PyTorchSite(layer: layer, x: x, y: y, layout: needed)
      var module = try rule.module(site, &self)
      if layer.isFrozen { module[module.count - 1] += ".requires_grad_(False)" }
      if needed != layout, x.rank > 2 {
        module = call(needed == .first ? .channelsFirst : .channelsLast, around: module)
      }
      layout = y.rank > 2 ? needed : .last
      if index == layers.count - 1, layout != end, y.rank > 2 {
        module = call(end == .first ? .returnsChannelsFirst : .returnsChannelsLast, around: module)
      }
      module[module.count - 1] += ",  # \(Self.extents(y))"
      lines += module
    }
    return lines
  }

  /// Notes that a helper is needed.
  ///
  /// - Returns: what it is called.
  mutating func use(_ helper: PyTorchHelper) -> String {
    helpers.insert(helper)
    return helper.rawValue
  }

  /// `name(module)`.
  private mutating func call(_ helper: PyTorchHelper, around module: [String]) -> [String] {
    var lines = module
    lines[0] = "\(use(helper))(\(lines[0])"
    lines[lines.count - 1] += ")"
    return lines
  }

  /// `name(` … `)` with a model in it.
  mutating func block(
    _ name: String, _ layers: [Layer], input: Shape, _ layout: PyTorchLayout
  ) throws(InterchangeError) -> [String] {
    let inner = try lines(layers, input: input, from: layout, to: layout)
    return inner.isEmpty
      ? ["\(name)()"] : ["\(name)("] + inner.map { "    " + $0 } + [")"]
  }

  /// The result of each layer.
  static func shapes(
    _ layers: [Layer], _ input: Shape
  ) throws(InterchangeError) -> [Shape] {
    do throws(ShapeError) {
      var graph = Graph()
      return try graph.apply(layers, to: graph.input(input)).map { graph.shape($0) }
    } catch {
      throw .doesNotFit(error)
    }
  }

  /// A row's axes, as nnbook has them: `26 x 26 x 8`.
  private static func extents(_ shape: Shape) -> String {
    (1..<max(shape.rank, 2)).map { "\(shape[$0])" }.joined(separator: " x ")
  }

  /// The lines before the first class.
  func imports(weights: String?) -> String {
    let file = weights == nil ? "" : "from safetensors.torch import load_file\n"
    return "import torch\n\(file)from torch import nn"
  }

  /// Text in double quotes, as Python reads it.
  static func quoted(_ text: String) -> String {
    let escaped = text.flatMap { character -> String in
      switch character {
      case "\\", "\"": "\\\(character)"
      case "\n": "\\n"
      default: String(character)
      }
    }
    return "\"\(String(escaped))\""
  }
}

extension Name {
  /// The name as text.
  var string: String { "\(text)" }
}
