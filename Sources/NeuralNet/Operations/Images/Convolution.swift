import Kernels

/// `y[p, f] = b[f] + Σ_k x[p · stride + k · dilation − padding] W[k, f]`: the cross-correlation of
/// images and filters.
///
/// Each element is one chain over k = (row, column, channel) of the window, ascending, from its bias;
/// padding is zeros that take part.
///
/// - Shapes: x `[batch, height, width, channels]`, W `[height, width, channels / groups, filters]`,
///   b `[filters]`, y `[batch, places, filters]`; or the same without height.
final class Convolution: Operation {
  let windows: Windows
  init(_ windows: Windows) { self.windows = windows }

  var name: Name { "convolution" }
  /// The padded images are made whether a gradient reads them or not.
  var traits: Traits { Traits(appliesFunctions: true, needsExtras: true) }

  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape {
    let x = inputs[0], places = try windows.places(x.image, name)
    return x.withImage(places, channels: inputs[1].columns)
  }

  /// The padded images, for the gradient of the filters too.
  func extras(_ inputs: [Shape], _ shape: Shape) -> [Shape] {
    windows.isPadding ? [Pad(windows).padded(inputs[0])] : []
  }

  func multiplyAdds(_ inputs: [Shape], _ shape: Shape) -> Int {
    shape.count * (inputs[1].count / shape.columns)
  }

  func emit(_ site: Site, into steps: inout [Step]) {
    var images = site.shapes[0]
    let rows = images[0] * site.shape.image.height
    var step = site.step(
      site.kernels.convolution, units: site.units(rows, multiplyAdds(site.shapes, site.shape)))
    if windows.isPadding, let padded = site.extras[0] {
      steps.append(site.pad(windows, to: padded))
      step.a = UnsafePointer(padded)
      images = Pad(windows).padded(images)
    }
    step.start = site.inputs.count > 2 ? UnsafePointer(site.inputs[2]) : nil
    step.window = windows.window(on: images, places: site.shape, padding: 0)
    steps.append(step)
  }

  func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    let inputs = graph[y].inputs, x = inputs[0], filters = inputs[1]
    let padded = windows.isPadding ? Value(index: y.index, part: 1) : x
    let images = ConvolutionImages(windows, images: graph.shape(x))
    let slopes = ConvolutionFilters(windows, filters: graph.shape(filters))
    var parts: [Value?] = [
      graph.insert(images, [dy, filters], graph.shape(x)),
      graph.insert(slopes, [padded, dy], graph.shape(filters)),
    ]
    if inputs.count > 2 {
      parts.append(graph.insert(SumRows.shared, [dy], graph.shape(inputs[2])))
    }
    return parts
  }
}

/// `dW[k, f] = Σ_p x[p · stride + k · dilation] dy[p, f]`, one chain over all images and places.
///
/// - Shapes: x padded, dy `[batch, places, filters]`, perhaps a start of the filters' shape.
final class ConvolutionFilters: Operation {
  let windows: Windows
  let filters: Shape
  init(_ windows: Windows, filters: Shape) {
    self.windows = windows
    self.filters = filters
  }

  var name: Name { "convolution" }
  var traits: Traits { Traits(takesStart: true) }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { filters }

  func multiplyAdds(_ inputs: [Shape], _ shape: Shape) -> Int {
    inputs[1].count * (shape.count / shape.columns)
  }

  func emit(_ site: Site, into steps: inout [Step]) {
    let rows = site.shape.count / site.shape.columns
    // What a tile holds, or half of a small window.
    let perUnit = rows < 48 ? (rows + 1) / 2 : 12
    var step = site.step(
      site.kernels.convolutionFilters,
      units: site.units((rows + perUnit - 1) / perUnit, multiplyAdds(site.shapes, site.shape)))
    step.depth = Int32(perUnit)
    step.window = windows.window(on: site.shapes[0], places: site.shapes[1], padding: 0)
    site.setStart(of: &step)
    steps.append(step)
  }
}

/// The adjoint of a convolution: its gradient for the images, and what a transposed one computes.
///
/// `x[i, c] = start[c] + Σ_p Σ_f y[p, f] W[i − p · stride, c, f]`, the sum over the windows p that
/// pixel i lies in, in their order; each term is a chain over f from 0.
///
/// - Shapes: y `[batch, places, filters]`, W `[height, width, channels / groups, filters]`, start
///   `[channels]` or the images'; x `[batch, height, width, channels]`.
final class ConvolutionImages: Operation {
  let windows: Windows
  let images: Shape
  init(_ windows: Windows, images: Shape) {
    self.windows = windows
    self.images = images
  }

  var name: Name { "convolution" }
  var traits: Traits { Traits(appliesFunctions: true, takesStart: true, inPlaceInput: 2) }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { images }

  func multiplyAdds(_ inputs: [Shape], _ shape: Shape) -> Int {
    inputs[0].count * (inputs[1].count / inputs[0].columns)
  }

  func emit(_ site: Site, into steps: inout [Step]) {
    var step = site.step(
      site.kernels.convolutionImages,
      units: site.units(images[0], multiplyAdds(site.shapes, site.shape)))
    step.depth = Int32(site.shapes[0].columns)
    step.window = windows.window(on: images, places: site.shapes[0])
    site.setStart(of: &step)
    steps.append(step)
  }

  /// That of a transposed convolution: its adjoint is the convolution.
  func gradient(_ graph: inout Graph, _ x: Value, _ dx: Value) -> [Value?] {
    let inputs = graph[x].inputs, filters = graph.shape(inputs[1])
    let pad = Pad(windows)
    let padded =
      windows.isPadding ? graph.insert(pad, [dx], pad.padded(images)) : dx
    var unpadded = windows
    unpadded.padding = 0
    let slopes = ConvolutionFilters(unpadded, filters: filters)
    var parts: [Value?] = [
      graph.insert(Convolution(unpadded), [padded, inputs[1]], graph.shape(inputs[0])),
      graph.insert(slopes, [padded, inputs[0]], filters),
    ]
    if inputs.count > 2 {
      let start = graph.shape(inputs[2])
      parts.append(start == images ? dx : graph.insert(SumRows.shared, [dx], start))
    }
    return parts
  }
}

extension Site {
  /// Fewer multiplications and additions are done sooner by one thread than by two.
  private static let splitMultiplyAdds = 60_000

  func units(_ parts: Int, _ multiplyAdds: Int) -> Int {
    multiplyAdds < Site.splitMultiplyAdds ? 1 : parts
  }

  /// The third input is what sums begin with: one for all rows, or one for each element.
  func setStart(of step: inout Step) {
    guard inputs.count > 2 else { return }
    step.start = UnsafePointer(inputs[2])
    step.sumStart = shapes[2] == shape ? startMatrix : startRow
  }
}
