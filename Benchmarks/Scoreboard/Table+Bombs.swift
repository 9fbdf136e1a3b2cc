import Foundation
import HCL
import Validation

extension Table {
  /// What a careless reader would choke on; measured first, while the memory is still small.
  func measureBombs() {
    let validator = ConfigurationValidator.builtIn()
    _ = validator.validate(files: ["main.tf": "resource \"aws_vpc\" \"v\" {\n}\n"])
    let before = Self.peakMemory()
    var (refused, slowest) = (0, Duration.zero)
    for bomb in Bombs.all {
      var durations: [Duration] = []
      let report = timed(&durations) { validator.validate(files: ["main.tf": bomb.text]) }
      if report.verdict == .invalid { refused += 1 }
      slowest = max(slowest, durations[0])
      if durations[0] > .milliseconds(100) { note("\(bomb.name): \(durations[0])") }
    }
    row(
      "bombs",
      "\(Bombs.all.count), \(refused) refused and the others left unknown, slowest "
        + String(format: "%.0f ms", slowest / .milliseconds(1))
        + ", \((Self.peakMemory() - before) >> 10) MB more memory", goal: "100 ms, 64 MB")
  }

  /// In KiB, as the system counts it.
  private static func peakMemory() -> Int {
    let status = FileManager.default.contents(atPath: "/proc/self/status").map {
      String(decoding: $0, as: UTF8.self)
    }
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split { $0 == " " || $0 == "\t" }.dropFirst().first.flatMap { Int($0) } ?? 0
  }
}
