/// Names a top-level block: `resource "aws_vpc" "main"`.
package struct BlockAddress: Hashable, Sendable, CustomStringConvertible {
  package var type: String
  package var labels: [String]

  package init(_ type: String, labels: [String] = []) {
    self.type = type
    self.labels = labels
  }

  /// Of a resource (`aws_vpc.main`) or data source (`data.aws_ami.x`); nil for other addresses.
  package init?(resource address: String) {
    let parts = address.prefix { $0 != "[" }.split(separator: ".").map(String.init)
    switch (parts.count, parts.first) {
    case (3, "data"): self.init("data", labels: [parts[1], parts[2]])
    case (2, _): self.init("resource", labels: parts)
    default: return nil
    }
  }

  package var description: String {
    ([type] + labels.map { "\"\($0)\"" }).joined(separator: " ")
  }
}
