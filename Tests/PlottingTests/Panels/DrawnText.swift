import Foundation

@testable import Plotting

/// A line of text read back from a drawing, with the room that it needs.
struct DrawnText {
  var content: String
  var box: Box

  /// All lines of text of a drawing.
  static func all(in svg: SVG) -> [DrawnText] {
    let markup = svg.body.string
    let element = /<text(?<attributes>[^>]*)>(?<content>.*?)<\/text>/
    return markup.matches(of: element).map {
      DrawnText(attributes: String($0.attributes), content: String($0.content))
    }
  }

  private init(attributes: String, content: String) {
    func value(_ name: String) -> String? {
      attributes.components(separatedBy: " \(name)=\"").dropFirst().first?
        .components(separatedBy: "\"").first
    }
    let names = Set((value("class") ?? "").split(separator: " "))
    let parts = content.components(separatedBy: "<tspan class=\"unit\" dx=\"8\">")
    let size = names.contains("lab") ? 12.5 : names.contains("ttl") ? 13 : 12
    let isBold = !names.isDisjoint(with: ["lab", "ttl", "b"])
    var width = DrawnText.text(parts[0]).width(size: size, bold: isBold)
    if parts.count > 1 { width += 8 + DrawnText.text(parts[1]).width(size: 12) }
    let x = Double(value("x") ?? "") ?? .nan
    let y = Double(value("y") ?? "") ?? .nan
    let left =
      switch value("text-anchor") {
      case "middle": x - width / 2
      case "end": x - width
      default: x
      }
    self.content = content
    // The height of digits and capitals: lines 15 px apart do not touch.
    box = Box(left: left, top: y - 0.75 * size, right: left + width, bottom: y + 0.2 * size)
  }

  private static func text(_ markup: String) -> Text {
    let plain = markup.replacing("</tspan>", with: "").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    return Text([UInt8](plain.utf8))
  }
}
