/// How much work a run does: `execute: {profile: quick}` or `--profile quick`.
public enum Profile: String, Sendable, CaseIterable {
  /// Everything as written.
  case full
  /// Fewer epochs, samples and seeds, for a first look; the report is stamped.
  case quick

  /// All names, for messages.
  public static var names: [String] { allCases.map(\.rawValue) }
}
