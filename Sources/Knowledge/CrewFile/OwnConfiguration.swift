import Basics
import StrictYAML
import Vocabulary

/// What a person or an administrator says in `consilium.yaml`: what no crew file and no folder that is worked on may say.
package struct OwnConfiguration: Hashable, Sendable {
  /// Who has to approve; nil where the file has no word of it.
  package var approvals: ApprovalRules?
  /// The file with the keys that may approve; nil for the executor's own.
  package var trustedKeys: String?
  /// Variables of the environment that a trusted crew file may name besides the keys of known providers.
  package var variables: [String]
  /// Addresses in clear text that may be asked, as `http://lab.internal:8080`.
  package var addresses: [String]
  /// Where providers and modules may come from besides the usual ones, as `registry.example.com/acme`.
  package var sources: [String]
  /// What was agreed on prices; where several cover one, the first counts.
  package var discounts: [PriceDiscount]

  package init(
    approvals: ApprovalRules? = nil, trustedKeys: String? = nil, variables: [String] = [],
    addresses: [String] = [], sources: [String] = [], discounts: [PriceDiscount] = []
  ) {
    self.approvals = approvals
    self.trustedKeys = trustedKeys
    self.variables = variables
    self.addresses = addresses
    self.sources = sources
    self.discounts = discounts
  }

  /// - Parameters:
  ///   - text: of the file.
  ///   - file: its path, for messages.
  /// - Throws: `DiagnosticsError` with every mistake and its place.
  package init(_ text: String, file: String) throws(DiagnosticsError) {
    let root: YAMLNode
    do {
      root = try StrictYAML.document(text, file: file)
    } catch {
      throw DiagnosticsError([error])
    }
    var reader = CrewReader(file: file)
    self = reader.configuration(root)
    guard reader.diagnostics.isEmpty else { throw DiagnosticsError(reader.diagnostics) }
  }

  /// Both files as one: what the system says of approvals and keys goes before the person's word, what it allows is added.
  package func under(_ system: OwnConfiguration) -> OwnConfiguration {
    OwnConfiguration(
      approvals: system.approvals ?? approvals, trustedKeys: system.trustedKeys ?? trustedKeys,
      variables: system.variables + variables, addresses: system.addresses + addresses,
      sources: system.sources + sources, discounts: system.discounts + discounts)
  }
}
