import HCL
import Permissions
import Testing

/// Decisions by the order that the documentation of policy evaluation gives.
struct AccessEvaluationTests {
  private static let user = Requester("arn:aws:iam::111122223333:user/team/ann")
  private static let stranger = Requester("arn:aws:iam::999900001111:role/audit")

  private static func policy(_ json: String) -> PermissionPolicy {
    PermissionPolicy(name: "p", document: Value(json: #"{"Statement":[\#(json)]}"#) ?? .null)
  }

  private static func decide(
    _ requester: Requester?, action: String = "s3:GetObject", resource: String = "arn:aws:s3:::b/x",
    context: [String: [String]] = [:], isOpen: Bool = false, layers: PolicyLayers
  ) throws -> AccessDecision {
    let request = PermissionRequest(
      requester: try #require(requester), action: action, resource: resource, account: "111122223333",
      context: RequestContext(context, isOpen: isOpen))
    return AccessEvaluation(rules: ServiceRules()).decide(request, layers: layers)
  }

  private static let allowAll = policy(#"{"Effect":"Allow","Action":"*","Resource":"*"}"#)

  @Test func anotherAccountNeedsBothSides() throws {
    var layers = PolicyLayers()
    layers.identity = [Self.allowAll]
    #expect(try Self.decide(Self.stranger, layers: layers).outcome == .denied)
    layers.resource = Self.policy(
      #"{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b/*","Principal":{"AWS":"999900001111"}}"#)
    #expect(try Self.decide(Self.stranger, layers: layers).outcome == .allowed)
    layers.identity = []
    #expect(try Self.decide(Self.stranger, layers: layers).outcome == .denied)
  }

  @Test func everybodyIsNotOnlyTheOwnAccount() throws {
    var layers = PolicyLayers()
    layers.resource = Self.policy(
      #"{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*","Principal":"*"}"#)
    #expect(try Self.decide(.anonymous, layers: layers).outcome == .allowed)
    #expect(try Self.decide(.anonymous, action: "s3:PutObject", layers: layers).outcome == .denied)
  }

  @Test func aDenialWinsAndIsNamed() throws {
    var layers = PolicyLayers()
    layers.identity = [
      Self.allowAll,
      Self.policy(#"{"Effect":"Deny","NotAction":"ec2:*","Resource":"*","Sid":"OnlyMachines"}"#),
    ]
    let decision = try Self.decide(Self.user, layers: layers)
    #expect(decision.outcome == .forbidden)
    #expect(decision.denials == ["p, statement 1 (OnlyMachines)"])
    #expect(try Self.decide(Self.user, action: "ec2:RunInstances", layers: layers).outcome == .allowed)
  }

  @Test(arguments: [
    (#"{"IpAddress":{"aws:SourceIp":["10.0.0.0/8","192.168.0.0/16"]}}"#, "192.168.4.1", true),
    (#"{"NotIpAddress":{"aws:SourceIp":["10.0.0.0/8","192.168.0.0/16"]}}"#, "192.168.4.1", false),
    (#"{"NotIpAddress":{"aws:SourceIp":"10.0.0.0/8"}}"#, "2001:db8::1", true),
    (#"{"StringLike":{"AWS:SOURCEIP":"10.?.*"}}"#, "10.1.2.3", true),
    (#"{"StringEqualsIgnoreCase":{"aws:SourceIp":"ABC"}}"#, "abc", true),
    (#"{"StringEquals":{"aws:SourceIp":"a*"}}"#, "ab", false),
    (#"{"NumericLessThanEquals":{"aws:SourceIp":"10"}}"#, "10.0", true),
    (#"{"NumericLessThan":{"aws:SourceIp":"10"}}"#, "ten", false),
    (#"{"DateGreaterThan":{"aws:SourceIp":"2026-01-01"}}"#, "2026-01-01T00:00:01Z", true),
    (#"{"DateLessThan":{"aws:SourceIp":"2026-01-01T00:00:00Z"}}"#, "1700000000", true),
    (#"{"Bool":{"aws:SourceIp":"TRUE"}}"#, "true", true),
    (#"{"Null":{"aws:SourceIp":"false"}}"#, "x", true), (#"{"Null":{"aws:SourceIp":"true"}}"#, "x", false),
    (#"{"ArnLike":{"aws:SourceIp":"arn:aws:sns:*:1:t*"}}"#, "arn:aws:sns:eu-west-1:1:topic", true),
    (#"{"ArnLike":{"aws:SourceIp":"arn:aws:sns:*:t"}}"#, "arn:aws:sns:eu-west-1:1:t", false),
  ])
  func conditionsAreJudged(condition: String, value: String, isAllowed: Bool) throws {
    var layers = PolicyLayers()
    layers.identity = [
      Self.policy(#"{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":\#(condition)}"#)
    ]
    let decision = try Self.decide(Self.user, context: ["aws:SourceIp": [value]], layers: layers)
    #expect(decision.outcome == (isAllowed ? .allowed : .denied))
  }

  @Test(arguments: [
    ("ForAllValues:StringEquals", ["a", "b"], true), ("ForAllValues:StringEquals", ["a", "c"], false),
    ("ForAnyValue:StringEquals", ["c", "b"], true), ("ForAnyValue:StringEquals", ["c"], false),
    ("ForAllValues:StringNotEquals", ["c", "d"], true), ("ForAllValues:StringNotEquals", ["c", "a"], false),
    ("ForAnyValue:StringNotEquals", ["a", "c"], true), ("ForAnyValue:StringNotEquals", ["a"], false),
  ])
  func severalValuesAreJudged(operation: String, values: [String], isAllowed: Bool) throws {
    var layers = PolicyLayers()
    layers.identity = [
      Self.policy(
        #"{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"\#(operation)":{"aws:TagKeys":["a","b"]}}}"#
      )
    ]
    let decision = try Self.decide(Self.user, context: ["aws:TagKeys": values], layers: layers)
    #expect(decision.outcome == (isAllowed ? .allowed : .denied))
  }

  @Test func whatTheRequestLeavesOpenIsACondition() throws {
    var layers = PolicyLayers()
    layers.identity = [
      Self.allowAll,
      Self.policy(
        #"{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}"#
      ),
    ]
    let decision = try Self.decide(Self.user, isOpen: true, layers: layers)
    #expect(decision.outcome == .conditional)
    #expect(decision.formula.description == "not (BoolIfExists aws:MultiFactorAuthPresent [false])")
    let closed = try Self.decide(
      Self.user, context: ["aws:MultiFactorAuthPresent": ["true"]], isOpen: true, layers: layers)
    #expect(closed.outcome == .allowed)
  }

  @Test func whatCannotBeReadIsNeverAnswered() throws {
    var layers = PolicyLayers()
    layers.identity = [PermissionPolicy(unreadable: "p", reason: "the policy p")]
    #expect(try Self.decide(Self.user, layers: layers).outcome == .unknown)
    layers.identity.append(Self.allowAll)
    // It may also deny.
    #expect(try Self.decide(Self.user, layers: layers).outcome == .unknown)
    layers.identity = [
      Self.policy(
        #"{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringEqualz":{"a":"b"}}}"#)
    ]
    #expect(try Self.decide(Self.user, layers: layers).outcome == .unknown)
  }

  @Test func aPartOfWhatWasAskedIsNotTheWhole() throws {
    var layers = PolicyLayers()
    layers.identity = [
      Self.policy(#"{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b/public/*"}"#)
    ]
    let decision = try Self.decide(Self.user, resource: "arn:aws:s3:::b/*", layers: layers)
    #expect(decision.outcome == .denied)
    #expect(decision.partial == ["p, statement 1"])
  }
}
