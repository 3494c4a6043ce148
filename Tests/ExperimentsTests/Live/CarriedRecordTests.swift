import NeuralNet
import Plotting
import Testing

@testable import Experiments

/// A page carries what the printed figure was made from.
@Suite("A carried record")
struct CarriedRecordTests {
  private static let options = #"{"layers":[2,4,1],"rates":[0.1,1],"seeds":2,"epochs":5}"#

  private func request(_ rest: String) throws -> LiveRequest {
    try LiveRequest(
      Array(#"{"experiment":"lr-sweep","seed":3,"options":\#(Self.options)\#(rest)}"#.utf8))
  }

  private func record() throws -> Record {
    let request = try request("")
    let (options, _) = request.experiment.read(request.body)
    return try request.experiment.record(options, Context(seed: 3)).record
  }

  @Test("answers at printed values without computing, with the bits that computing gives")
  func printed() throws {
    let request = try request(#","changes":{"rate":0.1}"#)
    let run = try request.begin(after: request.resumed(record()))
    #expect(run.share == 1)
    #expect(try !run.advance())
    let computed = try request.begin()
    while try computed.advance() {}
    #expect(run.result?.json == computed.result?.json)
  }

  @Test("leaves only the new trainings to be done")
  func between() throws {
    let request = try request(#","changes":{"rate":0.5}"#)
    let run = try request.begin(after: request.resumed(record()))
    #expect(run.share == 4.0 / 6)
    while try run.advance() {}
    let computed = try request.begin()
    while try computed.advance() {}
    #expect(run.result?.json == computed.result?.json)
  }

  @Test("is of no use for other options, when it is damaged, and to verify")
  func useless() throws {
    let record = try record()
    let other = try request(#","changes":{"activation":"relu"}"#)
    #expect(try other.begin(after: other.resumed(record)).share == 0)
    #expect(try request("").resumed(Record([1, 2, 3])) == nil)
    let fresh = try request(#","fresh":true"#)
    #expect(try fresh.begin(after: fresh.resumed(record)).share == 0)
  }
}
