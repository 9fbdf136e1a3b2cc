import Basics
import Foundation
import Manifests
import Policies
import ResourceGraph
import Vocabulary

/// How well rules about clusters agree with another collection's cases: whether a case has a finding, for each of its
/// rules that both have.
package struct ClusterRuleCases: Sendable {
  /// One case of one rule.
  package struct Outcome: Sendable {
    /// `rule/case`.
    package let name: String
    package let isExpected: Bool
    package let isFound: Bool
  }

  package private(set) var outcomes: [Outcome] = []

  package var agreeing: Int { outcomes.count { $0.isExpected == $0.isFound } }
  /// `rule/case` where a finding is expected and none is there, and the other way round.
  package var missed: [String] { outcomes.filter { $0.isExpected && !$0.isFound }.map(\.name) }
  package var invented: [String] { outcomes.filter { !$0.isExpected && $0.isFound }.map(\.name) }
  package var count: Int { outcomes.count }

  /// The same of some of the cases only.
  package func limited(to isMeant: (String) -> Bool) -> ClusterRuleCases {
    var limited = self
    limited.outcomes = outcomes.filter { isMeant($0.name) }
    return limited
  }

  /// Another collection's rule by name, and ours that are about the same.
  package static let same: [String: [String]] = [
    "alert-any-hostpath": ["k8s-host-path", "k8s-volume-of-node"],
    "cluster-admin-role": ["k8s-cluster-admin"],
    "automount-default-service-account": ["k8s-account-token"],
    "container-hostPort": ["k8s-host-port"], "duplicate-env-var": ["k8s-duplicate-variable"],
    "ensure-that-the-admission-control-plugin-AlwaysAdmit-is-not-set": ["k8s-api-always-admit"],
    "ensure-that-the-admission-control-plugin-EventRateLimit-is-set": ["k8s-api-event-rate"],
    "ensure-that-the-admission-control-plugin-NodeRestriction-is-set": ["k8s-api-node-restriction"],
    "ensure-that-the-admission-control-plugin-ServiceAccount-is-set": ["k8s-api-service-accounts"],
    "ensure-that-the-api-server-anonymous-auth-argument-is-set-to-false": ["k8s-api-anonymous"],
    "ensure-that-the-api-server-authorization-mode-argument-is-not-set-to-AlwaysAllow": [
      "k8s-api-always-allow"
    ],
    "ensure-that-the-api-server-encryption-provider-config-argument-is-set-as-appropriate": [
      "k8s-api-encryption"
    ],
    "ensure-that-the-api-server-etcd-certfile-and-etcd-keyfile-arguments-are-set-as-appropriate": [
      "k8s-api-etcd-certificate"
    ],
    "ensure-that-the-api-server-kubelet-certificate-authority-argument-is-set-as-appropriate": [
      "k8s-api-kubelet-authority"
    ],
    "ensure-that-the-api-server-kubelet-client-certificate-and-kubelet-client-key-arguments-are-set-as-appropriate":
      ["k8s-api-kubelet-certificate"],
    "ensure-that-the-api-server-profiling-argument-is-set-to-false": ["k8s-api-profiling"],
    "ensure-that-the-api-server-secure-port-argument-is-not-set-to-0": ["k8s-api-secure-port"],
    "ensure-that-the-api-server-service-account-lookup-argument-is-set-to-true": ["k8s-api-account-lookup"],
    "ensure-that-the-api-server-tls-cert-file-and-tls-private-key-file-arguments-are-set-as-appropriate": [
      "k8s-api-tls"
    ],
    "ensure-that-the-api-server-token-auth-file-parameter-is-not-set": ["k8s-api-token-file"],
    "ensure-that-the-controller-manager-profiling-argument-is-set-to-false": ["k8s-controllers-profiling"],
    "ensure-that-the-controller-manager-root-ca-file-argument-is-set-as-appropriate": [
      "k8s-controllers-root-authority"
    ],
    "ensure-that-the-controller-manager-terminated-pod-gc-threshold-argument-is-set-as-appropriate": [
      "k8s-controllers-pod-limit"
    ],
    "ensure-that-the-scheduler-bind-address-argument-is-set-to-127.0.0.1": ["k8s-scheduler-address"],
    "etcd-auto-tls-disabled": ["k8s-etcd-auto-tls"], "etcd-client-auth-cert": ["k8s-etcd-clients"],
    "etcd-encryption-native": ["k8s-api-encryption"],
    "etcd-peer-auto-tls-disabled": ["k8s-etcd-peer-auto-tls"],
    "etcd-peer-client-auth-cert": ["k8s-etcd-peers"], "etcd-peer-tls-enabled": ["k8s-etcd-peer-tls"],
    "exec-into-container-v1": ["k8s-rbac-exec"], "host-pid-ipc-privileges": ["k8s-host-namespaces"],
    "immutable-container-filesystem": ["k8s-read-only-root"], "insecure-port-flag": ["k8s-api-insecure-port"],
    "k8s-audit-logs-enabled-native-cis": ["k8s-api-audit-log"],
    "no-rolling-update-strategy": ["k8s-recreate"],
    "non-root-containers": ["k8s-run-as-root"],
    "pod-security-admission-baseline-applied-1": ["k8s-pod-security"],
    "rbac-enabled-native": ["k8s-api-rbac-mode"],
    "resources-cpu-limits": ["k8s-cpu-limits"], "rule-access-dashboard-subject-v1": ["k8s-rbac-dashboard"],
    "rule-allow-privilege-escalation": ["k8s-privilege-escalation"],
    "rule-can-access-proxy-subresource": ["k8s-rbac-node-proxy"],
    "rule-can-approve-cert-signing-request": ["k8s-rbac-approve-certificates"],
    "rule-can-delete-k8s-events-v1": ["k8s-rbac-delete-events"],
    "rule-can-list-get-secrets-v1": ["k8s-rbac-secrets"],
    "rule-can-portforward-v1": ["k8s-rbac-port-forward"], "rule-can-ssh-to-pod-v1": ["k8s-ssh-service"],
    "rule-credentials-in-env-var": ["k8s-secret-in-environment"],
    "rule-privileged-container": ["k8s-privileged"],
    "set-hostprocess-true": ["k8s-host-process"], "set-seccomp-profile-RuntimeDefault": ["k8s-seccomp"],
    "drop-capability-netraw": ["k8s-capabilities"],
  ]

  /// - Parameter root: a folder for each rule, in it one for each case.
  package init(_ root: URL) throws {
    let pack = try PolicyPack.builtIn.get()
    for (name, ids) in Self.same.sorted(by: { $0.key < $1.key }) {
      let folder = root.appending(path: name)
      guard FileManager.default.fileExists(atPath: folder.path) else { continue }
      for one in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
        let place = folder.appending(path: one)
        guard let expected = FileManager.default.contents(atPath: place.appending(path: "expected.json").path)
        else { continue }
        let isBad = try JSONValue(parsing: Array(expected)).array?.isEmpty == false
        let found = try pack.findings(in: Self.graph(place.appending(path: "input")))
          .contains { finding in finding.outcome == .fail && ids.contains { finding.id.hasPrefix("\($0)@") } }
        outcomes.append(Outcome(name: "\(name)/\(one)", isExpected: isBad, isFound: found))
      }
    }
  }

  private static func graph(_ folder: URL) throws -> ResourceGraph {
    let names = FileManager.default.subpaths(atPath: folder.path) ?? []
    let resources = try names.sorted().filter { [".yaml", ".yml", ".json"].contains(where: $0.hasSuffix) }
      .flatMap {
        let text = try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        return ManifestReader.read(text, file: $0, isForeign: true).manifests.map(Resource.init)
      }
    return ResourceGraph(resources: resources)
  }
}
