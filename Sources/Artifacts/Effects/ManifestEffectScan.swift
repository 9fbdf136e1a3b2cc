import Basics
import Digests
import Manifests

/// Finds what objects of a cluster run besides the programs of their images: work that is done once it is applied, text
/// that a shell is given, commands of hooks, plugins of a client's configuration.
package struct ManifestEffectScan {
  private let manifests: [Manifest]

  package init(_ manifests: [Manifest]) {
    self.manifests = manifests
  }

  /// In the order of the objects, each once.
  package func effects() -> [Effect] {
    var seen: Set<Effect> = []
    return manifests.flatMap(effects).filter { seen.insert($0).inserted }
  }

  private func effects(_ manifest: Manifest) -> [Effect] {
    let runsAtOnce = !Self.servers.contains(manifest.kind)
    var texts: [String] = []
    Self.walk(manifest.content, key: "") { key, value in
      if Self.containers.contains(key) {
        for container in value.array ?? [value] { texts += Self.texts(container, whole: runsAtOnce) }
      } else if key == "exec", let words = Self.command(value) {
        texts.append(words)
      }
    }
    return texts.map { text in
      Effect(
        kind: .clusterProgram, address: manifest.address, text: String(text.prefix(2000)),
        file: manifest.range.file, line: manifest.range.start.line,
        id:
          "\(Effect.Kind.clusterProgram.rawValue)-\(Digest(of: "\(manifest.address)\n\(text)").short)")
    }
  }

  /// What runs as long as it is wanted and answers requests; of these only text that a shell is given counts, and what their
  /// hooks run. Everything else that has containers does its work when it is applied, or at its hour.
  private static let servers: Set<String> = [
    "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Rollout", "Service",
  ]
  /// Where objects of Kubernetes and of those who extend it describe containers.
  private static let containers: Set<String> = [
    "containers", "initContainers", "ephemeralContainers", "container", "steps", "sidecars", "script",
  ]
  private static let interpreters: Set<String> = [
    "sh", "bash", "ash", "dash", "zsh", "ksh", "python", "python2", "python3", "perl", "ruby", "node", "php",
    "pwsh", "powershell", "cmd", "busybox", "env", "xargs", "eval",
  ]

  private static func texts(_ container: JSONValue, whole: Bool) -> [String] {
    guard container.object != nil else { return [] }
    let words = (strings(container["command"]) + strings(container["args"]))
    let script = container["script"]?.string ?? container["source"]?.string
    if let script { return [script] }
    if whole, container["image"] != nil {
      return [([container["image"]?.string ?? ""] + words).joined(separator: " ")]
    }
    return isScript(words) ? [words.joined(separator: " ")] : []
  }

  /// Whether an interpreter is given its program as a word.
  private static func isScript(_ words: [String]) -> Bool {
    guard let program = words.first?.split(separator: "/").last.map(String.init) else { return false }
    return interpreters.contains(program)
      && (words.dropFirst().contains { $0.hasPrefix("-") && $0.contains(where: { "ce".contains($0) }) }
        || words.dropFirst().contains {
          interpreters.contains($0.split(separator: "/").last.map(String.init) ?? "")
        })
  }

  /// The command of a hook or of a credential plugin. A probe's is known by its place and counts where it is a script.
  private static func command(_ exec: JSONValue) -> String? {
    if let plugin = exec["command"]?.string {
      return ([plugin] + strings(exec["args"])).joined(separator: " ")
    }
    let words = strings(exec["command"])
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private static func strings(_ value: JSONValue?) -> [String] {
    value?.array?.compactMap(\.string) ?? value?.string.map { [$0] } ?? []
  }

  /// Every member of a document with its key; of probes only those that are scripts.
  private static func walk(_ value: JSONValue, key: String, visit: (String, JSONValue) -> Void) {
    switch value {
    case .object(let members):
      for member in members {
        if member.key.hasSuffix("Probe"), !isScript(strings(member.value["exec"]?["command"])) { continue }
        visit(member.key, member.value)
        walk(member.value, key: member.key, visit: visit)
      }
    case .array(let items): for item in items { walk(item, key: key, visit: visit) }
    default: return
    }
  }
}
