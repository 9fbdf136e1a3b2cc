// swift-tools-version: 6.2
import PackageDescription

/// What is measured, beside the product: `swift build -c release --package-path Benchmarks`. The rooms are the product's own
/// sources (`Rooms` leads there), built here because nothing of them is public.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func room(_ name: String, on floor: String, uses: [Target.Dependency] = [], resources: [Resource] = [])
  -> Target
{
  .target(
    name: name, dependencies: uses, path: "Rooms/\(floor)/\(name)", resources: resources,
    swiftSettings: settings)
}

func benchmark(_ name: String, _ folder: String, uses: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: uses, path: folder, swiftSettings: settings)
}

let package = Package(
  name: "benchmarks",
  dependencies: [
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    room("Basics", on: "Ground"),
    room("Patterns", on: "Ground", uses: ["Basics"]),
    room("CEL", on: "Ground", uses: ["Basics", "Patterns"]),
    room("Tables", on: "Ground"),
    room("Logs", on: "Ground", uses: [.product(name: "Logging", package: "swift-log")]),
    room("Digests", on: "Ground", uses: ["Basics", .product(name: "Crypto", package: "swift-crypto")]),
    room("StrictYAML", on: "Ground", uses: ["Basics", .product(name: "Yams", package: "Yams")]),
    room("SafeFiles", on: "Ground", uses: ["Basics"]),
    room(
      "Templates", on: "Ground", uses: ["Basics", .product(name: "Mustache", package: "swift-mustache")]),
    room(
      "CrewFile", on: "Knowledge",
      uses: ["Basics", "Digests", "SafeFiles", "StrictYAML", "TaskGraph", "Templates", "Vocabulary"]),
    room("Effects", on: "Artifacts", uses: ["Basics", "Digests", "HCL"]),
    room("JSONSchema", on: "Ground", uses: ["Basics"]),
    room("TaskGraph", on: "Ground", uses: ["Basics"]),
    room("Records", on: "Ground", uses: ["Basics"]),
    room(
      "Store", on: "Ground",
      uses: ["Basics", "Digests", "Logs", "Records", .product(name: "GRDB", package: "GRDB.swift")]),
    room("Vocabulary", on: "Ground", uses: ["Basics"]),
    room("HCL", on: "Artifacts", uses: ["Basics", "Digests", "StrictYAML", "Tables"]),
    room("FalcoRules", on: "Artifacts", uses: ["Basics", "StrictYAML"], resources: [.copy("Data")]),
    room("Manifests", on: "Artifacts", uses: ["Basics", "FalcoRules", "StrictYAML"]),
    room("Pipelines", on: "Artifacts", uses: ["Basics", "StrictYAML"], resources: [.copy("Data")]),
    room("Reach", on: "Artifacts", uses: ["Basics", "Manifests"]),
    room(
      "ManifestSchemas", on: "Artifacts",
      uses: ["Basics", "CEL", "Clouds", "Manifests", "Patterns", "StrictYAML"]),
    room(
      "Policies", on: "Evidence",
      uses: ["Basics", "Clouds", "Digests", "HCL", "ResourceGraph", "StrictYAML", "Vocabulary"]),
    .target(
      name: "ClusterCases",
      dependencies: ["Basics", "ManifestSchemas", "Manifests", "Policies", "ResourceGraph", "Vocabulary"],
      path: "Support/ClusterCases", swiftSettings: settings),
    .target(
      name: "ConnectivityCases", dependencies: ["Basics", "Digests", "Manifests", "Reach"],
      path: "Support/ConnectivityCases", swiftSettings: settings),
    room("Clouds", on: "Knowledge", uses: ["Basics", "Logs", "StrictYAML"], resources: [.copy("Data")]),
    room("ProviderSchemas", on: "Artifacts", uses: ["Basics", "Clouds", "HCL"]),
    room(
      "ResourceGraph", on: "Artifacts", uses: ["Basics", "Clouds", "HCL", "Manifests", "ProviderSchemas"]),
    room("Validation", on: "Evidence", uses: ["Basics", "HCL", "ProviderSchemas", "ResourceGraph"]),
    room(
      "Repair", on: "Evidence",
      uses: ["Basics", "Clouds", "HCL", "ProviderSchemas", "ResourceGraph", "Validation"]),
    room(
      "Requirements", on: "Evidence",
      uses: ["Basics", "ProviderSchemas", "StrictYAML", "Vocabulary"], resources: [.copy("Data")]),
    room(
      "Changes", on: "Experts",
      uses: [
        "Basics", "Clouds", "HCL", "Patterns", "ProviderSchemas", "Repair", "Requirements", "ResourceGraph",
        "StrictYAML",
        "Vocabulary",
      ], resources: [.copy("Data")]),
    room(
      "Pricing", on: "Evidence",
      uses: ["Basics", "Clouds", "HCL", "ResourceGraph", "StrictYAML", "Tables", "Vocabulary"]),
    room(
      "CloudReach", on: "Artifacts",
      uses: ["Basics", "Clouds", "HCL", "Reach", "ResourceGraph", "StrictYAML"]),
    room(
      "Evidence", on: "Evidence",
      uses: [
        "Basics", "CloudReach", "Clouds", "Digests", "Effects", "ExternalTools", "HCL", "ManifestSchemas",
        "Manifests",
        "Permissions", "Pipelines", "Policies", "Pricing", "ProviderSchemas", "Reach", "Repair",
        "ResourceGraph",
        "StrictYAML",
        "Validation", "Vocabulary",
      ]),
    room(
      "Experts", on: "Experts", uses: ["Basics", "CrewFile", "StrictYAML", "Vocabulary"],
      resources: [.copy("Data")]),
    room(
      "Handbook", on: "Experts",
      uses: ["Basics", "Changes", "Clouds", "Experts", "HCL", "StrictYAML", "Templates", "Vocabulary"],
      resources: [.copy("Data")]),
    room(
      "Permissions", on: "Evidence",
      uses: ["Basics", "Clouds", "HCL", "Manifests", "ResourceGraph", "StrictYAML"]),
    .target(
      name: "SimulatedRequests", dependencies: ["Basics", "HCL", "Permissions"],
      path: "Support/SimulatedRequests", swiftSettings: settings),
    .target(
      name: "PriceTables", dependencies: ["Basics", "HCL", "Pricing", "ResourceGraph", "Vocabulary"],
      path: "Support/PriceTables", swiftSettings: settings),
    .systemLibrary(
      name: "CCurl", path: "Rooms/Ground/CCurl", pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"])]),
    .target(name: "CCurlShims", dependencies: ["CCurl"], path: "Rooms/Ground/CCurlShims"),
    room("CurlHTTP", on: "Ground", uses: ["Basics", "CCurl", "CCurlShims"]),
    room(
      "ExternalTools", on: "Ground",
      uses: [
        "Basics", "Logs", .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    room(
      "LanguageModels", on: "Ground",
      uses: ["Basics", "CurlHTTP", "Digests", "ExternalTools", "JSONSchema", "Logs", "StrictYAML", "Tables"],
      resources: [.copy("Data")]),
    benchmark(
      "consultations", "Consultations", uses: ["Basics", "LanguageModels", "Records", "Store", "TaskGraph"]),
    benchmark(
      "scoreboard", "Scoreboard",
      uses: [
        "Basics", "Changes", "ClusterCases", "ConnectivityCases", "Digests", "Evidence", "Experts",
        "Handbook", "HCL", "Permissions", "Policies", "PriceTables",
        "Pricing",
        "ProviderSchemas", "Repair", "ResourceGraph", "SimulatedRequests", "StrictYAML",
        "Validation", "Vocabulary",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
