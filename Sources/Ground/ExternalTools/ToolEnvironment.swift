/// The environment children get: an allow-list, because a variable such as TF_CLI_ARGS changes what a tool does.
package enum ToolEnvironment {
  /// Needed by any tool to run at all and to reach the network as the person configured it.
  private static let base: Set<String> = [
    "PATH", "HOME", "LANG", "TZ", "TMPDIR", "SSL_CERT_FILE", "SSL_CERT_DIR", "HTTP_PROXY", "HTTPS_PROXY",
    "NO_PROXY", "http_proxy", "https_proxy", "no_proxy",
  ]

  /// For checks: no credential reaches the tool.
  package static func checking(from inherited: [String: String]) -> [String: String] {
    inherited.filter { base.contains($0.key) }.merging(automation) { $1 }
  }

  /// For plan and apply: what the cloud's own client reads, and the passphrase of encrypted state.
  package static func acting(from inherited: [String: String]) -> [String: String] {
    inherited.filter {
      base.contains($0.key) || $0.key.hasPrefix("AWS_") || acting.contains($0.key)
    }.merging(automation) { $1 }
  }

  private static let acting: Set<String> = [
    "TF_ENCRYPTION", "TF_VAR_state_passphrase", "KUBECONFIG", "KUBE_CONFIG_PATH", "SSH_AUTH_SOCK",
  ]

  private static let automation = [
    "TF_IN_AUTOMATION": "1", "TF_INPUT": "0", "CHECKPOINT_DISABLE": "1", "NO_COLOR": "1",
  ]
}
