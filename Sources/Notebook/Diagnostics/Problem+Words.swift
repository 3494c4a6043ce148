extension Problem {
  /// The one place where problems become sentences: what was found and what was expected.
  var words: (message: String, note: String?) {
    switch self {
    case .missingFile: ("there is no such file", nil)
    case .isDirectory: ("this is a directory, not a notebook", nil)
    case .unreadable(let reason): ("the file cannot be read: \(reason)", nil)
    case .tooLarge(let limit):
      ("the file is larger than \(limit >> 20) MiB, which is the limit", nil)
    case .binary: ("this is a binary file, not a notebook: it holds a zero byte", nil)
    case .notUTF8(let offset):
      ("the file is not UTF-8: byte \(offset) begins no character", "save it as UTF-8")
    case .emptyFile: ("the file is empty", "'nnbook init' writes a notebook to start from")
    case .openFrontMatter:
      ("the front matter that begins here has no end", "close it with a line '---'")
    case .unknownFrontMatter(let key, let known):
      ("unknown front matter key '\(key)'", suggestion(for: key, among: known))
    case .badParameterName(let name):
      ("'\(name)' cannot be a parameter's name", Problem.nameRule)
    case .multilineParameter(let name):
      ("the value of parameter '\(name)' has more than one line", nil)
    case .undeclaredParameter(let name, let known):
      (
        "parameter '\(name)' is not declared",
        known.isEmpty
          ? "declare it under 'params:' in the front matter" : suggestion(for: name, among: known)
      )
    case .openFence(let kind): ("the block '{\(kind)}' that begins here has no closing fence", nil)
    case .badKind(let text):
      ("'{\(text)}' names no experiment", "write a name such as '{lr-sweep}'")
    case .optionInFence(let word):
      ("'\(word)' stands in the fence", "options are lines '#| name: value' below it")
    case .lateOption: ("a '#|' line below the body has no effect", "move it to the block's top")
    case .unknownOption(let name, let known):
      ("unknown cell option '\(name)'", suggestion(for: name, among: known))
    case .badLabel(let label): ("'\(label)' cannot be a label", Problem.nameRule)
    case .duplicateLabel(let label, let line):
      ("label '\(label)' is already used in line \(line)", nil)
    case .openMath: ("the formula that '$$' opens here has no end", "close it with a line '$$'")
    case .malformedValue(let text):
      ("'{\(text)}' names no result", "write `{label.metric}` or `{label.metric | %.3g}`")
    case .badFormat(let format):
      (
        "'\(format)' is no number format",
        "write % and one of d i e f g, such as '%.3g'; width and precision up to 99"
      )
    case .badClaim(let text, let problem):
      ("the claim '\(Claim.shortText(text))' \(problem.words.message)", problem.words.note)
    default: yamlWords
    }
  }

  private static let nameRule = "use letters, digits, '-' and '_', a letter first"
}

// MARK: - YAML

extension Problem {
  private var yamlWords: (message: String, note: String?) {
    switch self {
    case .brokenYAML(let problem, let context, let opening):
      (
        "YAML: \(problem.hasPrefix("but ") ? problem.dropFirst(4) : problem[...])",
        opening.map { "\(context ?? "begun") in line \($0.line), column \($0.column)" }
      )
    case .tabInYAML: ("a tab in the indentation", "YAML is indented with spaces")
    case .tagInYAML(let tag): ("the YAML tag '\(tag)' means nothing here", nil)
    case .keyIsNotText: ("a key must be text; found a list or a map", nil)
    case .duplicateKey(let key, let line): ("'\(key)' is already given in line \(line)", nil)
    case .tooManyValues(let limit): ("more than \(limit) values in one block", nil)
    case .tooManyAliases(let limit): ("more than \(limit) aliases in one block", nil)
    case .nestedTooDeep(let limit): ("nested more than \(limit) levels deep", nil)
    case .notMap(let subject, let found):
      ("\(subject) must be 'name: value' lines; found \(found)", nil)
    case .wrongType(let name, let expected, let found):
      ("'\(name)' must be \(expected); found \(found)", nil)
    default: ("\(self)", nil)
    }
  }
}
