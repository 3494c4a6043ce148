// swift-tools-version: 6.2
import PackageDescription

// In continuous integration a warning is an error.
let warnings: [SwiftSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

let strict: [SwiftSetting] =
  warnings + [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
  ]

// The modules that also run in the browser: Embedded rules are errors, and loops are optimised in
// debug builds too, because tests train networks.
let portable =
  strict + [
    .treatWarning("EmbeddedRestrictions", as: .error),
    .unsafeFlags(["-O"], .when(configuration: .debug)),
  ]

// `squareRoot()` and `rounded(_:)` leave calls to libm, and nothing else links it here.
let math: [LinkerSetting] = [.linkedLibrary("m", .when(platforms: [.linux]))]

let package = Package(
  name: "nnbook",
  products: [
    .executable(name: "nnbook", targets: ["nnbook"]),
    .library(name: "NeuralNet", targets: ["NeuralNet"]),
    .library(name: "Interchange", targets: ["Interchange"]),
    .library(name: "Plotting", targets: ["Plotting"]),
    .library(name: "Experiments", targets: ["Experiments"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // The engine, the plots and the experiments: for the host and, by the plugin below, for wasm.
    .target(
      name: "Kernels",
      cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))],
      linkerSettings: math),
    .target(
      name: "NeuralNet", dependencies: ["Kernels"], swiftSettings: portable, linkerSettings: math),
    .target(name: "Plotting", swiftSettings: portable, linkerSettings: math),
    .target(
      name: "Experiments", dependencies: ["NeuralNet", "Plotting"], swiftSettings: portable,
      linkerSettings: math),

    // The wasm module, made on every build from those four and Live/.
    .executableTarget(name: "livegen", swiftSettings: strict),
    .plugin(name: "LiveModule", capability: .buildTool(), dependencies: ["livegen"]),
    .target(name: "LiveEngine", swiftSettings: strict, plugins: ["LiveModule"]),

    // C libraries of the system.
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(
      name: "CDuktape", pkgConfig: "duktape", providers: [.apt(["duktape-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // Weights and arrays in files of others, models as text for PyTorch.
    .target(name: "Interchange", dependencies: ["NeuralNet", "CZlib"], swiftSettings: strict),

    // Reading, running and composing notebooks.
    .target(name: "Notebook", dependencies: ["CCmark", "Yams"], swiftSettings: strict),
    .target(
      name: "Datasets", dependencies: ["NeuralNet", "SwiftCSV", "CZlib"], swiftSettings: strict),
    .target(
      name: "NotebookRunner",
      dependencies: [
        "Notebook", "Experiments", "Datasets", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "Reports",
      dependencies: [
        "Notebook", "Experiments", "Plotting", "CDuktape",
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [.embedInCode("Resources")],
      swiftSettings: strict),
    .executableTarget(
      name: "nnbook",
      dependencies: [
        "NotebookRunner", "Reports", "LiveEngine",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      resources: [.embedInCode("Preview/Resources")],
      swiftSettings: strict,
      // The program carries a digest of its own code, by which stored results know their maker.
      linkerSettings: [
        .unsafeFlags(["-Xlinker", "--build-id=sha1"], .when(platforms: [.linux]))
      ]),
    .executableTarget(
      name: "nnbench", dependencies: ["NeuralNet"], path: "Benchmarks/nnbench",
      swiftSettings: strict),

    // Tests mirror Sources.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .target(name: "AllocationCounter", path: "Tests/AllocationCounter"),
    .testTarget(
      name: "NeuralNetTests",
      dependencies: ["NeuralNet", "Kernels", "TestSupport", "AllocationCounter"],
      exclude: ["References"], swiftSettings: strict),
    .testTarget(
      name: "InterchangeTests", dependencies: ["Interchange", "NeuralNet", "TestSupport"],
      exclude: ["References", "Goldens"], swiftSettings: strict),
    .testTarget(
      name: "PlottingTests", dependencies: ["Plotting", "TestSupport"],
      exclude: ["Goldens", "Diagrams/Goldens"], swiftSettings: strict),
    .testTarget(
      name: "ExperimentsTests", dependencies: ["Experiments", "NeuralNet", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "NotebookTests", dependencies: ["Notebook", "TestSupport"], exclude: ["Goldens"],
      swiftSettings: strict),
    .testTarget(
      name: "DatasetsTests", dependencies: ["Datasets", "TestSupport"], exclude: ["Goldens"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "TestSupport"], exclude: ["Goldens"],
      swiftSettings: strict),
    .testTarget(
      name: "NotebookRunnerTests", dependencies: ["NotebookRunner", "TestSupport"],
      exclude: ["Notebooks", "Plots"], swiftSettings: strict),
    .testTarget(
      name: "LiveEngineTests", dependencies: ["LiveEngine", "Experiments", "TestSupport"],
      exclude: ["Scripts"], swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["nnbook", "Notebook", "Experiments", "Yams", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "BrowserTests", dependencies: ["nnbook", "TestSupport"],
      exclude: ["Checks", "Fonts", "Notebooks", "Scripts"], swiftSettings: strict),
    .testTarget(
      name: "HouseTests", dependencies: ["Experiments", "TestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
