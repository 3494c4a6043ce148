import NeuralNet
import Plotting
import TestSupport
import Testing

@testable import Experiments

@Suite("Records")
struct RecordTests {
  /// Values of every kind, some of them such as compare unequal to themselves.
  static func filled() -> Record {
    var record = Record()
    record.put(-3)
    record.put([1.5, -0.0, .infinity, 5e-300])
    record.put([Float(0.1), -2])
    record.put("Überraschung" as Text)
    record.put([true, false])
    record.put(Int?.none)
    record.put(Optional("x" as Text))
    record.put(
      Divergence(
        step: 3, epoch: 2, layer: 1, kind: .gradient, value: .infinity, learningRate: 0.5,
        recentLosses: [1, 2, 3]))
    return record
  }

  static func read(_ record: Record) throws(RecordError) {
    var reader = RecordReader(record)
    #expect(try reader.take(Int.self) == -3)
    let numbers = try reader.take([Double].self)
    #expect(numbers.map { $0.bitPattern } == [1.5, -0.0, .infinity, 5e-300].map { $0.bitPattern })
    #expect(try reader.take([Float].self) == [0.1, -2])
    #expect(try reader.take(Text.self) == "Überraschung")
    #expect(try reader.take([Bool].self) == [true, false])
    #expect(try reader.take(Int?.self) == nil)
    #expect(try reader.take(Text?.self) == "x")
    let divergence = try reader.take(Divergence.self)
    #expect(divergence.kind == .gradient && divergence.recentLosses == [1, 2, 3])
    #expect(reader.isAtEnd)
  }

  @Test("give back what was put in, to the bit")
  func roundTrip() throws { try Self.read(Self.filled()) }

  @Test("that are cut short are refused wherever the cut is")
  func truncated() {
    let bytes = Self.filled().bytes
    for count in 0..<bytes.count {
      #expect(throws: RecordError.damaged) {
        var reader = RecordReader(Record(Array(bytes.prefix(count))))
        _ = try reader.take(Int.self)
        _ = try reader.take([Double].self)
        _ = try reader.take([Float].self)
        _ = try reader.take(Text.self)
        _ = try reader.take([Bool].self)
        _ = try reader.take(Int?.self)
        _ = try reader.take(Text?.self)
        _ = try reader.take(Divergence.self)
      }
    }
  }

  @Test("of random bytes never ask for much memory and never crash")
  func random() {
    var random = SplitMix(seed: 7)
    for _ in 0..<2000 {
      let bytes = (0..<Int(random.next(below: 64))).map { _ in UInt8(random.next(below: 256))
      }
      var reader = RecordReader(Record(bytes))
      let lists = try? reader.take([[Double]].self)
      #expect((lists?.count ?? 0) <= 64)
    }
  }
}

@Suite("Experiments with a slow part")
struct ReplayTests {
  static let experiments = EveryExperimentTests.options.filter { $0.1["run"] == nil }

  private func options(_ experiment: Experiment, _ given: [String: OptionValue]) -> Options {
    let entries = given.map { OptionValue.Entry(key: Text(Array($0.key.utf8)), value: $0.value) }
    return experiment.read(OptionValue(.map(entries))).options
  }

  @Test("give the same bytes from their record, without training")
  func replay() throws {
    for (experiment, given) in Self.experiments {
      let options = options(experiment, given)
      let context = Context(seed: 3)
      let recorded = try experiment.record(options, context)
      let again = try experiment.replay(recorded.record, options, context)
      #expect(
        again.figures.map { $0.markup(id: "f") }
          == recorded.result.figures.map { $0.markup(id: "f") }, "\(experiment.name.literal)")
      #expect(
        again.metrics.map { $0.value.bitPattern }
          == recorded.result.metrics.map { $0.value.bitPattern }, "\(experiment.name.literal)")
      #expect(
        again.figures.map { $0.markup(id: "f") }
          == (try experiment.run(options, context)).figures.map { $0.markup(id: "f") })
    }
  }

  @Test("refuse a record that is not theirs")
  func damaged() throws {
    let own = options(.train, ["epochs": .number(2)])
    let record = try Experiment.train.record(own, Context()).record
    let other = options(.train, ["epochs": .number(2), "layers": .numbers([2, 3, 1])])
    for (bytes, options) in [
      ([], own), (Array(record.bytes.dropLast()), own), (record.bytes + [0], own),
      (record.bytes, other),
    ] {
      do throws(ExperimentError) {
        _ = try Experiment.train.replay(Record(bytes), options, Context())
        Issue.record("a damaged record was taken")
      } catch {
        guard case .damagedRecord = error else {
          Issue.record("\(error)")
          return
        }
      }
    }
  }
}
