extension Math {
  /// The error function `2/√π ∫₀ˣ e^(-t²) dt`.
  ///
  /// `x + x P(x²)` up to 7/8, beyond it `1 - e^Q(|x|)` with `Q = log erfc`.
  public static func erf(_ x: Float) -> Float {
    if x.isNaN { return .nan }
    let a = x.magnitude
    if a < 0.875 {
      let z = x * x
      var p: Float = -0.0006222423
      p = p * z + 0.005035872
      p = p * z + -0.026793955
      p = p * z + 0.112825245
      p = p * z + -0.37612557
      p = p * z + 0.12837915
      return x * p + x
    }
    let bounded = a > 4 ? 4 : a  // where erf is 1 to the last bit
    var q: Float = -2.0556614e-05
    q = q * bounded + 0.00042825288
    q = q * bounded + -0.0041410713
    q = q * bounded + 0.025040764
    q = q * bounded + -0.10815903
    q = q * bounded + -0.6334563
    q = q * bounded + -1.1294612
    q = q * bounded + 0.00016358831
    return signed(1 - exp(q), like: x)
  }

  /// The error function `2/√π ∫₀ˣ e^(-t²) dt`.
  public static func erf(_ x: Double) -> Double {
    if x.isNaN { return .nan }
    let a = x.magnitude
    if a < 0.875 { return x * errorFunctionTail(x * x) + x }
    return signed(1 - exp(logComplement(a > 6 ? 6 : a)), like: x)
  }

  /// `P(z) = erf x / x - 1` with `z = x²`, |x| < 7/8.
  private static func errorFunctionTail(_ z: Double) -> Double {
    var p = -8.669727931869305e-10
    p = p * z + 1.4124231360717647e-08
    p = p * z + -1.628950701959937e-07
    p = p * z + 1.6456634775727403e-06
    p = p * z + -1.4925388936364228e-05
    p = p * z + 0.00012055324632827544
    p = p * z + -0.0008548326847563025
    p = p * z + 0.005223977623090185
    p = p * z + -0.02686617064494554
    p = p * z + 0.11283791670954368
    p = p * z + -0.3761263890318374
    return p * z + 0.1283791670955126
  }

  /// `log erfc a` for a in [7/8, 6], precise where erfc is not negligible against 1.
  private static func logComplement(_ a: Double) -> Double {
    var q = 1.4333797015863736e-12
    q = q * a + -6.380963567325883e-11
    q = q * a + 1.3302998336080786e-09
    q = q * a + -1.7245928224044074e-08
    q = q * a + 1.5549678535479721e-07
    q = q * a + -1.030980056999988e-06
    q = q * a + 5.159905927552357e-06
    q = q * a + -1.9511198773857278e-05
    q = q * a + 5.356127380452337e-05
    q = q * a + -8.96671180322146e-05
    q = q * a + -9.942817814872543e-06
    q = q * a + 0.0005909779401849679
    q = q * a + -0.0017118999482775093
    q = q * a + 0.0002298300355682242
    q = q * a + 0.019112440842858108
    q = q * a + -0.1027643357482704
    q = q * a + -0.6366225861958605
    q = q * a + -1.1283785916081817
    return q * a + -5.383510424882578e-08
  }
}
