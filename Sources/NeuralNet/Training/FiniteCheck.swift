import Kernels

/// Holds back the update of a run in which its input is infinite or not a number.
///
/// An effect: its result is not written, and must be kept so that the planner leaves it in. Gradients
/// are checked by every update; a loss can overflow while they are still finite.
final class FiniteCheck: Operation {
  static let shared = FiniteCheck()

  var name: Name { "finite check" }

  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { inputs[0] }

  func emit(_ site: Site, into steps: inout [Step]) {
    steps.append(site.elementwise(site.kernels.checkFinite))
  }
}
