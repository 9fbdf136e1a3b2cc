/// All IPv4 addresses, split as far as some blocks tell them apart: two addresses of one part are in the same blocks.
package struct AddressPartition: Sendable {
  /// In order, without gaps.
  package let parts: [AddressRange]

  package init(_ blocks: [AddressRange]) {
    var starts: Set<UInt32> = [0]
    for block in blocks {
      starts.insert(block.first)
      if block.last < .max { starts.insert(block.last + 1) }
    }
    let sorted = starts.sorted()
    parts = sorted.indices.map { index in
      AddressRange(
        first: sorted[index], last: index + 1 < sorted.count ? sorted[index + 1] - 1 : .max)
    }
  }
}
