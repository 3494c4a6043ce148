/// A key of the keyboard, by the name that pages hear.
enum Key: String {
  case tab = "Tab"
  case enter = "Enter"
  case escape = "Escape"
  case left = "ArrowLeft"
  case right = "ArrowRight"
  case up = "ArrowUp"
  case down = "ArrowDown"
  case home = "Home"
  case end = "End"
  case plus = "+"
  case space = " "
  case slash = "/"

  /// Its code for Windows, which Chromium goes by.
  var windowsCode: Int {
    switch self {
    case .tab: 9
    case .enter: 13
    case .escape: 27
    case .left: 37
    case .up: 38
    case .right: 39
    case .down: 40
    case .home: 36
    case .end: 35
    case .plus: 187
    case .space: 32
    case .slash: 191
    }
  }

  /// Its place among the keys of WebDriver, which Firefox goes by.
  var webDriverCode: String {
    switch self {
    case .tab: "\u{E004}"
    case .enter: "\u{E007}"
    case .escape: "\u{E00C}"
    case .end: "\u{E010}"
    case .home: "\u{E011}"
    case .left: "\u{E012}"
    case .up: "\u{E013}"
    case .right: "\u{E014}"
    case .down: "\u{E015}"
    case .plus, .space, .slash: rawValue
    }
  }

  /// What it types.
  var text: String? {
    switch self {
    case .enter: "\r"
    case .plus, .space, .slash: rawValue
    default: nil
    }
  }
}
