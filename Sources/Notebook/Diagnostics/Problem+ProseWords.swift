extension Problem {
  /// What can be wrong with divisions, footnotes and pictures.
  var proseWords: (message: String, note: String?)? {
    switch self {
    case .openDivision(let head):
      ("the division '\(head)' that begins here has no end", "close it with a line ':::'")
    case .strayDivisionEnd: ("this ':::' closes nothing", nil)
    case .badDivision(let line):
      ("'\(line)' begins no division", "write for example '::: {.callout-note title=\"Why\"}'")
    case .unknownCallout(let name, let known):
      ("unknown callout '\(name)'", suggestion(for: name, among: known))
    case .unknownClass(let name, let nearest):
      ("'.\(name)' means nothing here", nearest.map { "did you mean '.\($0)'?" })
    case .duplicateFootnote(let name, let place):
      ("the footnote '[^\(name)]' is already written in \(place)", nil)
    case .emptyFootnote(let name):
      name.hasPrefix("^")
        ? ("'^[]' is a footnote without text", "write it between the brackets")
        : ("the footnote '[^\(name)]' has no text", "write it behind the colon")
    case .nestedFootnote(let name):
      (
        name.hasPrefix("^")
          ? "a footnote stands within a footnote"
          : "the footnote '[^\(name)]' is referred to within a footnote", "write it in parentheses"
      )
    case .misplacedNote:
      (
        "'^[' begins no footnote in a caption or a link",
        "in a caption write '[^name]', and a line '[^name]: …' for its text"
      )
    case .misplacedAside:
      (
        "only a paragraph has a note in the margin",
        "write it behind the heading or table, between '::: {.aside}' and ':::'"
      )
    case .picture(let source, let problem):
      ("'\(source)' cannot be shown: \(problem.words.message)", problem.words.note)
    default: nil
    }
  }

  /// What can be wrong with BibTeX files.
  var bibliographyWords: (message: String, note: String?)? {
    switch self {
    case .bibliography(let path, let problem, let nearest):
      (
        "the bibliography '\(path)' cannot be read: "
          + (problem == .directory ? "this is a folder" : problem.words.message),
        nearest.map { "did you mean '\($0)'?" } ?? problem.words.note
      )
    case .bibliographyOutside(let path):
      (
        "'\(path)' lies outside of the project",
        "only files in the folder of 'nnbook.yml', or without one in the notebook's, are read"
      )
    case .bibTeX(let expected, let found): ("BibTeX: expected \(expected); found '\(found)'", nil)
    case .openWork(let head):
      ("the entry '\(head)' that begins here has no end", "a brace or a quote is missing")
    case .duplicateWork(let key, let line): ("'\(key)' is already an entry in line \(line)", nil)
    case .unknownString(let name, let known):
      ("no '@string' defines '\(name)'", suggestion(for: name, among: known))
    default: nil
    }
  }
}
