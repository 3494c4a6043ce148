import Notebook
import Testing

struct NearestNameTests {
  @Test(
    "The nearest name is found across one or two slips",
    arguments: [
      ("adm", "adam"), ("adma", "adam"), ("Adam", "adam"), ("momentun", "momentum"),
      ("fig-cpa", "fig-cap"), ("sgdd", "sgd"), ("momemtunm", "momentum"),
    ])
  func finds(written: String, meant: String) {
    let known = ["sgd", "adam", "momentum", "fig-cap", "fig-alt"]
    #expect(nearestName(to: written, in: known) == meant)
  }

  @Test("What differs in more than a third has no nearest name", arguments: ["rmsprop", "", "xyz"])
  func refuses(written: String) {
    #expect(nearestName(to: written, in: ["sgd", "adam", "momentum"]) == nil)
  }

  @Test("The first of equally near names wins, and nothing is near nothing")
  func ties() {
    #expect(nearestName(to: "a1", in: ["a2", "a3"]) == "a2")
    #expect(nearestName(to: "a", in: []) == nil)
  }

  @Test("A name of any length ends at once")
  func longNames() {
    #expect(nearestName(to: String(repeating: "a", count: 1_000_000), in: ["adam"]) == nil)
  }
}
