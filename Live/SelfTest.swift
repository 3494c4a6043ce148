// What tests compare with the host; both train, so they are not in the smaller module.
#if !TRACING

  import Experiments
  import NeuralNet
  import Plotting

  /// A digest of a small network's parameters after `steps` training steps, equal to the host's to
  /// the bit.
  @_expose(wasm, "live_training") @c(live_training)
  public func liveTraining(_ steps: Int32) -> Int64 {
    Int64(bitPattern: selfTestDenseDigest(steps: Int(steps)))
  }

  /// The FNV-1a digest of a figure's markup, which is the host's to the byte.
  @_expose(wasm, "live_drawing") @c(live_drawing)
  public func liveDrawing() -> Int64 {
    var digest: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in selfTestFigure().markup(id: "self-test").bytes {
      digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return Int64(bitPattern: digest)
  }

#endif
