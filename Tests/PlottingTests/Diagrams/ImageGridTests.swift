import Foundation
import Testing

@testable import Plotting

@Suite("Image grids")
struct ImageGridTests {
  private func grid(_ count: Int, label: Text = "4 → 6", columns: Int = 8) -> ImageGrid {
    let image = ImageGrid.Image(
      pixels: [Float](repeating: 0.5, count: 64), label: label, remark: "0.97")
    return ImageGrid(
      "Most confident mistakes", remark: "true → read as", imageWidth: 8, imageHeight: 8,
      images: [ImageGrid.Image](repeating: image, count: count), columns: columns)
  }

  @Test(
    "keep texts apart and inside", arguments: [0, 1, 5, 8, 24],
    ["", "4 → 6", "Ankle boot → T-shirt/top"])
  func geometry(count: Int, label: String) {
    for scene in Scene.all(of: .imageGrid(grid(count, label: Text([UInt8](label.utf8))))) {
      scene.expectInside()
      scene.expectReadable()
      scene.expectApart(["frame"])
    }
  }

  @Test("have eight columns, four on a phone")
  func columns() {
    for (scene, columns) in zip(Scene.all(of: .imageGrid(grid(24))), [8, 4]) {
      #expect(Set(scene.rectangles.map(\.box.left)).count == columns)
      #expect(scene.rectangles.count == 24)
    }
  }

  @Test("hold each image as a PNG with crisp pixels")
  func images() throws {
    let markup = markup(.imageGrid(grid(2))).string
    let pattern = /<image class="px" [^>]*href="data:image\/png;base64,([A-Za-z0-9+\/=]+)"\/>/
    let images = markup.matches(of: pattern).map { String($0.1) }
    #expect(images.count == 4)
    let data = try #require(Data(base64Encoded: images[0]))
    #expect([UInt8](data.prefix(4)) == [0x89, 0x50, 0x4E, 0x47])
  }

  @Test("write base64 as everybody does", arguments: 0..<50)
  func base64(count: Int) {
    var random = SeededGenerator(UInt64(count))
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    #expect(Text.base64(bytes).string == Data(bytes).base64EncodedString())
  }
}
