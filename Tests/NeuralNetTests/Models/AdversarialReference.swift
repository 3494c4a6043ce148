import Foundation
import Testing

@testable import NeuralNet

/// What PyTorch computed for models of several networks: References/adversarial.py.
struct AdversarialReference: Decodable {
  struct Losses: Decodable {
    let name: String
    let real: [Float]
    let generated: [Float]
    let discriminator: Float
    let generator: Float
    let realGradient: [Float]
    let generatedGradient: [Float]
    let generatorGradient: [Float]
  }

  struct Divergence: Decodable {
    let mean: [Float]
    let logVariance: [Float]
    let value: Float
    let meanGradient: [Float]
    let logVarianceGradient: [Float]
  }

  struct Adversaries: Decodable {
    let name: String
    let parameters: [String: [Float]]
    let real: [Float]
    let noise: [[Float]]
    let discriminator: Float
    let generator: Float
    let after: [String: [Float]]
  }

  struct Autoencoder: Decodable {
    let parameters: [String: [Float]]
    let data: [Float]
    let noise: [Float]
    let codes: [Float]
    let reconstruction: Float
    let divergence: Float
    let total: Float
    let after: [String: [Float]]
  }

  let losses: [Losses]
  let divergence: Divergence
  let gan: [Adversaries]
  let autoencoder: Autoencoder

  init() throws {
    let folder = LayerReference.folder.deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appending(path: "adversarial.json"))
    self = try JSONDecoder().decode(Self.self, from: data)
  }

  static let names = ["minimax", "nonSaturating", "leastSquares", "wasserstein"]

  static func loss(_ name: String) -> AdversarialLoss {
    switch name {
    case "minimax": .minimax
    case "nonSaturating": .nonSaturating
    case "leastSquares": .leastSquares
    default: .wasserstein
    }
  }
}

extension ParameterStore {
  /// Sets all parameters to PyTorch's numbers.
  func set(_ parameters: [ParameterInfo], fromPyTorch numbers: [String: [Float]]) throws {
    #expect(numbers.count == parameters.count)
    for (index, info) in parameters.enumerated() {
      let known = try #require(numbers[String(decoding: info.name, as: UTF8.self)])
      for (at, value) in info.fromPyTorch(known).enumerated() { values(index)[at] = value }
    }
  }

  /// Expects PyTorch's numbers of all parameters, within 1e-5.
  func expect(_ parameters: [ParameterInfo], areClosestTo numbers: [String: [Float]]) throws {
    for (index, info) in parameters.enumerated() {
      let name = String(decoding: info.name, as: UTF8.self)
      let known = info.fromPyTorch(try #require(numbers[name]))
      let found = Array(UnsafeBufferPointer(start: values(index), count: known.count))
      expectNear(found, known, name)
    }
  }

  /// The bits of all parameters.
  var allBits: [UInt32] { bits((0..<count).map { values(0)[$0] }) }
}

/// Expects numbers within 1e-5, relative to the largest where that is above 1.
func expectNear(
  _ found: [Float], _ expected: [Float], _ what: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let scale = expected.reduce(Float(1)) { max($0, $1.magnitude) }
  let error = zip(found, expected).reduce(Float(0)) { max($0, ($1.0 - $1.1).magnitude) }
  #expect(
    found.count == expected.count && error <= 1e-5 * scale,
    "\(what): \(found), expected \(expected), error \(error)", sourceLocation: sourceLocation)
}
