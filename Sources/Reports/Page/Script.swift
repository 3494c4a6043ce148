/// The script of a page: its parts in a fixed order, in a scope of their own but for what live
/// figures use, too.
enum Script {
  /// The whole script.
  static let text: String = {
    let parts = [
      PackageResources.base_js, PackageResources.theme_js, PackageResources.save_js,
      PackageResources.contents_js, PackageResources.addresses_js, PackageResources.values_js,
      PackageResources.series_js, PackageResources.readers_js, PackageResources.tip_js,
      PackageResources.linked_js, PackageResources.rows_js, PackageResources.zoom_js,
      PackageResources.start_js,
    ]
    let body = parts.map { String(decoding: $0, as: UTF8.self) }.joined()
    let shared = String(decoding: PackageResources.copy_js, as: UTF8.self)
    return "\(shared)(() => {\n'use strict';\n\(body)})();\n"
  }()
}
