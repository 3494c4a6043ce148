import Notebook

/// Reads the Markdown of a caption.
enum CaptionReader {
  static func inlines(_ caption: String) -> [Inline] { [.text(caption)] }
}
