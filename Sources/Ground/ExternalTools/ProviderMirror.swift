import FoundationEssentials

/// A folder of provider packages on this machine, laid out as `HOST/NAMESPACE/TYPE/…`, so that `init` needs no network.
package struct ProviderMirror: Sendable, Hashable {
  package let path: String

  /// What the person named in `CONSILIUM_PROVIDER_MIRROR`, else the first usable folder with a conventional name.
  package static func find(environment: [String: String]) -> ProviderMirror? {
    if let named = environment["CONSILIUM_PROVIDER_MIRROR"], !named.isEmpty {
      return ProviderMirror(path: named)
    }
    let home = environment["HOME"] ?? "/root"
    let parents = [
      "\(home)/.terraform.d", "\(home)/.local/share/terraform", "/usr/local/share", "/usr/share", "/opt",
    ]
    let names = ["plugins", "terraform/plugins", "terraform/providers", "tf-plugins", "opentofu/providers"]
    for parent in parents {
      for name in names where ProviderMirror(path: "\(parent)/\(name)").hasPackages {
        return ProviderMirror(path: "\(parent)/\(name)")
      }
    }
    return nil
  }

  /// Whether the first level looks like host names; a folder of something else is no mirror.
  package var hasPackages: Bool {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path).contains { $0.contains(".") }
    } catch {
      return false
    }
  }

  /// The providers in the mirror as `HOST/NAMESPACE/TYPE`, sorted.
  package var providers: [String] {
    func folders(_ path: String) -> [String] {
      do {
        return try FileManager.default.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }
      } catch {
        return []
      }
    }
    return folders(path).filter { $0.contains(".") }.flatMap { host in
      folders("\(path)/\(host)").flatMap { namespace in
        folders("\(path)/\(host)/\(namespace)").map { "\(host)/\(namespace)/\($0)" }
      }
    }.sorted()
  }

  /// Whether some host's provider of this source, `hashicorp/aws`, is in the mirror.
  package func has(_ source: String) -> Bool {
    providers.contains { $0 == source || $0.hasSuffix("/\(source)") }
  }
}
