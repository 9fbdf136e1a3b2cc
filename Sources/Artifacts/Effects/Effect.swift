import Basics

/// Something in a configuration that does more than describe resources: it runs a program, asks an address that the
/// configuration names, fetches code, or reads outside of its own folder. A person has to allow each by name.
package struct Effect: Hashable, Sendable, Codable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// A provisioner, on this machine or another.
    case provisioner
    /// A program that is run while planning: `data "external"`, a key provider, a credential plugin, a post-renderer.
    case program
    /// A program that is run in a cluster when objects are applied to it, or at their hour. Nothing of it runs while planning.
    case clusterProgram = "cluster-program"
    /// An address that is asked while planning.
    case address
    /// A state of somewhere else that is read.
    case remoteState = "remote-state"
    /// Code that is fetched: a module that is not in the folder, a chart.
    case remoteModule = "remote-module"
    /// Where the state is kept, or where the plan itself is to run.
    case backend
    /// A provider from a source that is not on the list.
    case provider
    /// A provider that is told where to go or whom to be.
    case providerSetting = "provider-setting"
    /// A file outside of the configuration's folder, or one that cannot be told.
    case file
    /// A file that could not be read as the tool would read it.
    case unread
  }

  package var kind: Kind
  /// `terraform_data.a`, `terraform.backend.s3`.
  package var address: String
  /// What would be run, asked, fetched or read, as it is written; at most 2,000 characters.
  package var text: String
  package var file: String
  package var line: Int
  /// What a person allows it by: its kind and the digest of its text. Another text is another effect.
  package var id: String

  /// Whether a program of the configuration's choice is run.
  package var runsCode: Bool { [.provisioner, .program, .clusterProgram].contains(kind) }

  /// In one line, without the text.
  package var summary: String { "\(file):\(line): \(address): \(kind.title)" }
}

extension Effect.Kind {
  /// What such a construct does, as part of a sentence.
  package var title: String {
    switch self {
    case .provisioner: "a provisioner runs a program when it is applied"
    case .program: "a program is run while it is planned"
    case .clusterProgram: "a program of the configuration's choice is run in the cluster"
    case .address: "an address is asked while it is planned"
    case .remoteState: "the state of something else is read"
    case .remoteModule: "code is fetched from somewhere else"
    case .backend: "the state is kept where the configuration says"
    case .provider: "a provider comes from a source that is not on the list"
    case .providerSetting: "a provider is told where to go or whom to be"
    case .file: "a file outside of the configuration may be read or written"
    case .unread: "the file cannot be read, so what it does is not known"
    }
  }
}
