import Experiments
import Plotting

/// JSON for the page's script.
enum JSON {
  /// A string.
  static func string(_ string: String) -> String {
    var text = Text()
    text.append(json: Text(Array(string.utf8)))
    return String(text)
  }

  /// Options with all digits of their numbers, so that the engine reads the same ones.
  static func text(_ value: OptionValue) -> String {
    switch value.content {
    case .null: return "null"
    case .boolean(let flag): return "\(flag)"
    case .number(let number): return CSV.exact(number)
    case .text(let text): return string(String(text))
    case .list(let items): return "[\(items.map(text).joined(separator: ", "))]"
    case .map(let entries):
      let parts = entries.map { "\(string(String($0.key))): \(text($0.value))" }
      return "{\(parts.joined(separator: ", "))}"
    }
  }
}
