import Basics
import Reach

/// A part of a network, with what leads out of it and what stands at its border.
struct CloudSubnet: Hashable, Sendable {
  struct Route: Hashable, Sendable {
    /// Nil for addresses that are no IPv4 block.
    var destination: AddressRange?
    var exit: NetworkBook.Exit
    /// The address of what it leads to.
    var over: String
    /// What the route is written as.
    var name: String
    var range: SourceRange?
  }

  var address: String
  /// The address of the network, or what is known of it.
  var network: String
  /// Nil where only apply tells.
  var addresses: AddressRange?
  var routes: [Route] = []
  /// The filter at its border; nil for the usual one, which lets everything through.
  var filter: CloudRules?
  var filterName = ""
  var givesAddresses = false

  /// The route by which addresses are reached: the one with the smallest block that holds them.
  func route(to addresses: AddressRange) -> Route? {
    routes.filter { $0.destination?.contains(addresses) ?? false }
      .min { ($0.destination?.size ?? .max) < ($1.destination?.size ?? .max) }
  }
}

extension AddressRange {
  /// How many addresses, less one.
  var size: UInt32 { last - first }
}
