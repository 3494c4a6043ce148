public import NeuralNet

/// A model as a program for PyTorch: `model`, an `nn.Sequential` with the same layers.
///
/// Its state dict has the names and shapes of `Network.stateDict`, and it gives the same numbers for
/// the same input, in nnbook's layout: sequences `[batch, time, features]`, images
/// `[batch, height, width, channels]`. Layers of images work on channels first, as is PyTorch's way;
/// hooks on the layers where the order changes bring it about, so that names stay as they are.
public struct PyTorchModule: Equatable, Sendable {
  /// The program: imports, the helper classes that are needed, the model.
  public let text: String

  /// Writes a model.
  ///
  /// - Parameters:
  ///   - input: what it gets, the batch first; any number of rows will do.
  ///   - weights: the path of a safetensors file that the program loads; default none.
  /// - Throws: `InterchangeError.notInPyTorch` for a kind of layer without a line in the table,
  ///   `doesNotFit` for a model that cannot be built.
  public init(
    _ layers: [Layer], input: Shape, weights: String? = nil
  ) throws(InterchangeError) {
    var writer = PyTorchWriter()
    let lines = try writer.lines(layers, input: input, from: .last, to: .last)
    let helpers = PyTorchHelper.allCases.filter { writer.helpers.contains($0) }
    var parts = [writer.imports(weights: weights)]
    parts += helpers.map { $0.source }
    parts.append(
      (["model = nn.Sequential("] + lines.map { "    " + $0 } + [")"]).joined(separator: "\n"))
    let ending = weights.map {
      "model.load_state_dict(load_file(\(PyTorchWriter.quoted($0))))\n"
    }
    text = parts.joined(separator: "\n\n\n") + "\n" + (ending ?? "")
  }
}
