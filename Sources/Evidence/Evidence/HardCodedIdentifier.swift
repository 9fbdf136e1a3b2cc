import Clouds

/// Tells identifiers of things that live in an account from other texts.
enum HardCodedIdentifier {
  /// - Parameter argument: the path of the argument; what ends in `_id` or `_arn` names something.
  static func isOne(_ text: String, argument: String, isManaged: Bool) -> Bool {
    if isResourceIdentifier(text) || isAccountARN(text) { return true }
    guard isManaged, !isPublic(text), text != "default" else { return false }
    let name = argument.split(separator: ".").last.map(String.init) ?? argument
    guard !CloudCatalog.current.clouds.contains(where: { $0.freeIdentifierArguments.contains(name) }) else {
      return false
    }
    return names.contains(name) || ["_id", "_ids", "_arn", "_arns"].contains { name.hasSuffix($0) }
  }

  /// `arn:aws:iam::aws:policy/…`: the provider's own, the same for everybody.
  private static func isPublic(_ text: String) -> Bool {
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    return parts.count == 6 && parts[0] == "arn" && parts[4] == parts[1] && !parts[4].isEmpty
  }

  private static let names: Set<String> = ["role", "roles", "iam_role"]

  /// Prefixes of identifiers that EC2 and its neighbours give.
  private static let prefixes: Set<Substring> = [
    "subnet", "vpc", "sg", "igw", "rtb", "eni", "vol", "i", "eipalloc", "nat", "tgw", "acl", "pcx", "vgw",
    "cgw",
    "fs", "rtbassoc", "lb",
  ]

  /// `subnet-0abc…`
  private static func isResourceIdentifier(_ text: String) -> Bool {
    guard let dash = text.firstIndex(of: "-"), prefixes.contains(text[..<dash]) else { return false }
    let rest = text[text.index(after: dash)...]
    return rest.count >= 3 && rest.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  /// `arn:aws:SERVICE:REGION:ACCOUNT:…` with an account number.
  private static func isAccountARN(_ text: String) -> Bool {
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "arn" else { return false }
    return parts[4].count == 12 && parts[4].allSatisfy(\.isNumber)
  }
}
