import NeuralNet
import Plotting

/// Where an optimizer goes on a surface, step by step: the engine's own rule, applied to x and y as
/// to two weights.
struct OptimizerWay {
  /// "sgd 0.1"
  let name: Text
  let rate: Double
  /// The places, the start first.
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []
  /// The loss at each.
  private(set) var losses: [Double] = []
  /// The step that led beyond all numbers.
  private(set) var divergedAt: Int?

  init(
    _ name: Text, _ setting: OptimizerSetting, down surface: Formula,
    from start: (x: Double, y: Double), steps: Int, on machine: Machine
  ) throws(ExperimentError) {
    self.name = name
    rate = Double(setting.learningRate)
    let walker: Walker
    do throws(ShapeError) {
      walker = try Walker(setting, machine)
    } catch {
      throw .unfit(error, nil, at: nil)
    }
    walker.place = (Float(start.x), Float(start.y))
    _ = visit(walker.place, surface)
    for step in 1...steps {
      let slope = surface.slope(x[step - 1], y[step - 1])
      guard walker.step(against: (Float(slope.x), Float(slope.y))), visit(walker.place, surface)
      else {
        divergedAt = step
        return
      }
    }
  }

  /// - Returns: false where place or loss is no number; then nothing is added.
  private mutating func visit(_ place: (x: Float, y: Float), _ surface: Formula) -> Bool {
    let loss = surface(Double(place.x), Double(place.y))
    guard place.x.isFinite, place.y.isFinite, loss.isFinite else { return false }
    x.append(Double(place.x))
    y.append(Double(place.y))
    losses.append(loss)
    return true
  }
}

/// Two weights and the update of an optimizer, for gradients that are written from outside.
private final class Walker {
  private let store: ParameterStore
  private let program: Program
  private let gradient: Value

  /// The loss of the program is weights times gradient, whose derivative is the gradient.
  init(_ setting: OptimizerSetting, _ machine: Machine) throws(ShapeError) {
    var graph = Graph()
    let place = try graph.parameter(Shape(2), .weight, fanIn: 1, fanOut: 1)
    gradient = try graph.input(Shape(2))
    let loss = try graph.add(Multiply(), [place, gradient])
    let gradients = graph.differentiateParameters(loss)
    store = ParameterStore(graph, machine: machine)
    program = Program(
      graph, keep: [loss], parameters: store, gradients: gradients, update: setting.optimizer,
      machine: machine)
    program.learningRate = setting.learningRate
  }

  var place: (x: Float, y: Float) {
    get { (store.values(0)[0], store.values(0)[1]) }
    set {
      store.values(0)[0] = newValue.x
      store.values(0)[1] = newValue.y
    }
  }

  /// One update.
  ///
  /// - Returns: false if the gradient was no number.
  func step(against slope: (x: Float, y: Float)) -> Bool {
    program.write(gradient, [slope.x, slope.y])
    return program.run()
  }
}
