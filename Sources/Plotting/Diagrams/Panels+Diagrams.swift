extension Panel {
  /// The chain rule for one weight; 640 px wide, 350 on a phone.
  public static func chainRule(_ rule: ChainRule) -> Panel { placeholder("Chain rule") }
  /// A heat map, as wide as its cells.
  public static func heatMap(_ map: HeatMap) -> Panel { placeholder("Heat map") }
  /// A confusion matrix, as wide as its cells.
  public static func confusionMatrix(_ matrix: ConfusionMatrix) -> Panel {
    placeholder("Confusion matrix")
  }
  /// A grid of images.
  public static func imageGrid(_ grid: ImageGrid) -> Panel { placeholder("Images") }

  private static func placeholder(_ title: Text) -> Panel {
    Panel(title: title, summary: title, wideWidth: 640, narrowWidth: 350) { width in
      var svg = SVG(width: width, height: 40)
      svg.text(title, 0, 14, class: "lab")
      return svg
    }
  }
}
