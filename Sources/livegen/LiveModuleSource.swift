import Foundation

/// The Swift file that carries the modules, as base64 of gzip.
///
/// A `StaticString` literal of this size compiles in a fraction of a second; an array literal of
/// the same bytes takes minutes and gigabytes.
struct LiveModuleSource {
  /// The module for browsers, compressed.
  let simd: Data
  /// The smaller one, without what trains, compressed.
  let tracing: Data
  /// The module for interpreters, compressed.
  let scalar: Data

  /// The file's text.
  var text: String {
    """
    // Written by livegen.

    /// The engine, the plots and the experiments as WebAssembly: base64 of a gzip file.
    public enum LiveModule {
      /// The module for browsers, which needs 128-bit SIMD, sorted as `SortedModule` of livegen says.
      public static let simd: StaticString = "\(simd.base64EncodedString())"

      /// The same without what trains, for pages that only pass numbers forward and back.
      public static let tracing: StaticString = "\(tracing.base64EncodedString())"

      /// The same module without SIMD instructions and not sorted, for interpreters; it gives the same bits.
      public static let scalar: StaticString = "\(scalar.base64EncodedString())"
    }

    """
  }

  /// Writes the file, unless it already says the same: then nothing is compiled again.
  func write(to file: URL) throws {
    guard (try? String(contentsOf: file, encoding: .utf8)) != text else { return }
    try Data(text.utf8).write(to: file, options: .atomic)
  }
}
