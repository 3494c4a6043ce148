import Foundation

/// Why the live engine could not be made.
enum LiveError: Error, CustomStringConvertible {
  case usage
  case toolMissing(name: String, folder: String)
  case toolFailed(name: String, step: String)

  var description: String {
    switch self {
    case .usage:
      "usage: livegen SWIFTC OUTPUT (--module NAME --imports NAME… --files PATH…)…"
    case .toolMissing(let name, let folder):
      "no '\(name)' in \(folder): the live engine needs clang and wasm-ld beside swiftc,"
        + " as in the toolchains of https://www.swift.org/install"
    case .toolFailed(let name, let step):
      "\(name) failed on \(step) of the live engine (see above)"
    }
  }
}
