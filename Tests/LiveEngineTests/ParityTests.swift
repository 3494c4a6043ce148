import Experiments
import Foundation
import LiveEngine
import NeuralNet
import Plotting
import Testing

/// The engine in the browser is the engine here: same numbers, same pictures, to the bit.
struct ParityTests {
  @Test("Training steps give the same parameters in an interpreter", .enabled(if: canRun))
  func trainingIsTheSame() throws {
    let module = try ModuleFile(LiveModule.scalar)
    let digest = try interpret(module, "live_training", "i32:50")
    #expect(digest == Int64(bitPattern: selfTestDigest(steps: 50)))
  }

  @Test("A figure has the same markup in an interpreter", .enabled(if: canRun))
  func figureIsTheSame() throws {
    let module = try ModuleFile(LiveModule.scalar)
    let markup = selfTestFigure().markup(id: "self-test")
    #expect(try interpret(module, "live_drawing") == fnv1a(markup.bytes))
  }

  @Test("The vectorised module gives the same bits in a JavaScript engine", .enabled(if: hasNode))
  func vectorsAreTheSame() throws {
    let module = try ModuleFile(LiveModule.simd)
    let program = """
      const joined = require('\(Node.script("joined.js").path)');
      const { instance } = await WebAssembly.instantiate(joined('\(module.path)'), {});
      console.log(`${instance.exports.live_training(50)}`);
      console.log(`${instance.exports.live_drawing()}`);
      """
    let script = "(async () => { \(program) })()"
    let output = try #require(Program("node")).output(["--eval", script])
    let expected = [
      Int64(bitPattern: selfTestDigest(steps: 50)),
      fnv1a(selfTestFigure().markup(id: "self-test").bytes),
    ]
    let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
    #expect(lines.map { Int64($0) } == expected)
  }

  @Test("Training differs after another number of steps")
  func digestDependsOnTheSteps() {
    #expect(selfTestDigest(steps: 49) != selfTestDigest(steps: 50))
  }

  @Test("The modules a report carries stay small")
  func modulesAreSmall() throws {
    // With all losses, optimizers and data, and the layers of `Catalogs.liveLayers`.
    try expect(LiveModule.simd, below: 1_350_000, compressed: 376_000)
    try expect(LiveModule.tracing, below: 800_000, compressed: 225_000)
  }

  private func expect(_ encoded: StaticString, below limit: Int, compressed: Int) throws {
    let module = try ModuleFile(encoded)
    print("Live engine: \(module.size) bytes, \(module.compressedSize) compressed")
    #expect(module.size < limit)
    #expect(module.compressedSize < compressed)
  }
}

// MARK: - Running the module

extension ParityTests {
  /// Continuous integration must have the interpreter, which comes with the toolchain on Linux.
  private static let canRun =
    Program("wasmkit") != nil || ProcessInfo.processInfo.environment["CI"] != nil

  private static let hasNode = Program("node") != nil

  /// Calls an export that returns an `i64` under wasmkit, which knows no SIMD.
  private func interpret(_ module: ModuleFile, _ call: String...) throws -> Int64 {
    let output = try #require(Program("wasmkit")).output(["run", module.path] + call)
    let text = String(decoding: output, as: UTF8.self)
    let digits = try #require(text.firstMatch(of: /i64\((\d+)\)/)?.1)
    return Int64(bitPattern: try #require(UInt64(digits)))
  }

  /// The 64-bit FNV-1a digest.
  private func fnv1a(_ bytes: [UInt8]) -> Int64 {
    Int64(
      bitPattern: bytes.reduce(0xcbf2_9ce4_8422_2325) { digest, byte in
        (digest ^ UInt64(byte)) &* 0x100_0000_01b3
      })
  }
}
