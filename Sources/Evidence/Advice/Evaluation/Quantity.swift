import Basics

/// Quantities as Kubernetes writes them.
enum Quantity {
  private static let suffixes: [(suffix: String, factor: Double)] = [
    ("Ki", 1024), ("Mi", 1_048_576), ("Gi", 1_073_741_824), ("Ti", 1_099_511_627_776), ("n", 1e-9),
    ("u", 1e-6),
    ("m", 0.001), ("k", 1e3), ("M", 1e6), ("G", 1e9), ("T", 1e12),
  ]

  /// `500m` is 0.5, `512Mi` is 536870912; nil for what is no quantity.
  static func number(_ text: String) -> Double? {
    for (suffix, factor) in suffixes where text.hasSuffix(suffix) {
      return Double(finite: text.dropLast(suffix.count)).map { $0 * factor }
    }
    return Double(finite: text)
  }

  /// Cores, rounded up to ten thousandths of a core as people write them: `250m`.
  static func cores(_ cores: Double) -> String {
    let milli = max(10, Int(saturating: (cores * 100).rounded(.up)).multipliedSaturated(by: 10))
    return milli % 1000 == 0 ? "\(milli / 1000)" : "\(milli)m"
  }

  /// Bytes, rounded up to 16 MiB: `512Mi`.
  static func bytes(_ bytes: Double) -> String {
    let steps = Int(saturating: (bytes / 16_777_216).rounded(.up))
    let mebibytes = max(1, steps).multipliedSaturated(by: 16)
    return mebibytes % 1024 == 0 ? "\(mebibytes / 1024)Gi" : "\(mebibytes)Mi"
  }
}
