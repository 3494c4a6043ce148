/// What can be wrong with a notebook; `words` says it.
enum Problem: Equatable {
  // The file
  case missingFile, isDirectory, unreadable(String), tooLarge(Int), binary, notUTF8(offset: Int)
  case emptyFile
  // Front matter and parameters
  case openFrontMatter
  case unknownFrontMatter(String, known: [String])
  case badParameterName(String), multilineParameter(String)
  case undeclaredParameter(String, known: [String])
  // Fences
  case openFence(String), badKind(String), optionInFence(String), lateOption
  case unknownOption(String, known: [String])
  case badLabel(String), duplicateLabel(String, firstLine: Int)
  // YAML
  case brokenYAML(String, context: String?, opening: SourcePosition?)
  case tabInYAML, tagInYAML(String), keyIsNotText, duplicateKey(String, firstLine: Int)
  case tooManyValues(Int), tooManyAliases(Int), nestedTooDeep(Int)
  case notMap(String, found: String)
  case wrongType(String, expected: String, found: String)
  // Claims
  case badClaim(String, ClaimProblem)
  // Prose
  case openMath, malformedValue(String), badFormat(String)

  /// Quarto knows many keys that mean nothing here; everything else stops the run.
  var severity: Diagnostic.Severity {
    if case .unknownFrontMatter = self { return .warning }
    return .error
  }
}
