import Basics
import FoundationEssentials
import Vocabulary

/// Where the state of a bundle is kept when several people or machines share it: the files that say so.
package struct SharedState: Sendable, Hashable, Codable {
  /// A backend with a lock of its own.
  package enum Backend: Sendable, Hashable, Codable {
    case s3(bucket: String, key: String, region: String?, usesPathStyle: Bool)
    case kubernetes(namespace: String, suffix: String)
  }

  package var backend: Backend
  /// Whether OpenTofu encrypts state and plan; Terraform cannot, and does not read the file.
  package var isEncrypted: Bool

  /// Reads `s3://BUCKET/KEY?region=R` or `kubernetes://NAMESPACE/SUFFIX`.
  package init(_ text: String, isEncrypted: Bool = true) throws(BundleError) {
    self.isEncrypted = isEncrypted
    let parts = text.split(separator: "?", maxSplits: 1).map(String.init)
    let words = (parts.first ?? "").split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    let options = Dictionary(
      (parts.count > 1 ? parts[1] : "").split(separator: "&").map { option in
        let pair = option.split(separator: "=", maxSplits: 1).map(String.init)
        return (pair[0], pair.count > 1 ? pair[1] : "true")
      }, uniquingKeysWith: { first, _ in first })
    guard words.count >= 3, Self.isPlain(text) else { throw Self.malformed(text) }
    switch words[0] {
    case "s3:" where Set(options.keys).isSubset(of: ["region", "path_style"]):
      backend = .s3(
        bucket: words[1], key: words.dropFirst(2).joined(separator: "/"), region: options["region"],
        usesPathStyle: options["path_style"] == "true")
    case "kubernetes:" where words.count == 3 && options.isEmpty:
      backend = .kubernetes(namespace: words[1], suffix: words[2])
    default: throw Self.malformed(text)
    }
  }

  /// `backend.tf`, and `encryption.tofu`, which only OpenTofu reads.
  package var files: [Artifact] {
    let backend = Artifact(path: ArtifactFormat.openTofu.path(of: "backend.tf"), content: backendText)
    let encryption = Artifact(
      path: ArtifactFormat.openTofu.path(of: "encryption.tofu"), content: Self.encryptionText)
    return isEncrypted ? [backend, encryption] : [backend]
  }

  private var backendText: String {
    var lines: [(name: String, value: String)]
    let type: String
    switch backend {
    case .s3(let bucket, let key, let region, let usesPathStyle):
      type = "s3"
      lines = [("bucket", "\"\(bucket)\""), ("key", "\"\(key)\"")]
      if let region { lines.append(("region", "\"\(region)\"")) }
      if usesPathStyle { lines.append(("use_path_style", "true")) }
      lines += [("encrypt", "true"), ("use_lockfile", "true")]
    case .kubernetes(let namespace, let suffix):
      type = "kubernetes"
      lines = [("secret_suffix", "\"\(suffix)\""), ("namespace", "\"\(namespace)\"")]
    }
    let width = lines.map(\.name.count).max() ?? 0
    let body = lines.map {
      "    \($0.name)\(String(repeating: " ", count: width - $0.name.count)) = \($0.value)\n"
    }
    return
      "# Where the state is kept. The lock goes with it, so that two people never apply at once.\nterraform {\n  backend \"\(type)\" {\n\(body.joined())  }\n}\n"
  }

  private static let encryptionText = """
    # OpenTofu reads this file, Terraform does not. Set TF_VAR_state_passphrase wherever state or plan is read or written.
    variable "state_passphrase" {
      description = "Encrypts state and plan: at least 16 characters, from the environment"
      type        = string
      sensitive   = true
    }

    terraform {
      encryption {
        key_provider "pbkdf2" "state" {
          passphrase = var.state_passphrase
        }
        method "aes_gcm" "state" {
          keys = key_provider.pbkdf2.state
        }
        state {
          method   = method.aes_gcm.state
          enforced = true
        }
        plan {
          method   = method.aes_gcm.state
          enforced = true
        }
      }
    }

    """

  /// Nothing in it can end a quoted text or begin an interpolation.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "-._/:?=&".utf8.contains(byte)
    }
  }

  private static func malformed(_ text: String) -> BundleError {
    BundleError(
      .badBackend, summary: "The backend cannot be read",
      detail:
        "'\(text)' is neither s3://BUCKET/KEY?region=REGION nor kubernetes://NAMESPACE/SUFFIX, in letters, digits and - . _"
    )
  }
}
