import Basics
import Experts
import Vocabulary

extension IntentBuilder {
  /// Gives the network an endpoint for each service that it shall reach privately: "endpoints for S3, DynamoDB and ECR".
  mutating func bindEndpoints() throws(ExpertError) {
    for mention in sifted.reached {
      guard case .component(let entry) = mention.sense, let id = lexicon.entries[entry].recipe else {
        continue
      }
      let services = try book.recipe(id).endpoints
      guard !services.isEmpty, let network = try network() else { continue }
      let known = components[network].settings[Self.services]?.value.array ?? []
      let more = services.map { name -> JSONValue in
        [
          "name": .string(name), "slug": .string(name.replacing(".", with: "_").replacing("-", with: "_")),
          "gateway": .bool(Self.gateways.contains(name)),
        ]
      }.filter { !known.contains($0) }
      components[network].settings[Self.services] = Intent.Setting(
        value: .array(known + more), words: "endpoints")
      let types = try book.recipe(components[network].recipe).types.filter { $0.hasSuffix("_vpc_endpoint") }
      ledger.require(
        "endpoint for \(mention.words)", at: [mention.span],
        expectations: services.map { name in
          ResourceExpectation(types: types, condition: "endswith(try(self.service_name, \"\"), \".\(name)\")")
        }, kind: .exists)
    }
  }

  private static let services = "services"
  /// Reached by a route instead of an address of the network.
  private static let gateways: Set<String> = ["s3", "dynamodb"]

  /// The component that the endpoints belong to; nil where the request has no network that takes them.
  private func network() throws(ExpertError) -> Int? {
    for index in components.indices
    where try book.recipe(components[index].recipe).parameter(Self.services) != nil { return index }
    return nil
  }
}
