import Reports

extension PageAddition {
  /// What a preview adds to its copy of a page.
  ///
  /// - Parameters:
  ///   - path: where the page is served, decoded.
  ///   - version: which of its versions this is.
  static func preview(path: String, version: String) -> PageAddition {
    PageAddition(
      script: String(decoding: PackageResources.preview_js, as: UTF8.self),
      style: String(decoding: PackageResources.preview_css, as: UTF8.self),
      data: [("page", path), ("version", version)])
  }
}
