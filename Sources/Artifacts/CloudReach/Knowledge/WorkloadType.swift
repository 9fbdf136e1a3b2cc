/// A type of what stands in subnets and is connected to or connects.
struct WorkloadType: Sendable, Decodable {
  enum Listening: String, Sendable, Decodable {
    case never, listeners
  }

  /// Paths to the subnets, and to the groups.
  let subnets: [String]
  let groups: [String]
  /// The path that says whether it has an address of the internet, and one that says that it has none.
  let address: String?
  let hidden: String?
  let hasAddress: Bool?
  /// Whether a subnet that gives addresses gives it one.
  let subnetGives: Bool?
  let listens: Listening?
  let port: String?
  let usualPort: Int?
  /// By engine.
  let ports: [String: Int]?
  /// The path to ports in blocks.
  let portsIn: String?
  /// Whether everything gets through where it has no groups.
  let openWithoutGroups: Bool?
  /// What has to be set for it to stand in a network at all.
  let needs: String?

  enum CodingKeys: String, CodingKey {
    case subnets, groups, address, hidden, listens, port, ports, needs
    case hasAddress = "has-address"
    case subnetGives = "subnet-gives"
    case usualPort = "usual-port"
    case portsIn = "ports-in"
    case openWithoutGroups = "open-without-groups"
  }
}
