// swift-tools-version: 6.2
import PackageDescription

/// Every room of Consilium is one target; `uses` names the rooms and packages below it.
/// `docs/architecture.md` says what each room is for, and `Tests/ArchitectureTests` keeps the direction.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// The floors of `Sources/`, lowest first. A room uses rooms of its own floor and of lower ones.
enum Floor: String {
  case ground = "Ground"
  case knowledge = "Knowledge"
  case artifacts = "Artifacts"
  case evidence = "Evidence"
  case experts = "Experts"
  case consultation = "Consultation"
  case delivery = "Delivery"
  case services = "Services"
  case surfaces = "Surfaces"
  case programs = "Programs"
}

func room(
  _ name: String,
  on floor: Floor,
  uses: [Target.Dependency] = [],
  resources: [Resource] = []
) -> Target {
  .target(
    name: name,
    dependencies: uses,
    path: "Sources/\(floor.rawValue)/\(name)",
    resources: resources,
    swiftSettings: settings)
}

func program(_ name: String, uses: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name,
    dependencies: uses,
    path: "Sources/\(Floor.programs.rawValue)/\(name)",
    swiftSettings: settings)
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
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let flyingFox = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")
let flyingSocks = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")

let package = Package(
  name: "consilium",
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    room("Basics", on: .ground),
    room(
      "Patterns", on: .ground,
      uses: [
        "Basics"
      ]),
    room(
      "CEL", on: .ground,
      uses: [
        "Basics",
        "Patterns",
      ]),
    room("Tables", on: .ground),
    room(
      "Digests", on: .ground,
      uses: [
        "Basics",
        crypto,
      ]),
    room(
      "Logs", on: .ground,
      uses: [
        logging
      ]),
    room(
      "Masking", on: .ground,
      uses: [
        "Basics"
      ], resources: [.copy("Data")]),
    room(
      "SafeFiles", on: .ground,
      uses: [
        "Basics"
      ]),
    room(
      "StrictYAML", on: .ground,
      uses: [
        "Basics",
        yams,
      ]),
    room(
      "Templates", on: .ground,
      uses: [
        "Basics",
        mustache,
      ]),
    room(
      "JSONSchema", on: .ground,
      uses: [
        "Basics"
      ]),
    room(
      "HTTPServing", on: .ground,
      uses: [
        "Basics",
        flyingFox,
        flyingSocks,
      ]),
    room(
      "ModelContext", on: .ground,
      uses: [
        "Basics",
        "CurlHTTP",
        "Digests",
        "HTTPServing",
        "JSONSchema",
      ]),
    room(
      "TaskGraph", on: .ground,
      uses: [
        "Basics"
      ]),
    room(
      "Records", on: .ground,
      uses: [
        "Basics"
      ]),
    room(
      "Store", on: .ground,
      uses: [
        "Basics",
        "Digests",
        "Logs",
        "Records",
        grdb,
      ]),
    room(
      "ExternalTools", on: .ground,
      uses: [
        "Basics",
        "Logs",
        subprocess,
        system,
      ]),
    room(
      "Vocabulary", on: .ground,
      uses: [
        "Basics"
      ]),
    room(
      "CrewFile", on: .knowledge,
      uses: [
        "Basics",
        "Digests",
        "SafeFiles",
        "StrictYAML",
        "TaskGraph",
        "Templates",
        "Vocabulary",
      ]),
    room(
      "Trust", on: .knowledge,
      uses: [
        "Basics",
        "Clouds",
        "CrewFile",
        "Digests",
        "SafeFiles",
      ]),
    room(
      "HCL", on: .artifacts,
      uses: [
        "Basics",
        "Digests",
        "StrictYAML",
        "Tables",
      ]),
    room(
      "Effects", on: .artifacts,
      uses: [
        "Basics",
        "Digests",
        "HCL",
      ]),
    room(
      "FalcoRules", on: .artifacts,
      uses: [
        "Basics",
        "StrictYAML",
      ], resources: [.copy("Data")]),
    room(
      "Manifests", on: .artifacts,
      uses: [
        "Basics",
        "FalcoRules",
        "StrictYAML",
      ]),
    room(
      "Pipelines", on: .artifacts,
      uses: [
        "Basics",
        "StrictYAML",
      ], resources: [.copy("Data")]),
    room(
      "Clouds", on: .knowledge,
      uses: [
        "Basics",
        "Logs",
        "StrictYAML",
      ], resources: [.copy("Data")]),
    room(
      "ProviderSchemas", on: .artifacts,
      uses: [
        "Basics",
        "Clouds",
        "HCL",
      ]),
    room(
      "ResourceGraph", on: .artifacts,
      uses: [
        "Basics",
        "Clouds",
        "HCL",
        "Manifests",
        "ProviderSchemas",
      ]),
    room(
      "ManifestSchemas", on: .artifacts,
      uses: [
        "Basics",
        "CEL",
        "Clouds",
        "Manifests",
        "Patterns",
        "StrictYAML",
      ]),
    room(
      "CloudReach", on: .artifacts,
      uses: [
        "Basics",
        "Clouds",
        "HCL",
        "Reach",
        "ResourceGraph",
        "StrictYAML",
      ]),
    room(
      "Reach", on: .artifacts,
      uses: [
        "Basics",
        "Manifests",
      ]),
    room(
      "Validation", on: .evidence,
      uses: [
        "Basics",
        "HCL",
        "ProviderSchemas",
        "ResourceGraph",
      ]),
    room(
      "Repair", on: .evidence,
      uses: [
        "Basics",
        "Clouds",
        "HCL",
        "ProviderSchemas",
        "ResourceGraph",
        "Validation",
      ]),
    room(
      "Changes", on: .experts,
      uses: [
        "Basics",
        "Clouds",
        "HCL",
        "Patterns",
        "ProviderSchemas",
        "Repair",
        "Requirements",
        "ResourceGraph",
        "StrictYAML",
        "Vocabulary",
      ], resources: [.copy("Data")]),
    room(
      "Handbook", on: .experts,
      uses: [
        "Basics",
        "Changes",
        "Clouds",
        "Experts",
        "HCL",
        "StrictYAML",
        "Templates",
        "Vocabulary",
      ], resources: [.copy("Data")]),
    room(
      "ModelExperts", on: .experts,
      uses: [
        "Basics",
        "CrewFile",
        "Experts",
        "HCL",
        "Handbook",
        "JSONSchema",
        "LanguageModels",
        "Templates",
        "Vocabulary",
      ], resources: [.copy("Data")]),
    room(
      "Policies", on: .evidence,
      uses: [
        "Basics",
        "Clouds",
        "Digests",
        "HCL",
        "ResourceGraph",
        "StrictYAML",
        "Vocabulary",
      ]),
    room(
      "Permissions", on: .evidence,
      uses: [
        "Basics",
        "Clouds",
        "HCL",
        "Manifests",
        "ResourceGraph",
        "StrictYAML",
      ]),
    room(
      "Pricing", on: .evidence,
      uses: [
        "Basics",
        "Clouds",
        "HCL",
        "ResourceGraph",
        "StrictYAML",
        "Tables",
        "Vocabulary",
      ]),
    room(
      "Requirements", on: .evidence,
      uses: [
        "Basics",
        "Clouds",
        "ProviderSchemas",
        "StrictYAML",
        "Vocabulary",
      ], resources: [.copy("Data")]),
    room(
      "Evidence", on: .evidence,
      uses: [
        "Basics",
        "CloudReach",
        "Clouds",
        "Digests",
        "Effects",
        "ExternalTools",
        "HCL",
        "ManifestSchemas",
        "Manifests",
        "Permissions",
        "Pipelines",
        "Policies",
        "Pricing",
        "ProviderSchemas",
        "Reach",
        "Repair",
        "ResourceGraph",
        "StrictYAML",
        "Validation",
        "Vocabulary",
      ]),
    room(
      "Reporting", on: .ground,
      uses: [
        "Basics",
        "TaskGraph",
        "Templates",
        "Vocabulary",
      ], resources: [.copy("Templates")]),
    room(
      "Memory", on: .services,
      uses: [
        "Basics",
        "Records",
        "Reporting",
        "Store",
        "Vocabulary",
      ]),
    room(
      "Bundles", on: .artifacts,
      uses: [
        "Basics",
        "Digests",
        "Vocabulary",
      ]),
    .systemLibrary(
      name: "CCurl", path: "Sources/Ground/CCurl", pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"])]),
    .target(name: "CCurlShims", dependencies: ["CCurl"], path: "Sources/Ground/CCurlShims"),
    room(
      "CurlHTTP", on: .ground,
      uses: [
        "Basics",
        "CCurl",
        "CCurlShims",
      ]),
    room(
      "LanguageModels", on: .ground,
      uses: [
        "Basics",
        "CurlHTTP",
        "Digests",
        "ExternalTools",
        "JSONSchema",
        "Logs",
        "StrictYAML",
        "Tables",
      ], resources: [.copy("Data")]),
    room(
      "Experts", on: .experts,
      uses: [
        "Basics",
        "CrewFile",
        "StrictYAML",
        "Vocabulary",
      ], resources: [.copy("Data")]),
    room(
      "Delivery", on: .delivery,
      uses: [
        "Basics",
        "Bundles",
        "Clouds",
        "Digests",
        "Effects",
        "ExternalTools",
        "Logs",
        "Manifests",
        "Masking",
        "Records",
        "SafeFiles",
        "Store",
        "Vocabulary",
      ]),
    room(
      "Advice", on: .evidence,
      uses: [
        "Basics",
        "Clouds",
        "CurlHTTP",
        "Digests",
        "HCL",
        "Manifests",
        "Policies",
        "Pricing",
        "ProviderSchemas",
        "Records",
        "Reporting",
        "ResourceGraph",
        "Store",
        "StrictYAML",
        "Tables",
        "Templates",
        "Validation",
        "Vocabulary",
      ], resources: [.copy("Data")]),
    room(
      "Consultation", on: .consultation,
      uses: [
        "Basics",
        "CrewFile",
        "Digests",
        "Experts",
        "Reporting",
        "TaskGraph",
        "Vocabulary",
      ]),
    room(
      "CrewTasks", on: .consultation,
      uses: [
        "Basics",
        "CrewFile",
        "Experts",
        "HCL",
        "Reporting",
        "StrictYAML",
        "TaskGraph",
        "Vocabulary",
      ]),
    room(
      "Evaluation", on: .consultation,
      uses: [
        "Basics",
        "Consultation",
        "CrewFile",
        "Evidence",
        "Experts",
        "ExternalTools",
        "HCL",
        "Handbook",
        "Requirements",
        "TaskGraph",
        "Vocabulary",
      ]),
    room(
      "Services", on: .services,
      uses: [
        "Advice",
        "Basics",
        "Bundles",
        "CloudReach",
        "Clouds",
        "Consultation",
        "CrewFile",
        "CrewTasks",
        "CurlHTTP",
        "Digests",
        "Effects",
        "Evaluation",
        "Evidence",
        "Experts",
        "ExternalTools",
        "HCL",
        "Handbook",
        "LanguageModels",
        "Logs",
        "ManifestSchemas",
        "Manifests",
        "Masking",
        "Memory",
        "ModelContext",
        "ModelExperts",
        "Permissions",
        "Pipelines",
        "Policies",
        "Pricing",
        "ProviderSchemas",
        "Reach",
        "Records",
        "Repair",
        "Reporting",
        "Requirements",
        "ResourceGraph",
        "SafeFiles",
        "Store",
        "TaskGraph",
        "Trust",
        "Validation",
        "Vocabulary",
      ]),
    room(
      "Plans", on: .services,
      uses: [
        "Basics",
        "CloudReach",
        "Clouds",
        "CrewFile",
        "Delivery",
        "Effects",
        "ExternalTools",
        "HCL",
        "Manifests",
        "Masking",
        "Policies",
        "Pricing",
        "ProviderSchemas",
        "ResourceGraph",
        "Store",
        "Trust",
        "Vocabulary",
      ]),
    room(
      "Terminal", on: .surfaces,
      uses: [
        "Basics",
        "Logs",
        "Masking",
        arguments,
      ]),
    room(
      "Assistants", on: .surfaces,
      uses: [
        "Basics",
        "Masking",
        "ModelContext",
        "Records",
        "Reporting",
        "Services",
        "TaskGraph",
        "Templates",
        "Vocabulary",
      ], resources: [.copy("Data")]),
    room(
      "Commands", on: .surfaces,
      uses: [
        "Advice",
        "Assistants",
        "Basics",
        "CrewFile",
        "CrewTasks",
        "HTTPServing",
        "ModelContext",
        "Records",
        "Reporting",
        "Services",
        "TaskGraph",
        "Terminal",
        "Trust",
        "Vocabulary",
        arguments,
      ]),
    room(
      "ExecutorCommands", on: .surfaces,
      uses: [
        "Basics",
        "Delivery",
        "Digests",
        "Effects",
        "ExternalTools",
        "Plans",
        "Records",
        "Terminal",
        "Vocabulary",
        arguments,
      ]),
    program(
      "consilium",
      uses: [
        "Commands"
      ]),
    program(
      "consilium-executor",
      uses: [
        "ExecutorCommands"
      ]),

    .target(
      name: "ScriptedServer", dependencies: ["Basics"], path: "Tests/Support/ScriptedServer",
      swiftSettings: settings),
    .target(
      name: "PriceTables",
      dependencies: [
        "Basics",
        "Pricing",
        "ResourceGraph",
        "Vocabulary",
      ],
      path: "Tests/Support/PriceTables", swiftSettings: settings),
    .target(
      name: "ClusterCases",
      dependencies: [
        "Basics",
        "ManifestSchemas",
        "Manifests",
        "Policies",
        "ResourceGraph",
        "Vocabulary",
      ],
      path: "Tests/Support/ClusterCases", swiftSettings: settings),
    .target(
      name: "ConnectivityCases", dependencies: ["Basics", "Digests", "Manifests", "Reach"],
      path: "Tests/Support/ConnectivityCases", swiftSettings: settings),
    .target(
      name: "SimulatedRequests", dependencies: ["Basics", "HCL", "Permissions"],
      path: "Tests/Support/SimulatedRequests", swiftSettings: settings),
    .target(name: "Recorded", path: "Tests/Support/Recorded", swiftSettings: settings),
    .target(
      name: "HostileConstructs", dependencies: ["Effects"], path: "Tests/Support/HostileConstructs",
      swiftSettings: settings),
    .target(name: "TestFolders", path: "Tests/Support/TestFolders", swiftSettings: settings),
    .executableTarget(
      name: "scripted-model-server", dependencies: ["ScriptedServer"],
      path: "Tests/Support/scripted-model-server",
      swiftSettings: settings),
    tests(
      "Advice",
      uses: [
        "Basics",
        "CurlHTTP",
        "ExternalTools",
        "HCL",
        "Manifests",
        "Pricing",
        "ProviderSchemas",
        "Records",
        "Repair",
        "Reporting",
        "ResourceGraph",
        "Store",
        "StrictYAML",
        "Vocabulary",
      ]),
    tests(
      "Assistants",
      uses: [
        "Basics",
        "JSONSchema",
        "ModelContext",
        "Services",
      ]),
    tests("Basics"),
    tests(
      "Bundles",
      uses: [
        "Basics",
        "Vocabulary",
      ]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "Advice",
        "Basics",
        "Delivery",
        "ExecutorCommands",
        "ExternalTools",
        "HCL",
        "Policies",
        "Recorded",
        "TestFolders",
        "Vocabulary",
        "consilium",
        "consilium-executor",
      ],
      path: "Tests/CommandTests", exclude: ["Fixtures"], swiftSettings: settings),
    tests("Clouds"),
    tests(
      "Consultation",
      uses: [
        "Basics",
        "CrewFile",
        "Experts",
        "Reporting",
        "TaskGraph",
        "Vocabulary",
      ]),
    tests(
      "CurlHTTP",
      uses: [
        "Basics",
        "ScriptedServer",
      ]),
    tests(
      "CrewFile",
      uses: [
        "Basics",
        "TaskGraph",
        "Vocabulary",
      ]),
    tests(
      "CrewTasks",
      uses: [
        "Basics",
        "CrewFile",
        "Experts",
        "Reporting",
        "TaskGraph",
        "Vocabulary",
      ]),
    .testTarget(
      name: "DeliveryTests",
      dependencies: [
        "Basics",
        "Bundles",
        "Delivery",
        "Digests",
        "Effects",
        "ExternalTools",
        "HostileConstructs",
        "Manifests",
        "Masking",
        "Plans",
        "Records",
        "Store",
        "TestFolders",
        "Vocabulary",
        "consilium-executor",
        grdb,
      ],
      path: "Tests/DeliveryTests", exclude: ["Fixtures"], swiftSettings: settings),
    tests(
      "Services",
      uses: [
        "Advice",
        "Basics",
        "Bundles",
        "Clouds",
        "Consultation",
        "CrewFile",
        "CrewTasks",
        "CurlHTTP",
        "Digests",
        "Evidence",
        "Experts",
        "Handbook",
        "HostileConstructs",
        "JSONSchema",
        "LanguageModels",
        "Masking",
        "Recorded",
        "Records",
        "Reporting",
        "ResourceGraph",
        "ScriptedServer",
        "Store",
        "StrictYAML",
        "TestFolders",
        "Vocabulary",
      ], exclude: ["Fixtures"]),
    tests(
      "Evaluation",
      uses: [
        "Evidence",
        "Experts",
        "ProviderSchemas",
        "Requirements",
        "Vocabulary",
      ]),
    tests(
      "Effects",
      uses: [
        "Basics",
        "HostileConstructs",
      ]),
    tests(
      "Evidence",
      uses: [
        "Basics",
        "Clouds",
        "HostileConstructs",
        "ResourceGraph",
        "Vocabulary",
      ]),
    tests(
      "Changes",
      uses: [
        "Vocabulary"
      ]),
    tests(
      "Handbook",
      uses: [
        "Basics",
        "CEL",
        "Clouds",
        "Experts",
        "HCL",
        "ManifestSchemas",
        "Manifests",
        "Pipelines",
        "Policies",
        "ResourceGraph",
        "StrictYAML",
        "Vocabulary",
      ]),
    tests(
      "ExternalTools",
      uses: [
        "Basics"
      ]),
    .testTarget(
      name: "FaultTests",
      dependencies: [
        "Basics",
        "Consultation",
        "CrewFile",
        "CurlHTTP",
        "Experts",
        "LanguageModels",
        "ModelExperts",
        "ScriptedServer",
        "TaskGraph",
        "Vocabulary",
      ],
      path: "Tests/FaultTests", swiftSettings: settings),
    tests(
      "Masking",
      uses: [
        "Basics"
      ]),
    tests(
      "HCL",
      uses: [
        "Basics"
      ]),
    tests(
      "ResourceGraph",
      uses: [
        "Basics",
        "HCL",
        "Validation",
      ]),
    tests(
      "Validation",
      uses: [
        "Basics",
        "HCL",
        "ProviderSchemas",
        "ResourceGraph",
      ]),
    tests(
      "Repair",
      uses: [
        "Basics",
        "HCL",
        "ProviderSchemas",
        "ResourceGraph",
        "Validation",
      ]),
    tests(
      "ProviderSchemas",
      uses: [
        "Basics",
        "Validation",
      ]),
    tests(
      "JSONSchema",
      uses: [
        "Basics"
      ]),
    .testTarget(
      name: "LanguageModelsTests",
      dependencies: [
        "Basics",
        "CurlHTTP",
        "LanguageModels",
        "ScriptedServer",
      ],
      path: "Tests/LanguageModelsTests", exclude: ["Fixtures"], swiftSettings: settings),
    tests(
      "Memory",
      uses: [
        "Basics",
        "Records",
        "Store",
      ]),
    tests(
      "Manifests",
      uses: [
        "Basics"
      ]),
    tests(
      "ModelContext",
      uses: [
        "Basics",
        "Digests",
        "HTTPServing",
      ]),
    tests(
      "FalcoRules",
      uses: [
        "Basics"
      ]),
    tests(
      "Pipelines",
      uses: [
        "Basics"
      ]),
    tests(
      "Permissions",
      uses: [
        "HCL",
        "Manifests",
        "ResourceGraph",
        "SimulatedRequests",
      ]),
    tests(
      "Policies",
      uses: [
        "ClusterCases",
        "Basics",
        "HCL",
        "ProviderSchemas",
        "ResourceGraph",
        "Vocabulary",
      ]),
    .testTarget(
      name: "PricingTests",
      dependencies: [
        "Basics",
        "Clouds",
        "HCL",
        "Manifests",
        "PriceTables",
        "Pricing",
        "ResourceGraph",
        "Vocabulary",
      ],
      path: "Tests/PricingTests", resources: [.copy("Fixtures")], swiftSettings: settings),
    tests(
      "Requirements",
      uses: [
        "Basics",
        "ProviderSchemas",
        "StrictYAML",
        "Vocabulary",
      ]),
    tests(
      "Reporting",
      uses: [
        "Basics",
        "Recorded",
        "Vocabulary",
      ], exclude: ["Golden"]),
    tests(
      "Store",
      uses: [
        "Basics",
        "Records",
        "TestFolders",
        grdb,
      ]),
    tests(
      "SafeFiles",
      uses: [
        "Basics",
        "TestFolders",
      ]),
    tests(
      "Trust",
      uses: [
        "Basics",
        "CrewFile",
        "SafeFiles",
        "TestFolders",
        "Vocabulary",
      ]),
    tests(
      "StrictYAML",
      uses: [
        "Basics"
      ]),
    tests(
      "ManifestSchemas",
      uses: [
        "Basics",
        "CEL",
        "ClusterCases",
        "Manifests",
        "Patterns",
      ]),
    .testTarget(
      name: "CELTests", dependencies: ["Basics", "CEL"], path: "Tests/CELTests",
      resources: [.copy("Fixtures")], swiftSettings: settings),
    tests("Patterns"),
    tests("Logs"),
    tests(
      "CloudReach",
      uses: [
        "Clouds",
        "HCL",
        "Reach",
        "ResourceGraph",
      ]),
    tests(
      "Reach",
      uses: [
        "Basics",
        "ConnectivityCases",
        "Manifests",
      ]),
    tests(
      "Tables",
      uses: [
        "TestFolders"
      ]),
    tests("TaskGraph"),
    tests(
      "Templates",
      uses: [
        "Basics"
      ]),
    tests("Terminal"),
    tests("Vocabulary"),
    .testTarget(name: "ArchitectureTests", path: "Tests/ArchitectureTests", swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
