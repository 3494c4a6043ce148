extension Browser {
  /// The value of a script about a live figure, which is ready: `LiveTests.words` are before it.
  func value<Value: Decodable & Sendable>(of figure: String, _ script: String) throws -> Value {
    try value("(async () => {\(BrowserTests.LiveTests.words(about: figure))\(script)})()")
  }

  /// The middle of an element on the screen, to which the page is scrolled if need be.
  func place(of selector: String, at figure: String) throws -> (x: Double, y: Double) {
    let place: [Double] = try value(
      of: figure,
      """
      const shown = figure.querySelector('\(selector)') ?? document.querySelector('\(selector)');
      shown.scrollIntoView({ behavior: 'instant', block: 'center' });
      const box = shown.getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
      """)
    return (place[0], place[1])
  }
}
