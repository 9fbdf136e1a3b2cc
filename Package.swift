// swift-tools-version: 6.2
import PackageDescription

/// Every room of Consilium is one target; `uses` names the rooms and packages below it.
/// `docs/architecture.md` says what each room is for, and `Tests/ArchitectureTests` keeps the direction.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func room(_ name: String, uses: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(
    name: name, dependencies: uses, path: "Sources/\(name)", resources: resources,
    swiftSettings: settings)
}

func program(_ name: String, uses: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name, dependencies: uses + [arguments], path: "Sources/\(name)", swiftSettings: settings)
}

func tests(_ name: String, uses: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + uses, path: "Tests/\(name)Tests",
    exclude: exclude, swiftSettings: settings)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "consilium",
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    room("Basics"),
    room("Digests", uses: ["Basics", crypto]),
    room("Masking", uses: ["Basics"], resources: [.copy("Data")]),
    room("StrictYAML", uses: ["Basics", yams]),
    room("Templates", uses: ["Basics", mustache]),
    room("JSONSchema", uses: ["Basics"]),
    room("TaskGraph", uses: ["Basics"]),
    room("Store", uses: ["Basics", "Digests", grdb]),
    room("ExternalTools", uses: ["Basics", subprocess, system]),
    room("Vocabulary", uses: ["Basics"]),
    room("CrewFile", uses: ["Basics", "Digests", "StrictYAML", "TaskGraph", "Templates", "Vocabulary"]),
    room("HCL", uses: ["Basics", "Digests", "StrictYAML"]),
    room("Manifests", uses: ["Basics", "StrictYAML"]),
    room("Infrastructure", uses: ["Basics", "HCL", "Manifests"], resources: [.copy("Data")]),
    room(
      "Policies", uses: ["Basics", "Digests", "HCL", "Infrastructure", "Vocabulary"],
      resources: [.copy("Data")]),
    room(
      "Pricing", uses: ["Basics", "HCL", "Infrastructure", "StrictYAML", "Vocabulary"],
      resources: [.copy("Data")]),
    room(
      "Requirements", uses: ["Basics", "Infrastructure", "StrictYAML", "Vocabulary"],
      resources: [.copy("Data")]),
    room(
      "Evidence",
      uses: [
        "Basics", "Digests", "ExternalTools", "HCL", "Infrastructure", "Manifests", "Policies", "Pricing",
        "StrictYAML",
        "Vocabulary",
      ]),
    room(
      "Reporting", uses: ["Basics", "TaskGraph", "Templates", "Vocabulary"], resources: [.copy("Templates")]),
    room("Memory", uses: ["Basics", "Reporting", "Store", "Vocabulary"]),
    room("Bundles", uses: ["Basics", "Digests", "Vocabulary"]),
    .systemLibrary(
      name: "CCurl", path: "Sources/CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .target(name: "CCurlShims", dependencies: ["CCurl"], path: "Sources/CCurlShims"),
    room("CurlHTTP", uses: ["Basics", "CCurl", "CCurlShims"]),
    room(
      "LanguageModels", uses: ["Basics", "CurlHTTP", "Digests", "JSONSchema"], resources: [.copy("Data")]),
    room(
      "Experts",
      uses: [
        "Basics", "CrewFile", "HCL", "JSONSchema", "LanguageModels", "StrictYAML", "Templates", "Vocabulary",
      ],
      resources: [.copy("Data")]),
    room(
      "Delivery",
      uses: [
        "Basics", "Bundles", "Digests", "ExternalTools", "Manifests", "Masking", "Store", "Vocabulary",
      ], resources: [.copy("Data")]),
    room(
      "Advice",
      uses: [
        "Basics", "CurlHTTP", "Digests", "HCL", "Infrastructure", "Manifests", "Policies", "Pricing",
        "Reporting",
        "Store", "StrictYAML", "Templates", "Vocabulary",
      ], resources: [.copy("Data")]),
    room(
      "Consultation",
      uses: ["Basics", "CrewFile", "Digests", "Experts", "Reporting", "TaskGraph", "Vocabulary"]),
    room(
      "CrewTasks",
      uses: ["Basics", "CrewFile", "Experts", "HCL", "Reporting", "StrictYAML", "TaskGraph", "Vocabulary"]),
    room(
      "Evaluation",
      uses: [
        "Basics", "Consultation", "CrewFile", "Evidence", "Experts", "ExternalTools", "HCL", "Requirements",
        "TaskGraph", "Vocabulary",
      ]),
    room(
      "Engine",
      uses: [
        "Advice", "Basics", "Bundles", "Consultation", "CrewFile", "CrewTasks", "CurlHTTP", "Digests",
        "Evaluation",
        "Evidence", "Experts", "ExternalTools", "HCL", "Infrastructure", "LanguageModels", "Manifests",
        "Masking",
        "Memory", "Pricing", "Reporting",
        "Requirements",
        "Store", "TaskGraph", "Vocabulary",
      ]),
    program(
      "consilium",
      uses: [
        "Advice", "Basics", "Bundles", "Consultation", "CrewFile", "CrewTasks", "Engine", "Evaluation",
        "Experts",
        "ExternalTools", "LanguageModels", "Masking", "Memory", "Pricing", "Reporting", "Store",
        "TaskGraph", "Vocabulary",
      ]),
    program(
      "consilium-executor",
      uses: [
        "Basics", "Bundles", "CrewFile", "Delivery", "Digests", "ExternalTools", "HCL", "Infrastructure",
        "Manifests", "Masking", "Policies", "Pricing", "Store", "Vocabulary",
      ]),

    .target(
      name: "ScriptedServer", dependencies: ["Basics"], path: "Tests/Support/ScriptedServer",
      swiftSettings: settings),
    .target(
      name: "PriceTables", dependencies: ["Basics", "Infrastructure", "Pricing", "Vocabulary"],
      path: "Tests/Support/PriceTables", swiftSettings: settings),
    .target(name: "TestFolders", path: "Tests/Support/TestFolders", swiftSettings: settings),
    .executableTarget(
      name: "scripted-model-server", dependencies: ["ScriptedServer"],
      path: "Tests/Support/scripted-model-server",
      swiftSettings: settings),
    tests(
      "Advice",
      uses: [
        "TestFolders", "Basics", "CurlHTTP", "ExternalTools", "HCL", "Infrastructure", "Manifests",
        "Pricing", "Reporting", "ScriptedServer", "Store", "StrictYAML", "Vocabulary",
      ]),
    tests("Basics"),
    tests("Bundles", uses: ["Basics", "Vocabulary"]),
    .testTarget(
      name: "CommandTests",
      dependencies: ["TestFolders", "Basics", "ExternalTools", "consilium", "consilium-executor"],
      path: "Tests/CommandTests", swiftSettings: settings),
    tests("Consultation", uses: ["Basics", "CrewFile", "Experts", "Reporting", "TaskGraph", "Vocabulary"]),
    tests("CurlHTTP", uses: ["Basics", "ScriptedServer"]),
    tests("CrewFile", uses: ["Basics", "TaskGraph", "Vocabulary"]),
    tests(
      "CrewTasks", uses: ["Basics", "CrewFile", "Experts", "Reporting", "TaskGraph", "Vocabulary"]),
    .testTarget(
      name: "DeliveryTests",
      dependencies: [
        "TestFolders", "Basics", "Bundles", "Delivery", "Digests", "ExternalTools", "Manifests", "Masking",
        "Store",
        "Vocabulary",
        "consilium-executor", grdb,
      ],
      path: "Tests/DeliveryTests", exclude: ["Fixtures"], swiftSettings: settings),
    tests(
      "Engine",
      uses: [
        "TestFolders", "Advice", "Basics", "Bundles", "Consultation", "CrewFile", "CrewTasks", "Evidence",
        "Experts",
        "Infrastructure", "JSONSchema", "LanguageModels",
        "Reporting", "ScriptedServer", "Store", "Vocabulary",
      ], exclude: ["Fixtures"]),
    tests(
      "Evaluation",
      uses: ["Basics", "Evidence", "Experts", "Infrastructure", "Requirements", "Vocabulary"]),
    tests("Evidence", uses: ["Basics", "Vocabulary"]),
    tests("Experts", uses: ["Basics", "StrictYAML", "Vocabulary"]),
    tests("ExternalTools"),
    .testTarget(
      name: "FaultTests",
      dependencies: [
        "Basics", "Consultation", "CrewFile", "CurlHTTP", "Experts", "LanguageModels", "ScriptedServer",
        "Vocabulary",
      ],
      path: "Tests/FaultTests", swiftSettings: settings),
    tests("Masking", uses: ["Basics"]),
    tests("HCL", uses: ["Basics"]),
    tests("Infrastructure", uses: ["Basics", "HCL"]),
    tests("JSONSchema", uses: ["Basics"]),
    .testTarget(
      name: "LanguageModelsTests", dependencies: ["Basics", "CurlHTTP", "LanguageModels", "ScriptedServer"],
      path: "Tests/LanguageModelsTests", exclude: ["Fixtures"], swiftSettings: settings),
    tests("Memory", uses: ["Basics", "Reporting", "Store", "Vocabulary"]),
    tests("Manifests", uses: ["Basics"]),
    tests("Policies", uses: ["Basics", "HCL", "Infrastructure", "StrictYAML", "Vocabulary"]),
    .testTarget(
      name: "PricingTests",
      dependencies: ["Basics", "HCL", "Infrastructure", "PriceTables", "Pricing", "Vocabulary"],
      path: "Tests/PricingTests", resources: [.copy("Fixtures")], swiftSettings: settings),
    tests("Requirements", uses: ["Basics", "Infrastructure", "StrictYAML", "Vocabulary"]),
    tests("Reporting", uses: ["Basics", "Vocabulary"]),
    tests("Store", uses: ["TestFolders", "Basics", grdb]),
    tests("StrictYAML", uses: ["Basics"]),
    tests("TaskGraph"),
    tests("Templates", uses: ["Basics"]),
    tests("Vocabulary"),
    .testTarget(name: "ArchitectureTests", path: "Tests/ArchitectureTests", swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
