/// Everything a network computes for some rows: for teaching, drawing and checking.
public struct Trace: Sendable {
  /// One layer.
  public struct Layer: Sendable {
    /// What it gives, of the shape `shape`.
    public let output: [Float]
    /// How the loss changes with each of these numbers; empty without a loss.
    public let gradient: [Float]
    /// The shape, `[rows, units]` or, for a sequence, `[rows, time, units]`.
    public let shape: Shape
    /// The extent of the last axis.
    public var units: Int { shape.columns }
  }

  /// The layers in their order.
  public let layers: [Layer]
  /// The mean loss; NaN without one.
  public let loss: Float
  /// How the loss changes with each number of each parameter; empty without a loss.
  public let parameterGradients: [[Float]]
}

extension Network {
  /// The output of every layer for `count` rows; no layers if the features are not that many.
  public func trace(_ features: [Float], count: Int) -> Trace {
    guard count > 0, features.count == count * inputs else { return .empty }
    do throws(ShapeError) {
      let model = try ModelGraph(layers, rows: count, inputs: inputs)
      let program = Program(
        model.graph, keep: model.results, parameters: store, sharing: false, machine: machine)
      program.write(model.input, features)
      program.run()
      return Trace(
        layers: model.results.map { program.layer($0, nil, model.graph) }, loss: .nan,
        parameterGradients: [])
    } catch {
      return .empty  // the values are more than steps can count
    }
  }

  /// The output of every layer for `count` rows, and how the loss changes with each number.
  ///
  /// - Parameter targets: `[count, outputs]`, or the number of a class for each row or position.
  /// - Throws: `ShapeError` if the numbers do not fit the network or the loss.
  public func trace(
    _ features: [Float], count: Int, targets: [Float], loss: Loss
  ) throws(ShapeError) -> Trace {
    var model = try lossGraph(features, count: count, targets: targets, loss: loss)
    let values = model.graph.parameters + model.results
    let gradients = model.graph.differentiate(model.loss, for: values)
    let ofParameters = Array(gradients.prefix(parameters.count))
    let ofResults = Array(gradients.dropFirst(parameters.count))
    let program = Program(
      model.graph, keep: model.results + [model.loss] + ofResults.compactMap { $0 },
      parameters: store, gradients: ofParameters, sharing: false, machine: machine)
    program.write(model.input, features)
    program.write(model.target, targets)
    program.runGradients()
    return Trace(
      layers: zip(model.results, ofResults).map { program.layer($0, $1, model.graph) },
      loss: program.read(model.loss)[0],
      parameterGradients: parameters.indices.map { parameter in
        guard ofParameters[parameter] != nil else {
          return [Float](repeating: 0, count: parameters[parameter].shape.count)
        }
        return store.readGradients(parameter, count: parameters[parameter].shape.count)
      })
  }

  /// The graph of the loss for these rows.
  ///
  /// - Throws: `ShapeError` if the numbers do not fit the network or the loss.
  func lossGraph(
    _ features: [Float], count: Int, targets: [Float], loss: Loss
  ) throws(ShapeError) -> LossGraph {
    guard count > 0, features.count == count * inputs else {
      throw .mismatch(
        operation: "input", expected: Shape(count, inputs), found: Shape(features.count))
    }
    let model = try LossGraph(self, rows: count, loss: loss, targets: outputs)
    let expected = model.graph.shape(model.target)
    guard targets.count == expected.count else {
      throw .mismatch(operation: loss.name, expected: expected, found: Shape(targets.count))
    }
    for target in targets where loss.takesClasses {
      guard Dataset.isClass(target, of: outputShape.columns) else {
        throw .outOfRange(operation: loss.name, value: target)
      }
    }
    return model
  }
}

extension Trace {
  fileprivate static let empty = Trace(layers: [], loss: .nan, parameterGradients: [])
}

extension Program {
  /// A layer's output and, if the loss depends on it, its gradient.
  fileprivate func layer(_ result: Value, _ gradient: Value?, _ graph: Graph) -> Trace.Layer {
    Trace.Layer(
      output: read(result), gradient: gradient.map { read($0) } ?? [],
      shape: graph.shape(result))
  }
}

extension ParameterStore {
  /// The gradient of a parameter after a run.
  fileprivate func readGradients(_ parameter: Int, count: Int) -> [Float] {
    Array(UnsafeBufferPointer(start: gradients(parameter), count: count))
  }
}
