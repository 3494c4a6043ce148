/// Reads a fence with braces: its kind, the `#|` lines, the YAML and the claims in it.
struct ExperimentBlockReader {
  let parameters: Parameters

  /// The block of a fence; problems are reported, and what could be read is returned.
  ///
  /// - Returns: nil if the braces name no kind.
  func read(_ fence: Fence, diagnostics: inout Diagnostics) -> ExperimentBlock? {
    guard let kind = kind(fence, &diagnostics) else { return nil }
    let optionLines = fence.body.lines.prefix(while: isOption)
    let bodyLines = fence.body.lines.dropFirst(optionLines.count)
    for line in bodyLines where isOption(line) {
      diagnostics.report(.lateOption, at: line.origin)
    }
    let optionSource = yaml(optionLines.map(withoutMarker), &diagnostics)
    let bodySource = yaml(Array(bodyLines), &diagnostics)
    let options = map(optionSource, "options", &diagnostics)
    var body = map(bodySource, "the body of a block", &diagnostics)
    let claims = takeClaims(&body, from: bodySource, &diagnostics)
    return ExperimentBlock(
      kind: kind, kindPosition: fence.kindPosition,
      options: CellOptionsReader.read(options, diagnostics: &diagnostics),
      body: ConfigurationNode(.map(body), at: bodyLines.first?.origin ?? fence.kindPosition),
      claims: claims, source: fence.body.lines.map(\.text).joined(separator: "\n"),
      lines: fence.lines)
  }

  private func kind(_ fence: Fence, _ diagnostics: inout Diagnostics) -> String? {
    let words = fence.braces.split(whereSeparator: { " ,\t".contains($0) })
    guard let kind = words.first.map(String.init), Label.isValid(kind) else {
      diagnostics.report(.badKind(fence.braces), at: fence.kindPosition)
      return nil
    }
    if words.count > 1 {
      diagnostics.report(.optionInFence(String(words[1])), at: fence.kindPosition)
    }
    return kind
  }

  private func isOption(_ line: ExtractedText.Line) -> Bool { line.text.hasPrefix("#|") }

  /// The text behind `#|` and one space.
  private func withoutMarker(_ line: ExtractedText.Line) -> ExtractedText.Line {
    let count = line.text.hasPrefix("#| ") ? 3 : 2
    return ExtractedText.Line(
      text: String(line.text.dropFirst(count)), origin: line.origin.moved(by: count))
  }

  /// Lines of YAML with the parameters replaced.
  private func yaml(
    _ lines: [ExtractedText.Line], _ diagnostics: inout Diagnostics
  ) -> ExtractedText {
    let isComment = { (line: ExtractedText.Line) in
      Array(line.text.utf8).trimmed.first == UInt8(ascii: "#")
    }
    return ExtractedText(
      lines: lines.map { line in
        isComment(line) ? line : parameters.substituted(in: line, diagnostics: &diagnostics)
      })
  }

  /// The entries of a map in YAML; none if there is nothing to read.
  private func map(
    _ source: ExtractedText, _ subject: String, _ diagnostics: inout Diagnostics
  ) -> [ConfigurationNode.Entry] {
    var reader = YAMLReader(source)
    return reader.readMap(subject, diagnostics: &diagnostics)
  }
}

// MARK: - Claims

extension ExperimentBlockReader {
  /// Removes `expect` from the body and reads its items: a list of claims, or one claim.
  private func takeClaims(
    _ body: inout [ConfigurationNode.Entry], from source: ExtractedText,
    _ diagnostics: inout Diagnostics
  ) -> [Claim] {
    guard let index = body.firstIndex(where: { $0.key == "expect" }) else { return [] }
    let entry = body.remove(at: index)
    switch entry.value.value {
    case .list(let items): return items.compactMap { claim($0, source, &diagnostics) }
    case .null: return []
    default: return claim(entry.value, source, &diagnostics).map { [$0] } ?? []
    }
  }

  private func claim(
    _ node: ConfigurationNode, _ source: ExtractedText, _ diagnostics: inout Diagnostics
  ) -> Claim? {
    guard let text = node.plainText else {
      diagnostics.report(
        .wrongType("expect", expected: "a claim such as 'loss < 0.1'", found: node.summary),
        at: node.position)
      return nil
    }
    let places = ClaimPlaces(of: text, at: node.position, in: source)
    let line = text.split { $0 == " " || $0 == "\t" || $0 == "\n" }.joined(separator: " ")
    do throws(ClaimMistakes) {
      let (condition, mentions) = try ClaimParser.parse(text)
      return Claim(
        text: line, condition: condition,
        mentions: mentions.map { Claim.Mention(metric: $0.metric, position: places[$0.offset]) },
        position: node.position)
    } catch {
      for mistake in error.all {
        diagnostics.report(.badClaim(line, mistake.problem), at: places[mistake.offset])
      }
      return nil
    }
  }
}
