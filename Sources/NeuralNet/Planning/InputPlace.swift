import Kernels

/// Where a step reads an input of the program, so that the input can be bound to other memory.
struct InputPlace {
  let number: Int
  let step: Int
  let operand: Int
  /// From the start of the input, in floats.
  let offset: Int
}

extension Step {
  static let operands = 4

  func operand(_ index: Int) -> UnsafePointer<Float>? {
    switch index {
    case 0: a
    case 1: b
    case 2: start
    default: other
    }
  }

  mutating func setOperand(_ index: Int, to address: UnsafePointer<Float>) {
    switch index {
    case 0: a = address
    case 1: b = address
    case 2: start = address
    default: other = address
    }
  }
}

extension Plan {
  /// All places at which `steps` read inputs, which still lie in the arena.
  func inputPlaces(_ steps: [Step], _ addresses: [Buffer?], width: Int) -> [InputPlace] {
    var places: [InputPlace] = []
    for index in graph.nodes.indices where graph.nodes[index].operation === Input.shared {
      guard let start = addresses[base[index]].map({ UnsafePointer($0) }) else { continue }
      let end = start + sizes[base[index]] * width
      for step in steps.indices {
        for operand in 0..<Step.operands {
          guard let at = steps[step].operand(operand), at >= start, at < end else { continue }
          places.append(
            InputPlace(number: base[index], step: step, operand: operand, offset: at - start))
        }
      }
    }
    return places
  }
}
