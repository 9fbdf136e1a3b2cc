import Basics
import Delivery
import Testing
import Vocabulary

@testable import Delivery

/// What needs two people, and what cannot be undone.
struct RiskTests {
  private static func delta(
    _ type: String, _ action: PlannedChange.Action, before: JSONValue = .null, after: JSONValue = .null,
    unknown: JSONValue = .null
  ) -> ResourceDelta {
    ResourceDelta(
      change: PlannedChange(address: "\(type).x", type: type, action: action), before: before, after: after,
      unknown: unknown)
  }

  private static let open: JSONValue = ["ingress": [["cidr_blocks": ["0.0.0.0/0"], "from_port": 22]]]
  private static let closed: JSONValue = ["ingress": [["cidr_blocks": ["10.0.0.0/8"], "from_port": 22]]]

  private static let cases: [(delta: ResourceDelta, kinds: [Risk.Class])] = [
    (delta("aws_instance", .create, after: [:]), []), (delta("aws_instance", .delete), [.destroy]),
    (delta("aws_instance", .replace, before: [:], after: [:]), [.replace]),
    (delta("aws_iam_role", .create, after: [:]), [.identity]),
    (delta("aws_iam_role", .delete), [.destroy, .identity]),
    (delta("aws_iam_policy_document", .read, after: [:]), []),
    (delta("ClusterRoleBinding", .create, after: [:]), [.identity]),
    (delta("RoleX", .create, after: [:]), []),
    (delta("aws_security_group", .create, after: open), [.exposure]),
    (delta("aws_security_group", .create, after: closed), []),
    (delta("aws_security_group", .update, before: closed, after: open), [.exposure]),
    (delta("aws_security_group", .update, before: open, after: open), []),
    (delta("aws_security_group", .create, after: [:], unknown: ["ingress": true]), [.exposure]),
    (
      delta(
        "aws_security_group_rule", .create, after: ["type": "ingress", "cidr_blocks": ["0.0.0.0/0"]]),
      [.exposure]
    ),
    (delta("aws_security_group_rule", .create, after: ["type": "egress", "cidr_blocks": ["0.0.0.0/0"]]), []),
    (delta("aws_db_instance", .create, after: ["publicly_accessible": true]), [.exposure]),
    (delta("aws_lb", .create, after: ["internal": false]), [.exposure]),
    (delta("aws_lb", .create, after: ["internal": true]), []),
    (delta("Service", .create, after: ["spec": ["type": "LoadBalancer"]]), [.exposure]),
    (delta("Service", .create, after: ["spec": ["type": "ClusterIP"]]), []),
    (
      delta(
        "aws_s3_bucket_public_access_block", .update, before: ["block_public_acls": true],
        after: ["block_public_acls": false]),
      [.exposure]
    ),
  ]

  /// Rules that are resources of their own fill in what a group does not write; an expression that is written may open anything.
  @Test(arguments: [(true, 0), (false, 1)])
  func aNewGroupWithoutRulesOfItsOwnOpensNothing(isUnwritten: Bool, count: Int) throws {
    var delta = Self.delta("aws_security_group", .create, after: [:], unknown: ["ingress": true])
    delta.unwritten = isUnwritten ? ["ingress"] : []
    let assessment = RiskAssessment(catalogue: try RiskCatalogue.builtIn.get(), rules: ApprovalRules())
    #expect(assessment.risks([delta], price: 0, unpriced: []).count == count)
  }

  /// However rules split the internet, so much of it is the world; an office is not.
  @Test(arguments: [
    ([Int(UInt32.max)], true), ([1 << 31, 1 << 31], true), ([1 << 23, 1 << 23], true), ([256], false),
    ([0], false),
  ])
  func whatOpensToTheWorldIsARisk(addresses: [Int], isRisk: Bool) {
    let ways = addresses.map {
      NetworkAppraisal.Way(from: "somewhere", to: "aws_instance.web", traffic: "TCP 22", addresses: $0)
    }
    let risks = NetworkAppraisal(opened: ways, closed: [], unknown: []).exposures
    #expect(risks.map(\.address) == (isRisk ? ["aws_instance.web"] : []))
    #expect(risks.allSatisfy { $0.kind == .exposure })
  }

  @Test(arguments: cases.indices)
  func eachClassIsFound(index: Int) throws {
    let assessment = RiskAssessment(catalogue: try RiskCatalogue.builtIn.get(), rules: ApprovalRules())
    let found = assessment.risks([Self.cases[index].delta], price: 0, unpriced: []).map(\.kind)
    #expect(found == Self.cases[index].kinds, "\(Self.cases[index].delta.change)")
  }

  @Test func thePriceIsARiskAboveTheThreshold() throws {
    let catalogue = try RiskCatalogue.builtIn.get()
    let assessment = RiskAssessment(catalogue: catalogue, rules: ApprovalRules(priceThreshold: 100))
    #expect(assessment.risks([], price: 100, unpriced: []).isEmpty)
    #expect(assessment.risks([], price: 100.01, unpriced: []).map(\.kind) == [.price])
  }

  /// What is not known is never little.
  @Test func aChangeWithoutAKnownPriceIsARisk() throws {
    let assessment = RiskAssessment(catalogue: try RiskCatalogue.builtIn.get(), rules: ApprovalRules())
    let made = Self.delta("aws_x", .create, after: [:])
    let risks = assessment.risks([made], price: 0, unpriced: ["aws_x.x", "aws_y.unchanged"])
    #expect(risks.map(\.kind) == [.price])
    #expect(risks.first?.address == "aws_x.x")
    #expect(
      assessment.risks([Self.delta("aws_x", .delete, before: [:])], price: 0, unpriced: ["aws_x.x"]).map(
        \.kind) == [.destroy])
  }

  @Test func theWayBackSaysWhatIsLost() throws {
    let back = UndoOutlook(
      reversing: [
        Self.delta("aws_db_instance", .create, after: ["deletion_protection": true]),
        Self.delta("aws_s3_bucket", .delete, before: [:]),
        Self.delta("aws_sqs_queue", .replace, before: [:], after: [:]),
        Self.delta("aws_lb", .update, before: [:], after: [:]), Self.delta("aws_vpc", .forget, before: [:]),
      ], restores: nil, pending: [], catalogue: try RiskCatalogue.builtIn.get())
    #expect(back.changes.map(\.action) == [.delete, .create, .replace, .update, .create])
    #expect(back.losses.count == 5)
    #expect(back.losses[1].contains("deletion_protection is on"))
  }

  @Test func driftIsWhatAPersonSets() throws {
    let plan: JSONValue = [
      "configuration": [
        "root_module": [
          "resources": [["address": "aws_x.a", "expressions": ["size": [:]]]],
          "module_calls": [
            "m": ["module": ["resources": [["address": "aws_x.b", "expressions": ["size": [:]]]]]]
          ],
        ]
      ],
      "resource_drift": [
        [
          "address": "aws_x.a", "type": "aws_x",
          "change": [
            "actions": ["update"], "before": ["size": 1, "seen": 1, "tags": [:]],
            "after": ["size": 2, "seen": 2, "tags": .null],
          ],
        ],
        [
          "address": "module.m[\"k.x\"].aws_x.b[0]", "type": "aws_x",
          "change": [
            "actions": ["update"], "before": ["size": 1, "seen": 1], "after": ["size": 1, "seen": 2],
          ],
        ],
        [
          "address": "module.m[\"k.x\"].aws_x.b[1]", "type": "aws_x",
          "change": ["actions": ["update"], "before": ["tags": .null], "after": ["tags": ["a": "b"]]],
        ],
        [
          "address": "aws_x.c", "type": "aws_x",
          "change": ["actions": ["delete"], "before": ["size": 1], "after": .null],
        ],
      ],
    ]
    let found = PlanReading(plan: plan).drift { _, attribute in attribute == "tags" }
    #expect(found.map(\.address) == ["aws_x.a", "aws_x.c", "module.m[\"k.x\"].aws_x.b[1]"])
    #expect(found.map(\.differing) == [["size"], [], ["tags"]])
  }
}
