/// What can be wrong with a notebook; `words` says it.
enum Problem: Equatable {
  // The file
  case file(FileProblem), emptyFile
  // Includes
  case include(String, FileProblem, nearest: String?), includeOutside(String), circularInclude(
    [String])
  case includeTooDeep(Int), tooManyIncludes(Int), includesTooLarge(Int)
  case includeWithoutPath, includeBody, includedFrontMatter(String)
  // Front matter and parameters
  case openFrontMatter
  case unknownFrontMatter(String, known: [String])
  case badParameterName(String), multilineParameter(String)
  case undeclaredParameter(String, known: [String])
  case unknownProfile(String, known: [String])
  case tooManyVariants(Int, limit: Int), duplicateValue(String, String)
  case bibliography(String, FileProblem, nearest: String?), bibliographyOutside(String)
  // Bibliographies
  case bibTeX(expected: String, found: String), openWork(String)
  case duplicateWork(String, firstLine: Int), unknownString(String, known: [String])
  // The project file
  case unknownProjectKey(String, known: [String])
  case missingChapter(String, nearest: String?), chapterOutside(String)
  case chapterTwice(String, firstLine: Int)
  // Fences
  case openFence(String), badKind(String), optionInFence(String), lateOption
  case unknownOption(String, known: [String])
  case sizeBeyondPage(String, found: Double, ClosedRange<Double>)
  case badLabel(String), duplicateLabel(String, first: String), labelIncludedTwice(String)
  // YAML
  case brokenYAML(String, context: String?, opening: SourcePosition?)
  case tabInYAML, tagInYAML(String), keyIsNotText, duplicateKey(String, firstLine: Int)
  case tooManyValues(Int), tooManyAliases(Int), nestedTooDeep(Int)
  case notMap(String, found: String)
  case wrongType(String, expected: String, found: String)
  // Claims
  case badClaim(String, ClaimProblem)
  // Prose
  case openDivision(String), strayDivisionEnd, badDivision(String)
  case unknownCallout(String, known: [String]), unknownClass(String, nearest: String?)
  case duplicateFootnote(String, first: String), emptyFootnote(String), nestedFootnote(String)
  case misplacedNote, misplacedAside
  case picture(String, PictureProblem)
  case openMath, equationLabel(String), malformedValue(String), badFormat(String)

  /// Quarto knows many keys that mean nothing here, what is included may be a notebook by itself,
  /// and a figure is drawn as large as the page allows; everything else stops the run.
  var severity: Diagnostic.Severity {
    switch self {
    case .unknownFrontMatter, .includedFrontMatter, .unknownClass, .unknownString,
      .misplacedNote, .misplacedAside, .sizeBeyondPage:
      .warning
    default: .error
    }
  }
}
