import Foundation

/// A folder for the real tool, with the provider from a local mirror and one data folder for all runs.
struct TerraformFolder {
  static let mirror = ProcessInfo.processInfo.environment["CONSILIUM_PROVIDER_MIRROR"]
  static let tool = [
    "/usr/local/bin/terraform", "/usr/bin/terraform", "/usr/local/bin/tofu", "/usr/bin/tofu",
  ]
  .first { FileManager.default.isExecutableFile(atPath: $0) }
  static var isAvailable: Bool { mirror != nil && tool != nil }

  let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("handbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    let configuration = """
      provider_installation {
        filesystem_mirror {
          path = "\(Self.mirror ?? "")"
        }
      }
      """
    try configuration.write(to: root.appendingPathComponent("rc"), atomically: true, encoding: .utf8)
  }

  func remove() throws { try FileManager.default.removeItem(at: root) }

  /// Runs the tool in a folder below the root; what it printed, and whether it succeeded.
  func run(_ arguments: [String], in folder: String) throws -> (output: String, succeeded: Bool) {
    let output = root.appendingPathComponent("output")
    guard FileManager.default.createFile(atPath: output.path, contents: nil) else {
      return ("no output file", false)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.tool ?? "")
    process.arguments = arguments
    process.currentDirectoryURL = root.appendingPathComponent(folder)
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": root.path,
      "TF_CLI_CONFIG_FILE": root.appendingPathComponent("rc").path,
      "TF_DATA_DIR": root.appendingPathComponent("data").path, "CHECKPOINT_DISABLE": "1",
    ]
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    return (try String(contentsOf: output, encoding: .utf8), process.terminationStatus == 0)
  }

  func write(_ content: String, to path: String) throws {
    let url = root.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try content.write(to: url, atomically: true, encoding: .utf8)
  }
}
