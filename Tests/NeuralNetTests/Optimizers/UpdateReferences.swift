// Made by Tests/NeuralNetTests/References/updates.py with PyTorch 2.13.0.

@testable import NeuralNet

extension UpdateTests {
  /// Parameters after eight epochs, their averages, and the last norm before clipping.
  static let references: [Reference] = [
    Reference(
      optimizer: SGD(momentum: 0.9), learningRate: 0.1, schedule: .constant,
      updates: UpdateOptions(clipping: .norm(0.05)),
      parameters: [
        0.952725513, -0.705334765, 0.198014251, -0.0349768272, -0.182006964, 0.114160296,
        -0.464659201, 0.914965456, -0.796194277, 0.717313011, 0.570346514, -0.468565013,
        -0.000306705501,
      ],
      averages: [],
      norm: 1.10800252),
    Reference(
      optimizer: SGD(), learningRate: 0.1, schedule: .constant,
      updates: UpdateOptions(clipping: .norm(100)),
      parameters: [
        0.956142571, -0.705790961, 0.235863926, 0.128344337, -0.0387645712, -0.0360961725,
        -0.598449104, 0.800908215, -0.679982465, 0.535299835, 0.536107153, -0.421791375,
        -0.0230234827,
      ],
      averages: [],
      norm: 2.39276715),
    Reference(
      optimizer: SGD(momentum: 0.9), learningRate: 0.1, schedule: .constant,
      updates: UpdateOptions(clipping: .value(0.05)),
      parameters: [
        0.676410521, -0.792990019, 0.364457541, 0.514266332, 0.25916552, -0.432760948,
        -0.376716266, 0.824808566, -0.941214465, 1.10542036, 0.430391154, -0.456517573,
        0.00799926505,
      ],
      averages: [],
      norm: nil),
    Reference(
      optimizer: SGD(momentum: 0.9), learningRate: 0.1, schedule: .constant,
      updates: UpdateOptions(accumulation: 2),
      parameters: [
        1.04106933, -0.450747184, 0.178469764, 0.550778373, 0.250002484, -0.395154491,
        -0.656528569, 0.91475494, -0.721063527, 0.511475869, 0.401806965, -0.451472398,
        0.124141003,
      ],
      averages: [],
      norm: nil),
    Reference(
      optimizer: Adam(), learningRate: 0.05, schedule: .constant,
      updates: UpdateOptions(averaging: 0.9),
      parameters: [
        0.918493211, -0.589068924, 0.212955957, 0.542622434, 0.363678682, -0.611764428,
        -0.589620636, 0.808560519, -0.689160166, 0.727005368, 0.557577483, -0.454039412,
        -0.065414268,
      ],
      averages: [
        0.8895673, -0.664354898, 0.252642627, 0.473852693, 0.324667179, -0.532270931, -0.5798561,
        0.821266293, -0.711733529, 0.722601155, 0.569621135, -0.455564542, -0.0613104921,
      ],
      norm: nil),
    Reference(
      optimizer: AdamW(weightDecay: 0.5), learningRate: 0.05, schedule: .constant,
      updates: UpdateOptions(regularization: Regularization(onlyWeights: true)),
      parameters: [
        0.349076715, -0.151489548, 0.0534779935, 0.482018055, 0.401153488, -0.517803293,
        -0.489434299, 0.87168034, -0.735433798, 0.278732559, 0.251542683, -0.226594567,
        -0.00435693404,
      ],
      averages: [],
      norm: nil),
    Reference(
      optimizer: SGD(momentum: 0.9), learningRate: 0.1, schedule: .constant,
      updates: UpdateOptions(regularization: Regularization(l2: 0.1, onlyWeights: true)),
      parameters: [
        -0.0721748052, 0.173465414, -0.136080108, 0.311648734, 0.239653164, -0.305496629,
        -0.270542622, 0.320650602, -0.164588309, 0.394512492, 0.27044107, -0.315219115,
        0.179259154,
      ],
      averages: [],
      norm: nil),
    Reference(
      optimizer: Adam(), learningRate: 0.05, schedule: .constant,
      updates: UpdateOptions(regularization: Regularization(decoupled: 0.5)),
      parameters: [
        0.366679069, -0.107046942, 0.0282533606, 0.468126896, 0.437794244, -0.539309779,
        -0.146135174, 0.354906623, -0.306481946, 0.282714483, 0.273674854, -0.260752018,
        0.050552951,
      ],
      averages: [],
      norm: nil),
    Reference(
      optimizer: Adam(), learningRate: 0.05, schedule: .constant,
      updates: UpdateOptions(layerRates: [0.1]),
      parameters: [
        0.900287902, -0.750675721, 0.239645973, -0.0463431593, -0.131738288, 0.0397550503,
        -0.509823801, 0.862254287, -0.760527231, 0.56969957, 0.529727162, -0.373159259,
        -0.130820705,
      ],
      averages: [],
      norm: nil),
    Reference(
      optimizer: RMSProp(), learningRate: 0.01, schedule: .constant,
      updates: UpdateOptions(clipping: .norm(0.5), regularization: Regularization(l1: 0.05)),
      parameters: [
        0.639675176, -0.351306332, 0.0177753159, 0.174920461, 0.00546362399, -0.0264286663,
        -0.278138611, 0.608980128, -0.607665653, 0.65708866, 0.412710192, -0.444661471,
        0.0364239652,
      ],
      averages: [],
      norm: 1.48129274),
    Reference(
      optimizer: SGD(momentum: 0.9), learningRate: 0.1, schedule: .constant,
      updates: UpdateOptions(regularization: Regularization(proximalL1: 0.2)),
      parameters: [
        0.00179281077, 0, -0, 0.696049499, 0.205032181, -0, 0.000507366725, 0, 0, 0.727904906,
        0.125177222, -0, 0.173376158,
      ],
      averages: [],
      norm: nil),
    Reference(
      optimizer: SGD(momentum: 0.9), learningRate: 0.2, schedule: .oneCycle(total: 40),
      updates: UpdateOptions(),
      parameters: [
        0.782811425, -0.21069445, -0.211802099, 1.23325474, 0.696392426, -0.774464218,
        -0.00645174735, 0.213805124, 0.131158376, 0.120302239, 0.212945768, -0.289130248,
        0.194034121,
      ],
      averages: [],
      norm: nil),
    Reference(
      optimizer: Adam(), learningRate: 0.1, schedule: .oneCycle(total: 24),
      updates: UpdateOptions(accumulation: 2),
      parameters: [
        0.909497331, -0.688981345, 0.2924851, 0.3898738, 0.252149063, -0.46384103, -0.605886224,
        0.831886234, -0.751052898, 0.638107014, 0.591873715, -0.4750327, -0.0345227102,
      ],
      averages: [],
      norm: nil),
    Reference(
      optimizer: SGD(momentum: 0.9), learningRate: 0.1, schedule: .cosine(over: 8),
      updates: UpdateOptions(clipping: .norm(0.3)),
      parameters: [
        0.9872207, -0.673556957, 0.185302301, 0.201616744, -0.0509634938, 0.00580968034,
        -0.466125007, 0.951867718, -0.811655301, 0.726992866, 0.501500258, -0.431355645,
        -0.00430371761,
      ],
      averages: [],
      norm: 1.35797852),
  ]
}
