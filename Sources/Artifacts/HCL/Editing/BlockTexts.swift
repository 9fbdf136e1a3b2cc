import Basics
import Digests

/// The outermost blocks of files, each as a text in canonical layout: what tells whether a block is as it was.
package struct BlockTexts: Sendable {
  /// By address: `aws_vpc.main`, `data.aws_ami.x`, `var.region`, `output.id`, `provider.aws`; the second and later
  /// ones of an address bear their number.
  package private(set) var texts: [String: String] = [:]

  /// - Parameter files: path to text, in any order; what cannot be parsed has no blocks.
  package init(_ files: [String: String]) {
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      let file = HCLFile(path: path, text: text)
      for block in file.body.blocks {
        guard let source = file.source(of: block.range).map(String.init) else { continue }
        let address = Self.address(block)
        var key = address
        var number = 2
        while texts[key] != nil {
          key = "\(address)#\(number)"
          number += 1
        }
        texts[key] = HCLFormatter.format(source) ?? source
      }
    }
  }

  /// A digest of each, by address.
  package var digests: [String: String] { texts.mapValues { Digest(of: $0).hexadecimal } }

  private static func address(_ block: Block) -> String {
    let labels = block.labels.joined(separator: ".")
    return switch block.type {
    case "resource": labels
    case "variable": "var.\(labels)"
    case "locals", "terraform", "moved", "import", "removed": block.type
    default: "\(block.type).\(labels)"
    }
  }
}
