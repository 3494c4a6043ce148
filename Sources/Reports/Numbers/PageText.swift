public import Foundation

/// The words of a report, line by line, without drawings, style and markup.
public enum PageText {
  /// The first line that differs between two pages; nil if only drawings, numbers nobody sees, or
  /// style do.
  public static func firstDifference(_ old: Data, _ new: Data) -> (old: String, new: String)? {
    let (before, after) = (lines(old), lines(new))
    let place = zip(before, after).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let first = place ?? min(before.count, after.count)
    guard first < max(before.count, after.count) else { return nil }
    return (
      first < before.count ? before[first] : "", first < after.count ? after[first] : ""
    )
  }

  private static func lines(_ page: Data) -> [String] {
    let article = body(page).replacing(/<(svg|pre class="metrics")(?s:.*?)<\/(svg|pre)>/, with: "")
    return article.replacing(/<[^>]*>/, with: "").split(separator: "\n").map {
      HTML.unescape(String($0))
    }
  }

  private static func body(_ page: Data) -> String {
    let start = page.range(of: Data("<body".utf8))?.lowerBound ?? page.startIndex
    return String(decoding: page[start...], as: UTF8.self)
  }
}
