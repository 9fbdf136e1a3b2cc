import Basics

/// A form that the text of an argument has to have.
enum ValueForm: String, Sendable {
  case arn, json, cidr

  /// As messages name it.
  var name: String {
    switch self {
    case .arn: "an ARN (arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE)"
    case .json: "JSON"
    case .cidr: "a CIDR block (10.0.0.0/16)"
    }
  }

  /// Whether the text has the form, as the provider checks it.
  func fits(_ text: String) -> Bool {
    switch self {
    case .arn: Self.isARN(text)
    case .json: JSONValue.document(text) != nil
    case .cidr: Self.isBlock(text)
    }
  }

  /// Six parts; partition, region and account where they are given have their own forms.
  private static func isARN(_ text: String) -> Bool {
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "arn", parts[1].hasPrefix("aws"), !parts[2].isEmpty, !parts[5].isEmpty
    else { return false }
    let account = parts[4]
    return account.isEmpty || account == "aws" || account == "aws-managed" || account == "third-party"
      || account.count == 12 && account.allSatisfy(\.isNumber)
  }

  private static func isBlock(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let length = Int(parts[1]) else { return false }
    if parts[0].contains(":") { return (0...128).contains(length) }
    let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    return numbers.count == 4 && numbers.allSatisfy { $0.map((0...255).contains) ?? false }
      && (0...32).contains(length)
  }
}
