import Crypto
import Foundation

/// The Content-Security-Policy of a page: nothing is loaded, and no script runs but the page's and
/// the one that was added to it.
enum SecurityPolicy {
  /// The policy for a page whose scripts are those that `scripts` allows, besides an added one, which
  /// may also fetch from where the page is from.
  ///
  /// Styles are inline without a hash, because drawings and formulas have `style` attributes,
  /// which no hash covers. Pictures must lie in their own address, unless the page has `files`.
  static func policy(
    scripts: String, files: Bool = false, isLive: Bool = false, adding addition: PageAddition? = nil
  ) -> String {
    let added = addition.map { " 'sha256-\(hash($0.script))'" } ?? ""
    let connections = addition == nil ? "" : "; connect-src 'self'"
    let own = files ? " 'self'" : ""
    // The script of live figures compiles the engine, in a worker that it makes of its own text.
    let live =
      isLive ? " 'sha256-\(hash(LivePage.script))' 'wasm-unsafe-eval'; worker-src blob:" : ""
    return """
      default-src 'none'; img-src data:\(own); font-src data:\(own); \
      style-src 'unsafe-inline'\(own); script-src \(scripts)\(added)\(live)\(connections); base-uri 'none'; \
      form-action 'none'
      """
  }

  /// SHA-256 of `script` in base 64, as a policy and a browser write it.
  static func hash(_ script: String) -> String {
    Data(SHA256.hash(data: Data(script.utf8))).base64EncodedString()
  }
}
