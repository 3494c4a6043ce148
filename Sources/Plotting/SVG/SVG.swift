/// The inside of one drawing: elements in drawing order, styled by classes only.
///
/// Coordinates are CSS pixels with y downwards, written with one decimal. Colours come from the
/// page's classes and variables, so that one drawing serves light, dark and print.
public struct SVG: Sendable {
  /// Width in CSS pixels.
  public let width: Double
  /// Height in CSS pixels.
  public internal(set) var height: Double
  /// The elements so far.
  public private(set) var body = Text()

  /// Attributes of the whole drawing for the page's script; see `SVG+Hooks.swift`.
  public private(set) var hooks = Text()

  /// An empty drawing.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
    body.reserve(4096)
  }

  /// A drawing that was made before.
  public init(width: Double, height: Double, body: Text, hooks: Text) {
    self.width = width
    self.height = height
    self.body = body
    self.hooks = hooks
  }

  /// Where a text's position lies on it.
  public enum Anchor: Sendable {
    case start, middle, end
  }

  /// Adds a straight line.
  public mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, class name: StaticString,
    style: Text = ""
  ) {
    open("line", name, style)
    attribute("x1", x1)
    attribute("y1", y1)
    attribute("x2", x2)
    attribute("y2", y2)
    body.append("/>")
  }

  /// Adds a rectangle; `radius` rounds its corners.
  public mutating func rectangle(
    _ x: Double, _ y: Double, width: Double, height: Double, radius: Double = 0,
    class name: StaticString = "", style: Text = ""
  ) {
    open("rect", name, style)
    attribute("x", x)
    attribute("y", y)
    attribute("width", width)
    attribute("height", height)
    if radius > 0 { attribute("rx", radius) }
    body.append("/>")
  }

  /// Adds a circle.
  public mutating func circle(
    _ x: Double, _ y: Double, radius: Double, class name: StaticString, style: Text = ""
  ) {
    open("circle", name, style)
    attribute("cx", x)
    attribute("cy", y)
    attribute("r", radius)
    body.append("/>")
  }

  /// Adds a path.
  public mutating func path(_ path: Path, class name: StaticString = "", style: Text = "") {
    guard !path.data.isEmpty else { return }
    open("path", name, style)
    body.append(" d=\"")
    body.append(path.data)
    body.append("\"/>")
  }

  /// Adds a line of text; `y` is the baseline.
  public mutating func text(
    _ text: Text, _ x: Double, _ y: Double, class name: StaticString = "",
    anchor: Anchor = .start, style: Text = ""
  ) {
    var markup = Text()
    markup.append(escaped: text)
    self.text(markup: markup, x, y, class: name, anchor: anchor, style: style)
  }

  /// Adds a line of text that is markup already: words with `<tspan>` elements between them.
  public mutating func text(
    markup: Text, _ x: Double, _ y: Double, class name: StaticString = "",
    anchor: Anchor = .start, style: Text = ""
  ) {
    open("text", name, style)
    attribute("x", x)
    attribute("y", y)
    switch anchor {
    case .start: break
    case .middle: body.append(" text-anchor=\"middle\"")
    case .end: body.append(" text-anchor=\"end\"")
    }
    body.append(">")
    body.append(markup)
    body.append("</text>")
  }

  /// Adds markup as it is, for what no other call writes (an image, say).
  public mutating func raw(_ markup: Text) { body.append(markup) }

  /// Adds a group with a class or style around what `draw` adds.
  public mutating func group(
    class name: StaticString = "", style: Text = "", _ draw: (inout SVG) -> Void
  ) {
    open("g", name, style)
    body.append(">")
    draw(&self)
    body.append("</g>")
  }

  /// Adds an attribute to the whole drawing.
  mutating func addHook(_ name: StaticString, _ value: Text) {
    hooks.append(" data-")
    hooks.append(name)
    hooks.append("=\"")
    hooks.append(escaped: value)
    hooks.append("\"")
  }

  private mutating func open(_ element: StaticString, _ name: StaticString, _ style: Text) {
    body.append("<")
    body.append(element)
    if name.utf8CodeUnitCount > 0 {
      body.append(" class=\"")
      body.append(name)
      body.append("\"")
    }
    if !style.isEmpty {
      body.append(" style=\"")
      body.append(style)
      body.append("\"")
    }
  }

  private mutating func attribute(_ name: StaticString, _ value: Double) {
    body.append(" ")
    body.append(name)
    body.append("=\"")
    body.append(coordinate: value)
    body.append("\"")
  }
}

extension Text {
  /// Appends a coordinate: at most one decimal, no `-0`, ASCII minus.
  @inline(never)
  mutating func append(coordinate x: Double) {
    guard x.isFinite, x.magnitude < 1e9 else { return append(byte: UInt8(ascii: "0")) }
    let tenths = UInt64((x.magnitude * 10).rounded(.toNearestOrEven))
    if x < 0, tenths > 0 { append(byte: UInt8(ascii: "-")) }
    append(digits: tenths / 10, grouped: false)
    if tenths % 10 > 0 {
      append(byte: UInt8(ascii: "."))
      append(digits: tenths % 10, grouped: false)
    }
  }

  /// Appends `text` with the characters that XML reserves escaped.
  @inline(never)
  public mutating func append(escaped text: Text) {
    for byte in text.bytes {
      switch byte {
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "\""): append("&quot;")
      default: append(byte: byte)
      }
    }
  }
}
