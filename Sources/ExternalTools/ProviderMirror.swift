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
    let parents = ["\(home)/.terraform.d", "\(home)/.local/share/terraform", "/usr/local/share", "/usr/share", "/opt"]
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

  /// The versions of a provider in the mirror, unpacked or zipped, in no order; empty where it is not there.
  package func versions(of source: String, host: String) -> [String] {
    let folder = "\(path)/\(host)/\(source)"
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).map { name in
        name.hasSuffix(".zip") ? String(name.split(separator: "_").dropFirst().first ?? "") : name
      }.filter { $0.first?.isNumber == true }
    } catch {
      return []
    }
  }
}
