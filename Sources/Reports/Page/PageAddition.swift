/// A script with its style that someone puts into his copy of a page: the preview's.
///
///     HTMLReport.render(report, adding: PageAddition(script: script, data: [("page", "/a.html")]))
public struct PageAddition: Sendable {
  /// The text of the script; it must not contain `</script`. It may fetch from where the page is from.
  public var script: String
  /// Rules after those of the page.
  public var style: String
  /// What the script finds in `document.currentScript.dataset`: names of small letters.
  public var data: [(name: String, value: String)]

  /// An addition.
  public init(script: String, style: String = "", data: [(name: String, value: String)] = []) {
    self.script = script
    self.style = style
    self.data = data
  }

  /// The markup for the head of the page.
  var html: HTML {
    let attributes = data.map { item -> HTML in
      " data-\(HTML(escaping: item.name))=\"\(item.value)\""
    }
    let rules: HTML = style.isEmpty ? "" : "<style>\(HTML(raw: style))</style>\n"
    return "\n\(rules)<script\(attributes.joined())>\(HTML(raw: script))</script>"
  }
}
