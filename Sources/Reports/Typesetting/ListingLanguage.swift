/// The languages of listings by the names that people give them.
enum ListingLanguage {
  /// Names that differ from those of highlight.js's files.
  private static let aliases = [
    "bash": "bash", "c": "cpp", "c++": "cpp", "cc": "cpp", "console": "shell", "cxx": "cpp",
    "docker": "dockerfile", "gyp": "python", "h": "cpp", "hpp": "cpp", "hs": "haskell",
    "html": "xml", "ipython": "python", "js": "javascript", "jsonc": "json", "jl": "julia",
    "jsx": "javascript", "kt": "kotlin", "latex": "tex", "m": "matlab", "make": "makefile",
    "md": "markdown", "mk": "makefile", "ml": "ocaml", "octave": "matlab", "patch": "diff",
    "pl": "perl", "py": "python", "python3": "python", "qmd": "markdown", "rb": "ruby",
    "rs": "rust", "sh": "bash", "shell-session": "shell", "svg": "xml", "toml": "ini",
    "ts": "typescript", "tsx": "typescript", "yml": "yaml", "zsh": "bash",
  ]

  /// Names that ask for no colours.
  private static let plain: Set<String> = [
    "", "none", "plain", "plaintext", "text", "txt", "output",
  ]

  /// The name of highlight.js's file for a language; nil for listings without colours.
  ///
  /// Only letters, digits, `-` and `+` make a name, so that it leads nowhere but into the folder.
  static func file(_ name: String) -> String? {
    let name = name.lowercased()
    guard !plain.contains(name),
      name.unicodeScalars.allSatisfy({
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789-+_".unicodeScalars.contains($0))
      })
    else { return nil }
    return aliases[name] ?? name
  }

  /// The names that are known besides those of the files.
  static var names: [String] { aliases.keys.sorted() }
}
