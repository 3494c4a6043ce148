import Foundation

/// Why the live engine could not be made.
enum LiveError: Error, CustomStringConvertible {
  case usage
  case unknownInstruction(code: Int, offset: Int)
  case toolMissing(name: String, folder: String)
  case toolFailed(name: String, step: String)

  var description: String {
    switch self {
    case .usage:
      "usage: livegen SWIFTC OUTPUT (--module NAME --imports NAME… --files PATH…)…"
    case .unknownInstruction(let code, let offset):
      "instruction \(code) at byte \(offset) of a module is not known; `Immediates` must say what follows it"
    case .toolMissing(let name, let folder):
      "no '\(name)' in \(folder): the live engine needs clang and wasm-ld beside swiftc,"
        + " as in the toolchains of https://www.swift.org/install"
    case .toolFailed(let name, let step):
      "\(name) failed on \(step) of the live engine (see above)"
    }
  }
}
