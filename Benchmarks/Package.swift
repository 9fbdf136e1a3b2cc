// swift-tools-version: 6.2
import PackageDescription

/// What is measured, beside the product: `swift build -c release --package-path Benchmarks`. The rooms are the product's own
/// sources (`Rooms` leads there), built here because nothing of them is public.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func room(_ name: String, uses: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(
    name: name, dependencies: uses, path: "Rooms/\(name)", resources: resources, swiftSettings: settings)
}

func benchmark(_ name: String, _ folder: String, uses: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: uses, path: folder, swiftSettings: settings)
}

let package = Package(
  name: "benchmarks",
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    room("Basics"),
    room("Digests", uses: ["Basics", .product(name: "Crypto", package: "swift-crypto")]),
    room("StrictYAML", uses: ["Basics", .product(name: "Yams", package: "Yams")]),
    room("JSONSchema", uses: ["Basics"]),
    room("TaskGraph", uses: ["Basics"]),
    room("Store", uses: ["Basics", "Digests", .product(name: "GRDB", package: "GRDB.swift")]),
    room("Vocabulary", uses: ["Basics"]),
    room("HCL", uses: ["Basics", "Digests", "StrictYAML"]),
    room("Manifests", uses: ["Basics", "StrictYAML"]),
    room("Infrastructure", uses: ["Basics", "HCL", "Manifests"], resources: [.copy("Data")]),
    room(
      "Pricing", uses: ["Basics", "HCL", "Infrastructure", "StrictYAML", "Vocabulary"],
      resources: [.copy("Data")]),
    .target(
      name: "PriceTables", dependencies: ["Basics", "Infrastructure", "Pricing", "Vocabulary"],
      path: "Support/PriceTables", swiftSettings: settings),
    .systemLibrary(
      name: "CCurl", path: "Rooms/CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .target(name: "CCurlShims", dependencies: ["CCurl"], path: "Rooms/CCurlShims"),
    room("CurlHTTP", uses: ["Basics", "CCurl", "CCurlShims"]),
    room(
      "LanguageModels", uses: ["Basics", "CurlHTTP", "Digests", "JSONSchema"], resources: [.copy("Data")]),
    benchmark("consultations", "Consultations", uses: ["Basics", "LanguageModels", "Store", "TaskGraph"]),
    benchmark(
      "scoreboard", "Scoreboard",
      uses: ["Basics", "HCL", "Infrastructure", "PriceTables", "Pricing", "Vocabulary"]),
  ],
  swiftLanguageModes: [.v6]
)
