import Experiments
import Foundation
import LiveEngine
import Plotting
import Testing

/// What a page asks of the engine: the same answers as here, and an error code for nonsense.
struct RequestTests {
  /// A block of each experiment that can be live, small.
  private static let requests = [
    #"{"experiment":"forward","options":{"layers":[2,3,1],"input":[0.5,-1]},"seed":3}"#,
    #"{"experiment":"backprop","options":{"layers":[2,3,1],"input":[0.5,-1],"target":[1]}}"#,
    #"{"experiment":"lr-sweep","options":{"layers":[2,4,1],"rates":[0.1,1],"seeds":2,"epochs":20}}"#,
    #"""
    {"experiment":"overfitting","seed":5,"options":
    {"layers":[[2,2,1],[2,16,1]],"validation-samples":50,"epochs":30}}
    """#,
    #"{"experiment":"train","options":{"layers":[2,8,1],"epochs":10}}"#,
    #"""
    {"experiment":"train","options":{"layers":[{"dense":6},"relu","batch-norm",{"dropout":0.2},
    {"dense":1}],"epochs":5},"changes":{"rate":0.02,"noise":0.3,"activation":"relu"}}
    """#,
    #"{"experiment":"lr-sweep","options":{"rates":[500],"seeds":1,"epochs":30}}"#,
    #"{"experiment":"playground","options":{"epochs":8,"features":["x","y","xy","sin-x"]}}"#,
    #"{"experiment":"playground","options":{"data":"hills","epochs":5,"decided":true,"hidden":[]}}"#,
    #"""
    {"experiment":"playground","options":{"data":{"points":{"rows":[[0,0,2],[1,1,3],[0,1,5]],
    "classes":false}},"hidden":[1],"regularization":{"l1":{"strength":0.1,"after":2}},"epochs":5},
    "changes":{"start":[[[1],[2],[0]],[[1],[0]]]}}
    """#,
    #"{"experiment":"descent","options":{"loss":"(1-x)^2+20*(y-x^2)^2","against":["adam"],"steps":60}}"#,
    #"{"experiment":"train","quick":true,"options":{"epochs":100}}"#,
  ]

  @Test(
    "Metrics and drawings are those of the host", .enabled(if: Node.isThere), arguments: requests)
  func sameAnswers(request: String) throws {
    let answer = try #require(Node.answers([Array(request.utf8)]).first)
    let run = try LiveRequest(Array(request.utf8)).begin()
    while try run.advance() {}
    let result = try #require(run.result)
    #expect(answer.result == text(result.json))
    let figures = result.figures.enumerated().map { number, figure in
      text(figure.markup(id: "f\(number)"))
    }
    let differing = figures.indices.filter { answer.figures?[$0] != figures[$0] }
    #expect(differing == [], "these figures differ")
  }

  /// Requests that train nothing.
  private static let tracings = [
    #"{"experiment":"forward","options":{"layers":[2,3,1],"input":[0.5,-1]},"seed":3}"#,
    #"{"experiment":"backprop","options":{"layers":[3,9,2],"input":[1,0,-2],"target":[0,1]}}"#,
    #"""
    {"experiment":"backprop","seed":2,"options":{"input":[0.2,0.3],"target":[1],"loss":"bce",
    "layers":[{"dense":5},"relu",{"dense":4},"gelu",{"dense":1}]}}
    """#,
  ]

  @Test("The module that trains nothing gives the same answers", .enabled(if: Node.isThere))
  func smallerModule() throws {
    let requests = Self.tracings.map { Array($0.utf8) }
    let whole = try Node.answers(requests),
      smaller = try Node.answers(requests, of: LiveModule.tracing)
    #expect(whole.allSatisfy { $0.result != nil })
    #expect(smaller.map(\.result) == whole.map(\.result))
    #expect(smaller.map(\.figures) == whole.map(\.figures))
  }

  @Test("The module that trains nothing refuses to train", .enabled(if: Node.isThere))
  func smallerModuleRefuses() throws {
    let request = Array(#"{"experiment":"train","options":{"epochs":1}}"#.utf8)
    let answer = try #require(Node.answers([request], of: LiveModule.tracing).first)
    #expect(answer.problem?.contains("known: forward, backprop") == true, "\(answer)")
  }

  @Test("A run bit by bit ends as a run at once", arguments: requests)
  func bitByBit(request: String) throws {
    let request = try LiveRequest(Array(request.utf8))
    let run = try request.begin()
    var shares = [run.share]
    while try run.advance() {
      shares.append(run.share)
      if shares.count % 16 == 0 { _ = run.result }
    }
    #expect(run.share == 1)
    #expect(shares == shares.sorted())
    var (options, _) = request.experiment.read(request.body)
    if request.isQuick { options = options.quick(request.experiment.options) }
    let whole = try request.experiment.run(options, Context(seed: request.seed))
    #expect(text(try #require(run.result).json) == text(whole.json))
  }

  @Test(
    "What is wrong is told in words, with the names that were perhaps meant",
    arguments: [
      ("", "the request is no JSON"), ("[1]", "the request is no JSON"),
      ("{}", "option 'experiment' is missing: expected a name"),
      (#"{"experiment":"trian"}"#, "no experiment 'trian': did you mean 'train'? Known: "),
      (#"{"experiment":"train","seed":"x"}"#, "option 'seed' is 'x', expected a whole number"),
      (#"{"experiment":"train","seed":1.5}"#, "option 'seed' is 1.5, expected a whole number"),
      (#"{"experiment":"train","seed":-1}"#, "option 'seed' is -1, expected a whole number"),
      (
        #"{"experiment":"train","changes":{"raet":1}}"#,
        "no control 'raet': did you mean 'rate'?"
      ),
      (
        #"{"experiment":"train","options":{"epochs":-1}}"#,
        "option 'epochs' is -1, expected a whole number from 1 to 100000"
      ),
      (
        #"{"experiment":"train","options":{"layers":[3,4,1]}}"#,
        "layers begins with 3, but the data have 2 features"
      ),
      (
        #"{"experiment":"train","options":{"layers":[{"conv":4},{"dense":1}]}}"#,
        "option 'layers' does not know 'conv': known: dense, "
      ),
    ])
  func problems(request: String, message: String) {
    #expect {
      _ = try LiveRequest(Array(request.utf8)).begin()
    } throws: { error in
      guard let problem = error as? LiveProblem else { return false }
      return text(problem.message).hasPrefix(message)
    }
  }

  @Test("Random bytes and requests never trap", .enabled(if: Node.isThere))
  func nonsense() throws {
    var random = SplitMix(state: 6)
    let requests = (0..<400).map { number in
      number % 2 == 0
        ? (0..<Int(random.next() % 60)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        : damaged(Array(Self.requests[number % Self.requests.count].utf8), &random)
    }
    let answers = try Node.answers(requests)
    #expect(answers.count == requests.filter { !$0.isEmpty }.count)
    for (request, answer) in zip(requests.filter { !$0.isEmpty }, answers) {
      #expect(answer.trap == nil, "\(String(decoding: request, as: UTF8.self))")
    }
  }

  @Test("Any value for any control is computed or refused", .enabled(if: Node.isThere))
  func anyOptions() throws {
    var random = SplitMix(state: 9)
    let values = [
      "-1", "0", "0.5", "1", "3", "7", "1e300", "-0.0", "\"\"", "\"tanh\"", "\"spiral\"", "null",
      "true",
      "[]", "[1]", "[2,3]", "[[0,0,1]]", "[[0,0,1],[1,1,0],[0.5,0,1]]", "[\"x\",\"sin-y\"]",
      "[\"relu\",\"linear\"]", "{}", "{\"adam\":1}", "{\"l2\":{\"strength\":0.1}}",
    ]
    let requests = try (0..<300).map { number -> [UInt8] in
      let request = Self.requests.filter { !$0.contains("changes") }[number % 8]
      let names = try LiveRequest(Array(request.utf8)).experiment.controlNames
      let changes = (0...random.next() % 3).map { _ in
        let name = names[Int(random.next() % UInt64(names.count))]
        return "\"\(text(name))\":\(values[Int(random.next() % UInt64(values.count))])"
      }
      let rest = """
        ,"layout":{"controls":"few","width":\(random.next() % 900)},
        "changes":{\(changes.joined(separator: ","))}}
        """
      return Array((request.dropLast() + rest).utf8)
    }
    let answers = try Node.answers(requests, hasLimit: true)
    #expect(answers.count == requests.count)
    for (request, answer) in zip(requests, answers) {
      #expect(answer.trap == nil, "\(String(decoding: request, as: UTF8.self))")
    }
  }

  /// A request with some of its bytes changed, but no digits added: a larger number is more work.
  private func damaged(_ request: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    let others = Array(#"{}[]",:.-truefalsnlx"#.utf8)
    var request = request
    for _ in 0...random.next() % 3 {
      request[Int(random.next() % UInt64(request.count))] =
        others[Int(random.next() % UInt64(others.count))]
    }
    return request
  }

  private func text(_ text: Text) -> String { String(decoding: text.bytes, as: UTF8.self) }
}

/// A generator of random numbers, the same in each run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
