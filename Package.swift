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

func tests(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + uses, path: "Tests/\(name)Tests",
    exclude: [], swiftSettings: settings)
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
    room("HCL", uses: ["Basics"]),
    room("Infrastructure", uses: ["Basics", "HCL"], resources: [.copy("Data")]),
    room("Digests", uses: ["Basics", crypto]),
    room("TaskGraph"),
    room("Store", uses: ["Basics", "Digests", grdb]),
    room("ExternalTools", uses: ["Basics", subprocess, system]),
    room("Vocabulary", uses: ["Basics"]),
    room(
      "Policies", uses: ["Basics", "Digests", "HCL", "Infrastructure", "Vocabulary"],
      resources: [.copy("Data")]),
    room("StrictYAML", uses: ["Basics", yams]),
    room("Templates", uses: ["Basics", mustache]),
    room(
      "Experts", uses: ["Basics", "StrictYAML", "Templates", "Vocabulary"], resources: [.copy("Data")]),
    room("Reporting", uses: ["Basics", "Templates", "Vocabulary"], resources: [.copy("Templates")]),
    room("Bundles", uses: ["Basics", "Digests", "Vocabulary"]),
    room("Delivery", uses: ["Basics", "Bundles", "Digests", "ExternalTools", "Store", "Vocabulary"]),
    room("CrewFile", uses: ["Basics", "Vocabulary", "Digests", "StrictYAML", "TaskGraph", "Templates"]),
    room("Consultation", uses: ["Basics", "Vocabulary", "Digests", "TaskGraph", "CrewFile", "Reporting", "Experts"]),

    tests("Basics"),
    tests("HCL", uses: ["Basics"]),
    tests("Infrastructure", uses: ["Basics", "HCL"]),
    tests("Policies", uses: ["Basics", "HCL", "Infrastructure", "Vocabulary"]),
    tests("StrictYAML", uses: ["Basics"]),
    tests("Templates", uses: ["Basics"]),
    tests("Experts", uses: ["Basics", "StrictYAML", "Vocabulary"]),
  ],
  swiftLanguageModes: [.v6]
)
