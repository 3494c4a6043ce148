import Kernels

/// Images within borders of zeros; made by gradient rules only, so it has none of its own.
final class Pad: Operation {
  let windows: Windows
  init(_ windows: Windows) { self.windows = windows }
  var name: Name { "pad" }

  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { padded(inputs[0]) }

  func padded(_ images: Shape) -> Shape {
    images.withImage(windows.padded(images.image), channels: images.columns)
  }

  func emit(_ site: Site, into steps: inout [Step]) {
    steps.append(site.pad(windows, to: site.out))
  }
}

extension Site {
  /// A step that copies the first input within zeros.
  func pad(_ windows: Windows, to out: Buffer) -> Step {
    let images = shapes[0]
    var step = step(kernels.pad, units: images.count < splitElements ? 1 : images[0])
    step.out = out
    step.window = windows.window(on: images, places: images)
    return step
  }
}
