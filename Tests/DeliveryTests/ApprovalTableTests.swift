import Basics
import Delivery
import Testing
import Vocabulary

@testable import Delivery
@testable import Plans

/// Plans of different risk and price, with who has to approve them: by the rules as they come, from the plan's own JSON.
struct ApprovalTableTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var type: String
    var actions: [String] = ["create"]
    var before: JSONValue = .null
    var after: JSONValue = [:]
    var unknown: JSONValue = [:]
    var count = 1
    var people: Int
    var risks: Set<Risk.Class> = []
  }

  private static func sized(_ size: String) -> JSONValue { ["instance_type": .string(size), "tags": [:]] }

  private static let open: JSONValue = [
    "ingress": [["cidr_blocks": ["0.0.0.0/0"], "from_port": 22, "to_port": 22, "protocol": "tcp"]]
  ]
  private static let closed: JSONValue = [
    "ingress": [["cidr_blocks": ["10.0.0.0/8"], "from_port": 22, "to_port": 22, "protocol": "tcp"]]
  ]

  static let cases = [
    Case(testDescription: "a small machine", type: "aws_instance", after: sized("t3.micro"), people: 1),
    Case(
      testDescription: "six machines for 420 dollars", type: "aws_instance", after: sized("m5.large"),
      count: 6, people: 1),
    Case(
      testDescription: "ten machines for 700 dollars", type: "aws_instance", after: sized("m5.large"),
      count: 10, people: 2, risks: [.price]),
    Case(
      testDescription: "a machine for 16,000 dollars", type: "aws_instance", after: sized("p4d.24xlarge"),
      people: 2, risks: [.price]),
    Case(
      testDescription: "a size known only after the apply", type: "aws_instance", after: ["tags": [:]],
      unknown: ["instance_type": true], people: 2, risks: [.price]),
    Case(
      testDescription: "a type without a price", type: "aws_devicefarm_project", people: 2, risks: [.price]),
    Case(
      testDescription: "what costs by use alone", type: "aws_lambda_function", after: ["memory_size": 128],
      people: 1),
    Case(testDescription: "a bucket", type: "aws_s3_bucket", after: ["bucket": "a"], people: 1),
    Case(testDescription: "a subnet", type: "aws_subnet", after: ["cidr_block": "10.0.0.0/24"], people: 1),
    Case(
      testDescription: "another tag", type: "aws_instance", actions: ["update"], before: sized("m5.24xlarge"),
      after: ["instance_type": "m5.24xlarge", "tags": ["a": "b"]], people: 1),
    Case(
      testDescription: "a smaller size", type: "aws_instance", actions: ["update"],
      before: sized("m5.24xlarge"), after: sized("m5.large"), people: 1),
    Case(
      testDescription: "a much larger size", type: "aws_instance", actions: ["update"],
      before: sized("m5.large"), after: sized("p4d.24xlarge"), people: 2, risks: [.price]),
    Case(
      testDescription: "a machine destroyed", type: "aws_instance", actions: ["delete"],
      before: sized("t3.micro"), after: .null, people: 2, risks: [.destroy]),
    Case(
      testDescription: "a subnet destroyed", type: "aws_subnet", actions: ["delete"],
      before: ["cidr_block": "10.0.0.0/24"], after: .null, people: 2, risks: [.destroy]),
    Case(
      testDescription: "a machine made anew", type: "aws_instance", actions: ["delete", "create"],
      before: sized("t3.micro"), after: sized("t3.small"), people: 2, risks: [.replace]),
    Case(
      testDescription: "a role", type: "aws_iam_role", after: ["name": "a"], people: 2, risks: [.identity]),
    Case(
      testDescription: "a port open to everyone", type: "aws_security_group", after: open, people: 2,
      risks: [.exposure]),
    Case(testDescription: "a port open within", type: "aws_security_group", after: closed, people: 1),
    Case(
      testDescription: "a port closed", type: "aws_security_group", actions: ["update"], before: open,
      after: closed, people: 1),
    Case(
      testDescription: "a large database", type: "aws_db_instance",
      after: [
        "engine": "postgres", "instance_class": "db.r6g.16xlarge", "allocated_storage": 100,
        "storage_type": "gp3", "multi_az": true, "publicly_accessible": false,
      ], people: 2, risks: [.price]),
    Case(
      testDescription: "a database open to everyone", type: "aws_db_instance",
      after: [
        "engine": "postgres", "instance_class": "db.t4g.micro", "allocated_storage": 20,
        "storage_type": "gp3", "publicly_accessible": true,
      ], people: 2, risks: [.exposure]),
    Case(
      testDescription: "a small machine on Azure", type: "azurerm_linux_virtual_machine",
      after: [
        "location": "eastus", "size": "Standard_B1s", "os_disk": [["storage_account_type": "Standard_LRS"]],
      ], people: 1),
    Case(
      testDescription: "a large machine on Azure", type: "azurerm_linux_virtual_machine",
      after: [
        "location": "eastus", "size": "Standard_E64s_v5",
        "os_disk": [["storage_account_type": "Standard_LRS"]],
      ], people: 2, risks: [.price]),
    Case(
      testDescription: "a large machine on Google Cloud", type: "google_compute_instance",
      after: [
        "zone": "us-central1-a", "machine_type": "a2-megagpu-16g",
        "boot_disk": [["initialize_params": [["size": 10]]]],
      ], people: 2, risks: [.price]),
  ]

  private static func plan(_ one: Case) -> JSONValue {
    let places = (0..<one.count).map { (one.count == 1 ? "\(one.type).a" : "\(one.type).a[\($0)]", $0) }
    func resources(_ values: JSONValue) -> JSONValue {
      guard !values.isNull else { return ["root_module": [:]] }
      return [
        "root_module": [
          "resources": .array(
            places.map { address, index in
              var members: [JSONMember] = [
                JSONMember("address", value: .string(address)), JSONMember("mode", value: "managed"),
                JSONMember("type", value: .string(one.type)), JSONMember("name", value: "a"),
                JSONMember("values", value: values),
              ]
              if one.count > 1 { members.append(JSONMember("index", value: .integer(index))) }
              return .object(members)
            })
        ]
      ]
    }
    return [
      "format_version": "1.2", "terraform_version": "1.11.4", "planned_values": resources(one.after),
      "prior_state": ["format_version": "1.0", "values": resources(one.before)],
      "resource_changes": .array(
        places.map { address, _ in
          [
            "address": .string(address), "mode": "managed", "type": .string(one.type), "name": "a",
            "change": [
              "actions": .array(one.actions.map(JSONValue.string)), "before": one.before, "after": one.after,
              "after_unknown": one.unknown,
            ],
          ]
        }),
      "configuration": [
        "provider_config": [
          "aws": ["name": "aws", "expressions": ["region": ["constant_value": "us-east-1"]]]
        ],
        "root_module": [:],
      ],
    ]
  }

  @Test(arguments: cases)
  func thePlanAsksForThesePeople(_ one: Case) throws {
    let json = Self.plan(one)
    let appraisal = try PlanPriceAndPolicy(environment: [:]).appraise(json, manifests: [])
    let rules = ApprovalRules()
    let risks = RiskAssessment(catalogue: try RiskCatalogue.builtIn.get(), rules: rules).risks(
      PlanReading(plan: json).deltas, price: appraisal.after - appraisal.before, unpriced: appraisal.unpriced)
    #expect(
      Set(risks.map(\.kind)) == one.risks, "\(appraisal.after - appraisal.before), \(appraisal.unpriced)")
    #expect(try Samples.document(risks: risks).approversNeeded == one.people)
  }
}
