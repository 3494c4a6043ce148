import Plotting
import Testing

@testable import Experiments

@Suite("The nearest name")
struct NearestNameTests {
  static let names: [Text] = ["adam", "adamw", "sgd", "momentum", "lr-sweep"]

  @Test(
    "is found for slips of the finger",
    arguments: [
      ("adm", "adam"), ("adma", "adam"), ("sdg", "sgd"), ("momentun", "momentum"),
      ("lr-swep", "lr-sweep"), ("adamww", "adamw"),
    ])
  func found(word: String, name: String) {
    #expect(nearestName(to: Text(Array(word.utf8)), in: Self.names) == Text(Array(name.utf8)))
  }

  @Test("is nil when nothing is near", arguments: ["tanh", "x", "", "momentumless-descent"])
  func notFound(word: String) {
    #expect(nearestName(to: Text(Array(word.utf8)), in: Self.names) == nil)
  }
}
