import Foundation
import Testing

@testable import Plotting

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads the elements of drawings; markup that is not well-formed fails the test.
final class SceneReader: NSObject, XMLParserDelegate {
  private struct TextElement {
    var attributes: [String: String]
    /// Pieces of text with the class and style of their `<tspan>`.
    var parts: [(text: String, attributes: [String: String])] = []
  }

  private var scenes: [Scene] = []
  private var text: TextElement?
  private var span: [String: String] = [:]

  /// The drawings in the markup of a panel.
  static func scenes(in markup: String) -> [Scene] {
    let reader = SceneReader()
    let parser = XMLParser(data: Data("<panel>\(markup)</panel>".utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    return reader.scenes
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    func number(_ name: String) -> Double { attributes[name].flatMap { Double($0) } ?? .nan }
    let last = scenes.count - 1
    switch name {
    case "svg": scenes.append(Scene(width: number("width"), height: number("height")))
    case "text": text = TextElement(attributes: attributes)
    case "tspan": span = attributes
    case "rect":
      let (x, y) = (number("x"), number("y"))
      scenes[last].rectangles.append(
        shape(attributes, x, y, x + number("width"), y + number("height")))
    case "circle":
      let (x, y, r) = (number("cx"), number("cy"), number("r"))
      scenes[last].circles.append(shape(attributes, x - r, y - r, x + r, y + r))
    case "line":
      let ends = [
        Point(x: number("x1"), y: number("y1")), Point(x: number("x2"), y: number("y2")),
      ]
      scenes[last].lines.append((name: attributes["class"] ?? "", points: ends))
    case "path":
      scenes[last].lines.append(
        (name: attributes["class"] ?? "", points: corners(attributes["d"] ?? "")))
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    text?.parts.append((text: characters, attributes: span))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    if name == "tspan" { span = [:] }
    guard name == "text", let text else { return }
    scenes[scenes.count - 1].labels.append(label(text))
    self.text = nil
  }

  private func shape(
    _ attributes: [String: String], _ left: Double, _ top: Double, _ right: Double,
    _ bottom: Double
  ) -> Scene.Shape {
    Scene.Shape(
      classes: classes(attributes), box: Box(left: left, top: top, right: right, bottom: bottom),
      style: attributes["style"] ?? "")
  }

  private func classes(_ attributes: [String: String]) -> Set<String> {
    Set((attributes["class"] ?? "").split(separator: " ").map { String($0) })
  }

  /// A label with the room that its font needs: the height of digits and capitals.
  private func label(_ element: TextElement) -> Scene.Label {
    let classes = classes(element.attributes)
    let isBold = !classes.isDisjoint(with: ["lab", "ttl", "vname", "vg", "b"])
    let size = size(classes, element.attributes["style"])
    var width = 0.0
    for part in element.parts {
      let isUnit = part.attributes["class"] == "unit"
      let isLowered = part.attributes["style"] == "font-size:.75em"
      width += Text([UInt8](part.text.utf8)).width(
        size: isUnit ? 12 : isLowered ? 0.75 * size : size, bold: isBold && !isUnit)
      if isUnit { width += 8 }
    }
    let x = element.attributes["x"].flatMap { Double($0) } ?? .nan
    let y = element.attributes["y"].flatMap { Double($0) } ?? .nan
    let anchor = element.attributes["text-anchor"]
    let left = anchor == "middle" ? x - width / 2 : anchor == "end" ? x - width : x
    return Scene.Label(
      content: element.parts.map(\.text).joined(), classes: classes,
      box: Box(left: left, top: y - 0.75 * size, right: left + width, bottom: y + 0.2 * size))
  }

  /// The font size of the page's classes.
  private func size(_ classes: Set<String>, _ style: String?) -> Double {
    if let style, style.hasPrefix("font-size:") {
      return Double(style.dropFirst(10).dropLast(2)) ?? .nan
    }
    let isSmall = classes.contains("sm")
    if classes.contains("nv") { return isSmall ? 10.5 : 11.5 }
    if isSmall { return 11 }
    return classes.contains("lab") ? 12.5 : classes.isDisjoint(with: ["ttl", "ops"]) ? 12 : 13
  }

  /// The corners of a path of straight pieces: the commands `M`, `l`, `h`, `v`, `z`.
  private func corners(_ data: String) -> [Point] {
    var points: [Point] = []
    var pen = Point(x: 0, y: 0)
    var command = UInt8(ascii: "M")
    var numbers: [Double] = []
    var digits: [UInt8] = []
    func take() {
      if let number = Double(String(decoding: digits, as: UTF8.self)) { numbers.append(number) }
      digits = []
    }
    func draw() {
      take()
      switch (command, numbers.count) {
      case (UInt8(ascii: "M"), 2): pen = Point(x: numbers[0], y: numbers[1])
      case (UInt8(ascii: "l"), 2): pen = pen + Point(x: numbers[0], y: numbers[1])
      case (UInt8(ascii: "h"), 1): pen.x += numbers[0]
      case (UInt8(ascii: "v"), 1): pen.y += numbers[0]
      default: return
      }
      points.append(pen)
    }
    for byte in data.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "M"):
        draw()
        (command, numbers) = (byte, [])
      case UInt8(ascii: " "): take()
      case UInt8(ascii: "-"):
        take()
        digits = [byte]
      default: digits.append(byte)
      }
    }
    draw()
    return points
  }
}
