import Kernels

extension Window {
  /// The first and the end of the elements of a window that are on an axis, the window's element 0
  /// lying at `base`.
  private static func valid(_ base: Int, _ step: Int, _ extent: Int, _ count: Int) -> Range<Int> {
    let on = (0..<count).filter { 0..<extent ~= base + $0 * step }
    return (on.first ?? 0)..<(on.last ?? -1) + 1
  }

  /// Calls `body(element, pixel)` for the elements of the window at a place that are in the image.
  func forElements(_ y: Int, _ x: Int, _ body: (_ element: Int, _ pixel: Int) -> Void) {
    let top = y * Int(stride.height) - Int(padding.height)
    let left = x * Int(stride.width) - Int(padding.width)
    let rows = Window.valid(
      top, Int(dilation.height), Int(image.height), Int(kernel.height))
    let columns = Window.valid(
      left, Int(dilation.width), Int(image.width), Int(kernel.width))
    for ky in rows {
      for kx in columns {
        let row = top + ky * Int(dilation.height), column = left + kx * Int(dilation.width)
        body(ky * Int(kernel.width) + kx, row * Int(image.width) + column)
      }
    }
  }

  /// Calls `body(place, y, x, first pixel of the image)` for all places of all images.
  func forPlaces(_ body: (_ place: Int, _ y: Int, _ x: Int, _ pixel: Int) -> Void) {
    let perImage = Int(places.height) * Int(places.width)
    for place in 0..<Int(images) * perImage {
      let inImage = place % perImage
      body(
        place, inImage / Int(places.width), inImage % Int(places.width), place / perImage * pixels)
    }
  }

  var pixels: Int { Int(image.height) * Int(image.width) }
}

// MARK: - Convolutions

extension PlainKernels {
  static func pad(_ step: StepPointer) {
    let s = step.pointee, w = s.window, a = view(s.a), out = view(s.out)
    let channels = Int(w.channels), top = Int(w.padding.height), left = Int(w.padding.width)
    let height = Int(w.image.height) + 2 * top, width = Int(w.image.width) + 2 * left
    for i in 0..<Int(w.images) * height * width * channels {
      let pixel = i / channels, y = pixel / width % height - top, x = pixel % width - left
      let isInside = 0..<Int(w.image.height) ~= y && 0..<Int(w.image.width) ~= x
      let image = pixel / (width * height)
      let from = image * w.pixels + y * Int(w.image.width) + x
      out[i] = isInside ? a[from * channels + i % channels] : 0
    }
  }

  static func convolution(_ step: StepPointer) {
    let s = step.pointee, w = s.window, filters = Int(s.columns)
    let a = view(s.a), b = view(s.b), out = view(s.out), bias = s.start.map { view($0) }
    let channels = Int(w.channels), depth = channels / Int(w.groups)
    w.forPlaces { place, y, x, first in
      for f in 0..<filters {
        let from = f / (filters / Int(w.groups)) * depth
        var sum = bias?[f] ?? 0
        w.forElements(y, x) { element, pixel in
          for c in 0..<depth {
            let value = a[(first + pixel) * channels + from + c]
            sum = value * b[(element * depth + c) * filters + f] + sum
          }
        }
        let at = place * filters + f, other = s.other.map { view($0)[at] } ?? sum
        out[at] = ElementFormulas.apply(s.function, sum, other, T(s.s0))
      }
    }
  }

  static func convolutionFilters(_ step: StepPointer) {
    let s = step.pointee, w = s.window, filters = Int(s.columns), count = Int(s.rows) * filters
    let a = view(s.a), b = view(s.b), out = view(s.out)
    let channels = Int(w.channels), depth = channels / Int(w.groups)
    let start = s.sumStart == startMatrix ? s.start.map { view($0) } : nil
    for i in 0..<count { out[i] = start?[i] ?? 0 }
    w.forPlaces { place, y, x, first in
      w.forElements(y, x) { element, pixel in
        for i in 0..<depth * filters {
          let c = i / filters, f = i % filters, from = f / (filters / Int(w.groups)) * depth
          let value = a[(first + pixel) * channels + from + c], slope = b[place * filters + f]
          out[element * depth * filters + i] = value * slope + out[element * depth * filters + i]
        }
      }
    }
  }

  static func convolutionImages(_ step: StepPointer) {
    let s = step.pointee, w = s.window, filters = Int(s.depth), perGroup = filters / Int(w.groups)
    let a = view(s.a), b = view(s.b), out = view(s.out)
    let channels = Int(w.channels), depth = channels / Int(w.groups)
    let count = Int(w.images) * w.pixels * channels
    startImages(s, count)
    w.forPlaces { place, y, x, first in
      w.forElements(y, x) { element, pixel in
        for c in 0..<channels {
          let group = c / depth, row = element * depth + c % depth
          var sum: T = 0
          for f in group * perGroup..<(group + 1) * perGroup {
            sum = a[place * filters + f] * b[row * filters + f] + sum
          }
          out[(first + pixel) * channels + c] += sum
        }
      }
    }
    for i in 0..<count {
      let other = s.other.map { view($0)[i] } ?? out[i]
      out[i] = ElementFormulas.apply(s.function, out[i], other, T(s.s0))
    }
  }

  private static func startImages(_ s: Step, _ count: Int) {
    let out = view(s.out), start = s.start.map { view($0) }, channels = Int(s.window.channels)
    for i in 0..<count {
      switch s.sumStart {
      case startZero: out[i] = 0
      case startRow: out[i] = start?[i % channels] ?? 0
      default: out[i] = start?[i] ?? 0
      }
    }
  }

  static func transposeEach(_ step: StepPointer) {
    let s = step.pointee, rows = Int(s.rows), columns = Int(s.columns)
    let a = view(s.a), out = view(s.out)
    for i in 0..<Int(s.depth) * rows * columns {
      let matrix = i / (rows * columns), at = i % (rows * columns)
      out[i] = a[matrix * rows * columns + at % rows * columns + at / rows]
    }
  }
}

// MARK: - Pooling

extension PlainKernels {
  static func maxPool(_ step: StepPointer) {
    let s = step.pointee, w = s.window, channels = Int(w.channels)
    let a = view(s.a), out = view(s.out), which = viewIfAny(s.extra)
    w.forPlaces { place, y, x, first in
      for c in 0..<channels {
        var largest = -T.infinity, index: Int?
        w.forElements(y, x) { element, pixel in
          let value = a[(first + pixel) * channels + c]
          let isLarger = value > largest || value.isNaN
          if isLarger { largest = value }
          if isLarger || index == nil { index = element }
        }
        out[place * channels + c] = largest
        which?[place * channels + c] = T(index ?? 0)
      }
    }
  }

  static func maxPoolGradient(_ step: StepPointer) {
    let which = view(step.pointee.b)
    poolGradient(step) { at, element, slope in which[at] == T(element) ? slope : 0 }
  }

  static func averagePool(_ step: StepPointer) {
    let s = step.pointee, w = s.window, channels = Int(w.channels)
    let a = view(s.a), out = view(s.out)
    w.forPlaces { place, y, x, first in
      for c in 0..<channels {
        var sum: T = 0
        w.forElements(y, x) { _, pixel in sum += a[(first + pixel) * channels + c] }
        out[place * channels + c] = sum * T(s.s1)
      }
    }
  }

  static func averagePoolGradient(_ step: StepPointer) {
    let share = T(step.pointee.s1)
    poolGradient(step) { _, _, slope in slope * share }
  }

  private static func poolGradient(_ step: StepPointer, _ term: (Int, Int, T) -> T) {
    let s = step.pointee, w = s.window, channels = Int(w.channels)
    let dy = view(s.a), out = view(s.out), count = Int(w.images) * w.pixels * channels
    for i in 0..<count { out[i] = 0 }
    w.forPlaces { place, y, x, first in
      w.forElements(y, x) { element, pixel in
        for c in 0..<channels {
          let at = place * channels + c
          out[(first + pixel) * channels + c] += term(at, element, dy[at])
        }
      }
    }
    for i in 0..<count {
      let other = s.other.map { view($0)[i] } ?? out[i]
      out[i] = ElementFormulas.apply(s.function, out[i], other, T(s.s0))
    }
  }
}

// MARK: - Tables

extension PlainKernels where T == Float {
  static func addImages(to table: inout KernelTable) {
    table.pad = { step, _, first, _ in if first == 0 { PlainKernels.pad(step) } }
    table.convolution = { step, _, first, _ in if first == 0 { PlainKernels.convolution(step) } }
    table.convolutionFilters = { step, _, first, _ in
      if first == 0 { PlainKernels.convolutionFilters(step) }
    }
    table.convolutionImages = { step, _, first, _ in
      if first == 0 { PlainKernels.convolutionImages(step) }
    }
    table.transposeEach = { step, _, first, _ in
      if first == 0 { PlainKernels.transposeEach(step) }
    }
    table.maxPool = { step, _, first, _ in if first == 0 { PlainKernels.maxPool(step) } }
    table.maxPoolGradient = { step, _, first, _ in
      if first == 0 { PlainKernels.maxPoolGradient(step) }
    }
    table.averagePool = { step, _, first, _ in if first == 0 { PlainKernels.averagePool(step) } }
    table.averagePoolGradient = { step, _, first, _ in
      if first == 0 { PlainKernels.averagePoolGradient(step) }
    }
  }
}

extension PlainKernels where T == Double {
  static func addImages(to table: inout KernelTable) {
    table.pad = { step, _, first, _ in if first == 0 { PlainKernels.pad(step) } }
    table.convolution = { step, _, first, _ in if first == 0 { PlainKernels.convolution(step) } }
    table.convolutionFilters = { step, _, first, _ in
      if first == 0 { PlainKernels.convolutionFilters(step) }
    }
    table.convolutionImages = { step, _, first, _ in
      if first == 0 { PlainKernels.convolutionImages(step) }
    }
    table.transposeEach = { step, _, first, _ in
      if first == 0 { PlainKernels.transposeEach(step) }
    }
    table.maxPool = { step, _, first, _ in if first == 0 { PlainKernels.maxPool(step) } }
    table.maxPoolGradient = { step, _, first, _ in
      if first == 0 { PlainKernels.maxPoolGradient(step) }
    }
    table.averagePool = { step, _, first, _ in if first == 0 { PlainKernels.averagePool(step) } }
    table.averagePoolGradient = { step, _, first, _ in
      if first == 0 { PlainKernels.averagePoolGradient(step) }
    }
  }
}
