import Foundation
import Plotting
import Testing

@testable import Reports

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct DrawingSheetTests {
  private static let light = """
    :root { --paper: #ffffff; --ink: #000000; --c1: #204060;
      --c1t: color-mix(in srgb, var(--c1) 50%, var(--ink)); }
    """

  private let style = DrawingStyle(
    light: StyleTokens(Self.light),
    dark: StyleTokens(Self.light).merging(
      StyleTokens(":root { --paper: #000000; --ink: #ffffff; }")),
    rules: """
      /* a { b: c } */ @media print { .ln { stroke: red; } }
      svg .ln, .gone { stroke: var(--ink); stroke-width: 2 }
      .other .ln { fill: none }
      figcaption { margin: 0 }
      """)

  @Test("Only rules that concern the drawing are taken along, with colours written out")
  func rules() {
    let (style, body) = style.apply(
      to: "<path class=\"ln\" d=\"\"/><rect style=\"fill:var(--c1t)\"/>", scope: "a")
    #expect(
      style == """
        #a .paper{fill:#ffffff}
        #a .ln{stroke:#000000;stroke-width:2}
        @media (prefers-color-scheme:dark){
        #a .paper{fill:#000000}
        #a .ln{stroke:#ffffff}
        #a .q0{fill:#90a0b0!important}
        }
        """)
    #expect(body == "<path class=\"ln\" d=\"\"/><rect class=\"q0\" style=\"fill:#102030\"/>")
  }

  @Test("A figure is one XML document without a token or an address of elsewhere")
  func document() throws {
    for figure in [SampleReport.curve, SampleReport.map] {
      let svg = DrawingSheet(figure, style: Stylesheet.ofDrawings(.standard))
        .svg(id: "fig-a", alternative: "a < b & \"c\"")
      let reader = XMLParser(data: Data(svg.utf8))
      #expect(reader.parse(), "\(svg)")
      #expect(svg.contains("<title>a &lt; b &amp; &quot;c&quot;</title>"))
      #expect(!svg.contains("var(") && !svg.contains("color-mix"))
      #expect(svg.components(separatedBy: "http").count == 2)
    }
  }

  @Test("Panels of a row stand side by side, with space around them")
  func layout() {
    let svg = DrawingSheet(SampleReport.map, style: style).svg(id: "m")
    #expect(svg.contains("viewBox=\"0 0 630 52\""))
    #expect(svg.contains("<svg x=\"16\" y=\"16\" width=\"283\""))
    #expect(svg.contains("<svg x=\"331\" y=\"16\" width=\"283\""))
  }
}
