public import Foundation

/// A program of the package that was built with the tests.
public func builtProgram(_ name: String) -> URL {
  let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
  // The test runner itself may lie elsewhere than where `swift build` puts products.
  let bundles = ProcessInfo.processInfo.arguments.filter { $0.hasSuffix(".xctest") }
    .map { URL(filePath: $0).deletingLastPathComponent() }
  let candidates = [products, products.deletingLastPathComponent()] + bundles
  return
    candidates.map { $0.appending(path: name) }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    ?? products.appending(path: name)
}
