import Basics
import Reach

/// One rule of a group or of a filter at a subnet's border.
struct CloudRule: Hashable, Sendable {
  /// `aws_security_group.web ingress[0]`, or the address of the resource that is the rule.
  var name: String
  var traffic: Traffic
  var peers: [AddressRange] = []
  /// Groups whose members are meant, by address.
  var groups: Set<String> = []
  /// Filters take their rules by number; the first that fits decides.
  var number = 0
  var allows = true
  var range: SourceRange?

  /// Whether it is about an end with these addresses and groups. Of addresses that it covers in part it is about those.
  func isAbout(_ addresses: AddressRange?, groups members: Set<String>) -> Bool {
    if !groups.isDisjoint(with: members) { return true }
    guard let addresses else { return peers.contains(.everywhere) }
    return peers.contains { $0.overlaps(addresses) }
  }

  /// Whether it is about every one of the addresses.
  func covers(_ addresses: AddressRange?) -> Bool {
    guard let addresses else { return peers.contains(.everywhere) }
    return peers.contains { $0.contains(addresses) }
  }
}

/// Rules of both directions.
struct CloudRules: Hashable, Sendable {
  var incoming: [CloudRule] = []
  var outgoing: [CloudRule] = []

  func rules(_ isIncoming: Bool) -> [CloudRule] { isIncoming ? incoming : outgoing }
}
