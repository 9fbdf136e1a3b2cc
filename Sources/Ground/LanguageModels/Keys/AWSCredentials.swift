import Basics

/// What signs a request to Amazon. It can sign, and never be printed.
package struct AWSCredentials: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  let accessKey: String
  let secret: String
  let sessionToken: String?

  /// - Returns: nil where a part is empty.
  package init?(accessKey: String, secret: String, sessionToken: String?) {
    guard !accessKey.isEmpty, !secret.isEmpty else { return nil }
    self.accessKey = accessKey
    self.secret = secret
    self.sessionToken = sessionToken.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The usual variables of the environment; nil where they are not set.
  package init?(environment: [String: String]) {
    self.init(
      accessKey: environment["AWS_ACCESS_KEY_ID"] ?? "", secret: environment["AWS_SECRET_ACCESS_KEY"] ?? "",
      sessionToken: environment["AWS_SESSION_TOKEN"])
  }

  /// What a `credential_process` prints, as `aws configure export-credentials` does; nil where it is none.
  package init?(process output: String) {
    guard let document = JSONValue.document(output), let accessKey = document["AccessKeyId"]?.string,
      let secret = document["SecretAccessKey"]?.string
    else { return nil }
    self.init(accessKey: accessKey, secret: secret, sessionToken: document["SessionToken"]?.string)
  }

  package var description: String { "(credentials)" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
