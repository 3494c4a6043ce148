import Foundation

/// Where installed data are looked for.
public enum DataFolders {
  /// The environment variable that names a folder of the user's.
  public static let variable = "NNBOOK_DATA"

  /// Debian's folder of data sets.
  public static let system = "/usr/share/datasets"
  /// Where `scripts/install-datasets` puts files, from the user's home.
  public static let home = ".local/share/nnbook"

  /// The folder that `NNBOOK_DATA` names; nil if it names none.
  public static var own: String? {
    ProcessInfo.processInfo.environment[variable].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The folders that may hold a data set: those of `NNBOOK_DATA`, the user's, the system's.
  ///
  /// - Parameters:
  ///   - name: the folder's name within `NNBOOK_DATA`, the user's and Debian's folder.
  ///   - environment: the variables; nil for those of the process.
  public static func candidates(
    for name: String, environment: [String: String]? = nil
  ) -> [String] {
    let environment = environment ?? ProcessInfo.processInfo.environment
    let own = environment[variable].map { [$0, "\($0)/\(name)"] } ?? []
    let user = environment["HOME"].map { ["\($0)/\(home)/\(name)"] } ?? []
    return own + user + ["\(system)/\(name)"]
  }
}
