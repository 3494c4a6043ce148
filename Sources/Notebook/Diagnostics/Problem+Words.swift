extension Problem {
  /// The one place where problems become sentences: what was found and what was expected.
  var words: (message: String, note: String?) {
    switch self {
    case .file(let problem): problem.words
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
    case .tooManyVariants(let count, let limit):
      (
        "the matrix has \(count == .max ? "too many" : "\(count)") variants; the limit is \(limit)",
        nil
      )
    case .duplicateValue(let name, let value):
      ("'\(name)' takes the value '\(value)' twice", nil)
    case .unknownProfile(let name, let known):
      ("no profile is called '\(name)'", suggestion(for: name, among: known))
    case .openFence(let kind): ("the block '{\(kind)}' that begins here has no closing fence", nil)
    case .badKind(let text):
      ("'{\(text)}' names no experiment", "write a name such as '{lr-sweep}'")
    case .optionInFence(let word):
      ("'\(word)' stands in the fence", "options are lines '#| name: value' below it")
    case .lateOption: ("a '#|' line below the body has no effect", "move it to the block's top")
    case .unknownOption(let name, let known):
      ("unknown cell option '\(name)'", suggestion(for: name, among: known))
    case .sizeBeyondPage(let name, let found, let range):
      (
        "'\(name)' is \(inches(found)) inches and becomes "
          + inches(min(range.upperBound, max(range.lowerBound, found))),
        "a page has room for \(inches(range.lowerBound)) to \(inches(range.upperBound)) inches of "
          + "96 pixels"
      )
    case .badLabel(let label): ("'\(label)' cannot be a label", Problem.nameRule)
    case .duplicateLabel(let label, let place):
      ("label '\(label)' is already used in \(place)", nil)
    case .labelIncludedTwice(let label):
      (
        "label '\(label)' is there twice: the file is included twice",
        "include it once, in the file that uses it first"
      )
    case .openMath: ("the formula that '$$' opens here has no end", "close it with a line '$$'")
    case .equationLabel(let label):
      ("'\(label)' cannot be the label of a formula", "write '{#eq-\(label)}'")
    case .malformedValue(let text):
      ("'{\(text)}' names no result", "write `{label.metric}` or `{label.metric | %.3g}`")
    case .badFormat(let format):
      (
        "'\(format)' is no number format",
        "write % and one of d i e f g, such as '%.3g'; width and precision up to 99"
      )
    case .badClaim(let text, let problem):
      ("the claim '\(Claim.shortText(text))' \(problem.words.message)", problem.words.note)
    default: proseWords ?? bibliographyWords ?? includeWords ?? projectWords ?? yamlWords
    }
  }

  private static let nameRule = "use letters, digits, '-' and '_', a letter first"
}

// MARK: - Includes

extension Problem {
  private var includeWords: (message: String, note: String?)? {
    switch self {
    case .include(let path, let problem, let nearest):
      (
        "'\(path)' cannot be included: \(problem.words.message)",
        nearest.map { "did you mean '\($0)'?" } ?? problem.words.note
      )
    case .includeOutside(let path):
      (
        "'\(path)' lies outside of the project",
        "only files in the folder of 'nnbook.yml', or without one in the notebook's, are read"
      )
    case .circularInclude(let chain):
      ("the include is circular: \(chain.joined(separator: " → "))", nil)
    case .includeTooDeep(let limit): ("includes within includes, more than \(limit) deep", nil)
    case .tooManyIncludes(let limit): ("more than \(limit) includes in one notebook", nil)
    case .includesTooLarge(let limit):
      ("with this file the notebook is larger than \(limit >> 20) MiB, which is the limit", nil)
    case .includeWithoutPath:
      ("'{include}' names no file", "write for example '{include} shared/definitions.md'")
    case .includeBody:
      ("an include has no body, and this line no effect", "close the fence in the next line")
    case .includedFrontMatter(let key):
      ("'\(key)' has no effect in an included file", "only 'params' is read there")
    default: nil
    }
  }
}

// MARK: - Projects

extension Problem {
  private var projectWords: (message: String, note: String?)? {
    switch self {
    case .unknownProjectKey(let key, let known):
      ("unknown key '\(key)' in the project file", suggestion(for: key, among: known))
    case .missingChapter(let path, let nearest):
      ("there is no chapter '\(path)'", nearest.map { "did you mean '\($0)'?" })
    case .chapterOutside(let path):
      (
        "'\(path)' lies outside of the project",
        "chapters lie in the project file's folder or below"
      )
    case .chapterTwice(let path, let line):
      ("chapter '\(path)' is already listed in line \(line)", nil)
    default: nil
    }
  }
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

/// A number of inches without a needless `.0`.
private func inches(_ size: Double) -> String {
  let text = "\(size)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
