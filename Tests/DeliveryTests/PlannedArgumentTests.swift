import Basics
import Delivery
import Testing

@testable import Delivery

/// What a person who approves reads of each resource.
struct PlannedArgumentTests {
  private static func arguments(
    _ actions: JSONValue, before: JSONValue = .null, after: JSONValue = .null, unknown: JSONValue = [:],
    secret: JSONValue = [:], expressions: JSONValue? = nil, paths: JSONValue = []
  ) -> [String] {
    let change: JSONValue = [
      "actions": actions, "before": before, "after": after, "after_unknown": unknown,
      "before_sensitive": secret,
      "after_sensitive": secret, "replace_paths": paths,
    ]
    var resource: JSONValue = ["address": "aws_x.a"]
    if let expressions { resource = ["address": "aws_x.a", "expressions": expressions] }
    let plan: JSONValue = [
      "configuration": ["root_module": ["resources": expressions == nil ? [] : [resource]]],
      "resource_changes": [["address": "aws_x.a", "type": "aws_x", "change": change]],
    ]
    return PlanReading(plan: plan).deltas.flatMap(\.change.arguments).map {
      "\($0.path): \($0.before ?? "-") > \($0.after ?? "-")\($0.forcesReplacement ? " !" : "")"
    }
  }

  @Test func whatIsMadeShowsEachArgument() {
    let found = Self.arguments(
      ["create"], after: ["size": 5, "name": "a", "tags": ["b": "c"], "empty": [], "none": .null])
    #expect(found == ["name: - > \"a\"", "size: - > 5", "tags.b: - > \"c\""])
  }

  @Test func whatChangesShowsOldAndNew() {
    let found = Self.arguments(
      ["update"], before: ["size": 5, "name": "a", "zones": ["x", "y"]],
      after: ["size": 10, "name": "a", "zones": ["x"]])
    #expect(found == ["size: 5 > 10", "zones: [\"x\",\"y\"] > [\"x\"]"])
  }

  @Test func whatForcesAReplacementIsMarked() {
    let found = Self.arguments(
      ["delete", "create"], before: ["ami": "a", "disk": [["size": 1]]],
      after: ["ami": "b", "disk": [["size": 2]]],
      paths: [["ami"], ["disk", 0, "size"]])
    #expect(found == ["ami: \"a\" > \"b\" !", "disk[0].size: 1 > 2 !"])
  }

  @Test func blocksThatStayPairOffWhereverTheyStand() {
    let found = Self.arguments(
      ["update"], before: ["rule": [["port": 80], ["port": 443]]],
      after: ["rule": [["port": 443], ["port": 22], ["port": 80]]])
    #expect(found == ["rule[1].port: - > 22"])
  }

  /// What the provider fills in by itself is not what somebody approves; what an expression gives is.
  @Test func onlyWhatWasWrittenIsKnownAfterTheApply() {
    let found = Self.arguments(
      ["create"], after: ["disk": [["size": 5]]],
      unknown: ["arn": true, "subnet": true, "disk": [["iops": true, "key": true]]],
      expressions: [
        "subnet": ["references": ["aws_y.b.id"]],
        "disk": [["size": ["constant_value": 5], "key": ["references": ["aws_z.k.arn"]]]],
      ])
    #expect(
      found == [
        "disk[0].key: - > (known after apply)", "disk[0].size: - > 5", "subnet: - > (known after apply)",
      ])
  }

  /// The configuration of a plan does not list blocks that `dynamic` makes: nothing in them is passed over.
  @Test func ofBlocksThatAreMadeNothingIsPassedOver() {
    let found = Self.arguments(
      ["create"], after: ["rule": [["port": 22]]], unknown: ["rule": [["cidr": true]]], expressions: [:])
    #expect(found == ["rule[0].cidr: - > (known after apply)", "rule[0].port: - > 22"])
  }

  @Test func aSensitiveValueIsNeverShown() {
    let found = Self.arguments(
      ["update"], before: ["password": "old-secret", "user": ["key": "k1", "name": "n"]],
      after: ["password": "new-secret", "user": ["key": "k2", "name": "m"]],
      secret: ["password": true, "user": ["key": true]])
    #expect(
      found == [
        "password: (sensitive) > (sensitive)", "user.key: (sensitive) > (sensitive)",
        "user.name: \"n\" > \"m\"",
      ])
  }

  @Test func aLongValueEndsWithItsDigest() throws {
    let long = String(repeating: "a", count: 10_000)
    let first = try #require(Self.arguments(["create"], after: ["text": .string(long + "1")]).first)
    let second = try #require(Self.arguments(["create"], after: ["text": .string(long + "2")]).first)
    #expect(first.count < 4_200)
    #expect(first != second)
  }

  /// Plans that were kept before arguments were told have the digest they had.
  @Test func aChangeWithoutArgumentsIsWrittenAsBefore() throws {
    let json = try JSONValue(
      encoding: PlannedChange(address: "a", type: "t", action: .update, differing: ["size"]))
    #expect(json["arguments"] == nil)
    #expect(json.object?.count == 6)
  }
}
