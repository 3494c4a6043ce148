import Foundation
import Testing

/// Live figures under a reader's hands in Firefox, which has sliders, fields, focus, and parts of
/// WebAssembly of its own.
extension FirefoxTests {
  @Test(
    "computes live figures that equal what is printed", arguments: BrowserTests.LiveTests.figures)
  func live(figure: String) async throws {
    let state = try await states(
      figure,
      "press('Verify'); await isIn('verified', 'differs');"
        + " return [figure.dataset.verified, status()];")
    #expect(state[0] == "true", "\(state)")
  }

  @Test("moves sliders, fields, choices and switches of live figures by keys")
  func keys() async throws {
    let focus = { (part: String) in "figure.querySelector('\(part)').focus(); return [];" }
    _ = try await states("fig-pass", focus("[type=range]"))
    try await firefox.press(.right, .right)
    #expect(try await status("fig-pass") == "Changed by you: Input 0.9, −0.3.")
    _ = try await states(
      "fig-pass",
      "const field = figure.querySelectorAll('.val')[1]; field.focus(); field.select(); return [];",
      isNew: false)
    try await firefox.type("1.25")
    try await firefox.press(.tab)
    #expect(try await status("fig-pass") == "Changed by you: Input 0.9, 1.25.")
    _ = try await states("fig-pass", focus("[type=radio]:checked"), isNew: false)
    try await firefox.press(.right)
    #expect(
      try await status("fig-pass")
        == "Changed by you: Input 0.9, 1.25; Activation relu instead of tanh.")
    _ = try await states(
      "fig-play", "figure.querySelector('.further').open = true; " + focus("[role=switch]"),
      isNew: false)
    try await firefox.press(.space)
    #expect(try await status("fig-play").contains(" on instead of off"))
    try await firefox.press(.enter)
    #expect(try await status("fig-play") == "As printed: seed 7.")
    #expect(try await firefox.log() == [])
  }

  @Test(
    "draws numbers of live figures with the pointer, and takes that back",
    arguments: [
      ("svg.w [data-of=\"input 0\"] circle", "Input 1.3, −0.3"),
      (
        "svg.w [data-of=\"weights 8\"] path",
        "Weights 0.5, −0.3, 0.8, 0.2, 0.7, −0.4, 0.6, −0.5, 0.8"
      ),
      (".num", "Weights 1, −0.3, 0.8, 0.2, 0.7, −0.4, 0.6, −0.5, 0.3"),
    ])
  func drag(part: String, sentence: String) async throws {
    let place = try await place("fig-pass", part)
    try await firefox.drag(from: place, to: (place.x + 20, place.y))
    #expect(try await status("fig-pass") == "Changed by you: \(sentence).")
    let states = try await states(
      "fig-pass",
      """
      const name = 'fig-pass', hash = location.hash.startsWith(`#${name}?`);
      press('Keep beside');
      press('Undo');
      await isIn('printed');
      return [String(hash), String(figure.querySelectorAll('.kept svg.w').length), status()];
      """, isNew: false)
    #expect(states == ["true", "1", "As printed."])
  }

  @Test("takes points that are clicked and typed, and gives points and blocks back")
  func points() async throws {
    _ = try await states(
      "fig-play",
      """
      figure.querySelector('.points').open = true;
      figure.querySelector('.points [value="class 1"]').click();
      return [];
      """)
    let map = try await place("fig-play", "svg[data-points]", isNew: false)
    try await firefox.click(map.x, map.y)
    _ = try await states("fig-play", "await isIn('changed'); return [];", isNew: false)
    #expect(try await status("fig-play") == "Changed by you: Points of your own 201 rows.")
    _ = try await states(
      "fig-play",
      "const field = figure.querySelector('textarea'); field.value = ''; field.focus(); return [];",
      isNew: false)
    try await firefox.type("0,0,0\u{E007}1;1;1\u{E007}-1 1 0")
    try await firefox.press(.tab)
    #expect(try await status("fig-play") == "Changed by you: Points of your own 3 rows.")
    let copies = try await states(
      "fig-play",
      """
      const copies = [];
      navigator.clipboard.writeText = async (text) => { copies.push(text); };
      figure.querySelector('.points .btn').click();
      figure.querySelector('.tools .block').click();
      await until(() => copies.length === 2);
      return copies;
      """, isNew: false)
    #expect(copies[0] == "x,y,class\n0,0,0\n1,1,1\n-1,1,0")
    #expect(copies[1].contains("[[0, 0, 0], [1, 1, 1], [-1, 1, 0]]"), "\(copies)")
    #expect(try await firefox.log() == [])
  }

  /// What a script about a figure comes to, in a page that is opened for it or open.
  private func states(_ figure: String, _ script: String, isNew: Bool = true) async throws
    -> [String]
  {
    if isNew { try await open(figure, of: .live) }
    return try await firefox.value(
      "(async () => {\(BrowserTests.LiveTests.words(about: figure))\(script)})()")
  }

  /// What a figure says when it rests.
  private func status(_ figure: String) async throws -> String {
    try await states(figure, "await isIn('printed', 'changed'); return [status()];", isNew: false)[
      0]
  }

  /// The middle of an element that is seen.
  private func place(_ figure: String, _ selector: String, isNew: Bool = true) async throws
    -> (x: Double, y: Double)
  {
    let texts = try await states(
      figure,
      """
      const part = [...figure.querySelectorAll('\(selector)')]
        .find((one) => one.getBoundingClientRect().height > 0);
      part.scrollIntoView({ block: 'center', behavior: 'instant' });
      await new Promise(requestAnimationFrame);
      const box = part.getBoundingClientRect();
      return [String(box.x + box.width / 2), String(box.y + box.height / 2)];
      """, isNew: isNew)
    let numbers = texts.compactMap(Double.init)
    return (numbers[0], numbers[1])
  }
}
