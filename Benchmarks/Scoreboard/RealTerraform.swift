import Foundation

/// The real tool, prepared once: one folder, one initialised provider.
struct RealTerraform {
  private let tool: Tool
  private let folder: URL
  private let environment: [String: String]
  /// Whether it found the provider; without it nothing can be validated.
  let validates: Bool

  /// - Parameter mirror: a folder with providers, for a machine without network.
  init(_ tool: Tool, mirror: String?) throws {
    self.tool = tool
    folder = FileManager.default.temporaryDirectory.appending(path: "scoreboard-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    guard let mirror else {
      (environment, validates) = ([:], false)
      return
    }
    let settings = "provider_installation {\n  filesystem_mirror {\n    path = \"\(mirror)\"\n  }\n}\n"
    let file = folder.appending(path: "tool.tfrc")
    try settings.write(to: file, atomically: true, encoding: .utf8)
    environment = ["TF_CLI_CONFIG_FILE": file.path]
    try Self.write("provider \"aws\" {}\n", "main.tf", folder)
    validates =
      try tool.run(["init", "-backend=false", "-input=false"], in: folder, environment: environment).status
      == 0
  }

  func remove() {
    do {
      try FileManager.default.removeItem(at: folder)
    } catch {
      print("The folder \(folder.path) could not be removed: \(error)")
    }
  }

  /// Nil when it is valid, or the first error.
  func problem(_ text: String) throws -> String? {
    try Self.write(text, "main.tf", folder)
    let result = try tool.run(["validate", "-no-color"], in: folder, environment: environment)
    if result.status == 0 { return nil }
    return result.text.split(separator: "\n").first { $0.contains("Error: ") }.map(String.init)
      ?? "no message"
  }

  /// The texts as `fmt` leaves them, and whether it refused them.
  func format(_ texts: [String]) throws -> [(text: String, isRefused: Bool)] {
    let place = folder.appending(path: "fmt-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    for (index, text) in texts.enumerated() { try Self.write(text, "\(index).tf", place) }
    let errors = try tool.run(["fmt", "-no-color", "-list=false", "."], in: place).text
    let refused = Set(errors.matches(of: /on ([0-9]+)\.tf line/).compactMap { Int($0.output.1) })
    let formatted = try texts.indices.map { index in
      (
        try String(contentsOf: place.appending(path: "\(index).tf"), encoding: .utf8),
        refused.contains(index)
      )
    }
    try FileManager.default.removeItem(at: place)
    return formatted
  }

  private static func write(_ text: String, _ name: String, _ folder: URL) throws {
    try text.write(to: folder.appending(path: name), atomically: false, encoding: .utf8)
  }
}
