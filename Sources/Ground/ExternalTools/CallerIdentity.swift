import Basics

/// Whom and where a provider is told to ask by the environment and the person's own files, as far as it can be read without
/// asking anybody: what was approved for one account, profile or endpoint does nothing in another.
package enum CallerIdentity {
  /// Parts of the names of variables that say where a provider goes and as whom.
  private static let places = [
    "ENDPOINT", "REGION", "PROFILE", "ROLE_ARN", "CONFIG_FILE", "CREDENTIALS_FILE", "ACCOUNT", "CA_BUNDLE",
    "KUBECONFIG", "KUBE_CONFIG_PATH",
  ]

  /// The variables that count, by name, the account of an access key, which its identifier holds, and the settings of the
  /// chosen profile.
  /// - Parameter environment: of the tool.
  package static func of(_ environment: [String: String]) -> [String: String] {
    var identity = environment.filter { name, _ in
      !name.hasPrefix("TF_") && places.contains { name.contains($0) } && !name.contains("TOKEN")
        && !name.contains("SECRET")
    }
    if let key = environment["AWS_ACCESS_KEY_ID"] {
      identity["account"] = account(ofAccessKey: key) ?? "unknown"
    }
    do {
      for files in try ProfileFiles.all.get() {
        identity.merge(ProfileIdentity(files, environment: environment).settings) { variable, _ in variable }
      }
    } catch {
      // Not looked at is another identity than any that was.
      identity["profiles"] = "not looked at: \(error)"
    }
    return identity
  }

  /// The twelve digits of the account that an access key belongs to: bits 1 to 40 of what follows its four letters,
  /// read in base 32 (RFC 4648).
  package static func account(ofAccessKey key: String) -> String? {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    let letters = Array(key).dropFirst(4).prefix(10)
    guard key.count >= 16, letters.count == 10 else { return nil }
    var bits: UInt64 = 0
    for letter in letters {
      guard let value = alphabet.firstIndex(of: letter) else { return nil }
      bits = bits << 5 | UInt64(clamping: value)
    }
    // 50 bits were read; the first 48 are six bytes, of which the highest bit is no part of the number.
    let number = (bits >> 2 & 0x7FFF_FFFF_FF80) >> 7
    let digits = String(number)
    return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
  }
}
