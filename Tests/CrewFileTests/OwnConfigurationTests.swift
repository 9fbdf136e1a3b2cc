import Basics
import CrewFile
import Testing
import Vocabulary

/// `consilium.yaml`, a person's and the system's.
struct OwnConfigurationTests {
  private static func read(_ text: String) throws -> OwnConfiguration {
    try OwnConfiguration(text, file: "consilium.yaml")
  }

  @Test func withoutAWordApprovalsAreStrict() throws {
    #expect(try Self.read("# nothing\n").approvals == nil)
    #expect(ApprovalRules() == ApprovalRules(allowsSelf: false, approversAtRisk: 2, priceThreshold: 500))
    #expect(try Self.read("approvals: {self: true}\n").approvals == ApprovalRules(allowsSelf: true))
    #expect(try Self.read("approvals: {one_login: true}\n").approvals == ApprovalRules(allowsOneLogin: true))
    #expect(
      try Self.read("approvals:\n  at_risk: 1\n  price_threshold: 20.5\n").approvals
        == ApprovalRules(approversAtRisk: 1, priceThreshold: 20.5))
  }

  @Test func everyPartIsRead() throws {
    let text = """
      trusted_keys: /etc/consilium/trusted-keys
      variables: [LAB_TOKEN]
      addresses: ["http://lab.internal:8080"]
      sources: [registry.example.com/acme]
      discounts:
        - {service: ec2, region: eu-*, percent: 12}
        - {service: "*", percent: 3}
      """
    #expect(
      try Self.read(text)
        == OwnConfiguration(
          trustedKeys: "/etc/consilium/trusted-keys", variables: ["LAB_TOKEN"],
          addresses: ["http://lab.internal:8080"], sources: ["registry.example.com/acme"],
          discounts: [
            PriceDiscount(service: "ec2", region: "eu-*", percent: 12),
            PriceDiscount(service: "*", region: "*", percent: 3),
          ]))
  }

  @Test(arguments: [
    ("approvals: {self: yes please}\n", "1:19"), ("approvals: {at_risk: 0}\n", "1:22"),
    ("approvals: {price_threshold: -1}\n", "1:30"), ("approvals: {selves: true}\n", "1:13"),
    ("approvals: [self]\n", "1:12"), ("trusted_keys: mine\n", "1:15"), ("aprovals: {}\n", "1:1"),
    ("variables: LAB\n", "1:12"), ("discounts: [{service: ec2}]\n", "1:13"),
    ("discounts: [{service: ec2, percent: 100}]\n", "1:37"), ("- a\n", "1:1"),
  ])
  func aMistakeIsNamedWithItsPlace(text: String, place: String) throws {
    #expect { try Self.read(text) } throws: { "\($0)".contains("consilium.yaml:\(place): error:") }
  }

  @Test func theSystemsWordOnApprovalsAndKeysGoesBeforeThePersons() throws {
    let person = try Self.read("approvals: {self: true, at_risk: 1}\ntrusted_keys: /mine\nvariables: [A]\n")
    let system = try Self.read("approvals: {at_risk: 3}\ntrusted_keys: /etc/keys\nvariables: [B]\n")
    let both = person.under(system)
    #expect(both.approvals == ApprovalRules(approversAtRisk: 3))
    #expect(both.trustedKeys == "/etc/keys" && both.variables == ["B", "A"])
    #expect(person.under(OwnConfiguration()) == person)
  }
}
