import Basics
import Digests
import HCL

/// Finds every effect in the files of a configuration, whatever folder and syntax they are in.
package struct EffectScan {
  private let sources: ProviderSources
  private let paths: PathReading
  private let files: [HCLFile]

  /// - Parameters:
  ///   - files: all files of the configuration by their paths; those in no language of the tool's are left out.
  ///   - sources: where providers and modules may come from.
  package init(files: [String: String], sources: ProviderSources = ProviderSources()) {
    self.sources = sources
    self.files = files.filter { Self.isConfiguration($0.key) }.sorted { $0.key < $1.key }.map {
      $0.key.hasSuffix(".json")
        ? HCLFile(path: $0.key, json: $0.value) : HCLFile(path: $0.key, text: $0.value)
    }
    paths = PathReading(self.files)
  }

  private static func isConfiguration(_ path: String) -> Bool {
    [".tf", ".tofu", ".tf.json", ".tofu.json"].contains { path.hasSuffix($0) }
  }

  /// In the order of files and lines, each once.
  package func effects() -> [Effect] {
    var found: [Effect] = []
    for file in files {
      if let fault = file.diagnostics.first(where: { $0.level == .error }) {
        found.append(effect(.unread, address: file.path, range: fault.range, in: file, whole: true))
      }
      for block in file.body.blocks { found += top(block, in: file) }
    }
    var seen: Set<Effect> = []
    return found.filter { seen.insert($0).inserted }.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
  }

  private func top(_ block: Block, in file: HCLFile) -> [Effect] {
    let address = Self.address(block)
    var found = nested(block.body, address: address, in: file) + data(block, in: file)
    func add(_ kind: Effect.Kind, block: Block) {
      found.append(effect(kind, address: address, range: block.range, in: file))
    }
    switch block.type {
    case "terraform": found += settings(block, in: file)
    case "module":
      if let source = block.body.attribute("source") {
        if let kind = moduleKind(source.value.literalString, file: file.path) {
          found.append(effect(kind, address: address, range: source.range, in: file))
        }
      }
    case "provider": found += provider(block, address: address, in: file)
    default: break
    }
    return found
  }

  /// What lies anywhere inside: data sources of checks, provisioners of what is removed, calls that read files.
  private func nested(_ body: Body, address: String, in file: HCLFile) -> [Effect] {
    var found: [Effect] = []
    for attribute in body.attributes {
      found += expression(attribute, address: address, in: file)
      // In JSON syntax a block inside of one that is not the language's own is read as an argument.
      if ["provisioner", "connection", "exec", "postrender"].contains(attribute.name) {
        found.append(
          effect(
            attribute.name == "provisioner" || attribute.name == "connection" ? .provisioner : .program,
            address: address, range: attribute.range, in: file))
      }
    }
    for block in body.blocks {
      switch block.type {
      case "provisioner", "connection":
        found.append(effect(.provisioner, address: address, range: block.range, in: file))
      case "exec", "postrender":
        found.append(effect(.program, address: address, range: block.range, in: file))
      case "dynamic" where ["exec", "postrender"].contains(block.labels.first ?? ""):
        found.append(effect(.program, address: address, range: block.range, in: file))
      default: break
      }
      found += data(block, in: file)
      found += nested(block.body, address: address, in: file)
    }
    return found
  }

  /// A data source or a resource whose type itself is an effect.
  private func data(_ block: Block, in file: HCLFile) -> [Effect] {
    guard ["data", "resource", "ephemeral", "action", "list"].contains(block.type),
      let type = block.labels.first, let kind = Self.types[type]
    else { return [] }
    return [effect(kind, address: Self.address(block), range: block.range, in: file)]
  }

  /// Types of the small providers that every tool can have, none of them a cloud's.
  private static let types: [String: Effect.Kind] = [
    "external": .program, "http": .address, "terraform_remote_state": .remoteState,
    "dns_a_record_set": .address, "dns_aaaa_record_set": .address, "dns_txt_record_set": .address,
    "dns_cname_record_set": .address, "dns_mx_record_set": .address, "dns_ns_record_set": .address,
    "dns_ptr_record_set": .address, "dns_srv_record_set": .address, "local_file": .file,
    "local_sensitive_file": .file, "local_command": .program, "shell_script": .program,
    "helm_template": .remoteModule, "helm_release": .remoteModule, "tfe_outputs": .remoteState,
  ]

  private func settings(_ block: Block, in file: HCLFile) -> [Effect] {
    var found: [Effect] = []
    for inner in block.body.blocks {
      let address = "terraform.\(([inner.type] + inner.labels).joined(separator: "."))"
      switch inner.type {
      case "backend", "cloud": found.append(effect(.backend, address: address, range: inner.range, in: file))
      case "required_providers":
        for attribute in inner.body.attributes where !isListed(attribute) {
          found.append(
            effect(.provider, address: "provider.\(attribute.name)", range: attribute.range, in: file))
        }
      case "encryption":
        for part in inner.body.blocks where part.labels.first == "external" {
          found.append(effect(.program, address: address, range: part.range, in: file))
        }
        for attribute in inner.body.attributes {
          found.append(effect(.program, address: address, range: attribute.range, in: file))
        }
      default: break
      }
    }
    return found
  }

  /// A provider without a source is the maker's own.
  private func isListed(_ attribute: Attribute) -> Bool {
    guard case .object(let items) = attribute.value.kind else { return attribute.value.literalString != nil }
    guard let source = items.first(where: { $0.literalKey == "source" }) else {
      return items.allSatisfy { $0.literalKey != nil }
    }
    return source.value.literalString.map(sources.has) ?? false
  }

  private func moduleKind(_ source: String?, file: String) -> Effect.Kind? {
    guard let source else { return .remoteModule }
    if source.hasPrefix("./") || source.hasPrefix("../") {
      return PathReading.staysInside(source, from: file) ? nil : .file
    }
    return sources.has(source) && !source.contains("::") && !source.contains("?") ? nil : .remoteModule
  }

  private func provider(_ block: Block, address: String, in file: HCLFile) -> [Effect] {
    let blocks = block.body.blocks.filter { Self.isSetting($0.type) }
    let attributes = block.body.attributes.filter { attribute in
      Self.isSetting(attribute.name) && !Self.comesFromResources(attribute.value)
    }
    return blocks.map { effect(.providerSetting, address: address, range: $0.range, in: file) }
      + attributes.map { effect(.providerSetting, address: address, range: $0.range, in: file) }
  }

  /// Where a provider goes, whom it is, and through whom.
  private static func isSetting(_ name: String) -> Bool {
    let whole: Set = [
      "endpoints", "endpoint", "url", "host", "address", "server", "api_url", "base_url", "access_key",
      "secret_key",
      "token", "password", "username", "credentials", "client_secret", "client_id", "assume_role",
      "assume_role_with_web_identity", "profile", "http_proxy", "https_proxy", "proxy", "proxy_url",
      "insecure",
      "config_path", "config_paths", "shared_config_files", "shared_credentials_files", "custom_ca_bundle",
      "impersonate_service_account", "metadata_host", "use_cli", "msi_endpoint",
    ]
    return whole.contains(name) || name.hasSuffix("_endpoint") || name.hasSuffix("_url")
      || name.hasSuffix("_host")
  }

  /// The address of a cluster that the same configuration makes is no choice of somebody else.
  private static func comesFromResources(_ value: HCLExpression) -> Bool {
    if case .literal(let value) = value.kind { return value == .null || value == .bool(false) }
    let references = value.references
    guard !references.isEmpty, value.literalString == nil else { return false }
    if case .template(let parts) = value.kind,
      parts.contains(where: { $0.literalString?.contains("/") == true })
    {
      return false
    }
    return references.allSatisfy {
      !["var", "local", "each", "count", "path", "terraform"].contains($0.root)
    }
  }

  private func expression(_ attribute: Attribute, address: String, in file: HCLFile) -> [Effect] {
    var isOutside = attribute.value.calls.contains { call in
      PathReading.functions.contains(call.name.replacing("core::", with: ""))
        && !(call.arguments.first.map { paths.staysInside($0, in: file.path) } ?? true)
    }
    if PathReading.arguments.contains(attribute.name), let text = attribute.value.literalString {
      isOutside = isOutside || PathReading.leaves(text)
    }
    return isOutside ? [effect(.file, address: address, range: attribute.range, in: file)] : []
  }

  private static func address(_ block: Block) -> String {
    let words = block.type == "resource" ? block.labels : [block.type] + block.labels
    return words.joined(separator: ".")
  }

  private func effect(
    _ kind: Effect.Kind, address: String, range: SourceRange?, in file: HCLFile, whole: Bool = false
  ) -> Effect {
    let bytes = Array(file.text.utf8)
    let start = min(max(0, whole ? 0 : range?.start.offset ?? 0), bytes.count)
    let end = min(max(start, whole ? bytes.count : range?.end.offset ?? bytes.count), bytes.count)
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    return Effect(
      kind: kind, address: address, text: String(text.prefix(2000)), file: file.path,
      line: range?.start.line ?? 1, id: "\(kind.rawValue)-\(Digest(of: "\(address)\n\(text)").short)")
  }
}
