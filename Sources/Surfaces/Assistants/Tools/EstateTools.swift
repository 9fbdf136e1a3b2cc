import Basics
import ModelContext
import Reporting
import Services
import Vocabulary

/// `cost`, `advise`, `explain_plan`, `can` and `reach`: what an estate costs, what would cost less, what a plan does, who may
/// do what, who reaches whom.
struct EstateTools: Sendable {
  /// Resources, recommendations and changes that are shown.
  private static let most = 60

  let installation: Installation
  let caller: Caller

  func cost(_ source: SourceArgument, region: String?) async throws -> JSONValue {
    let costing = try CostService(region: region, installation: installation)
    return try await source.read { path in
      let report = try costing.report(path).json
      // The dearest first, so that what is left out matters least.
      let resources = (report["resources"]?.array ?? []).sorted { left, right in
        (left["monthly"]?.double ?? .infinity) > (right["monthly"]?.double ?? .infinity)
      }
      let list = ShownList(resources.map(Self.line), limit: Self.most)
      let kept = (report.object ?? []).filter { !["resources", "path"].contains($0.key) }
      return .object(
        kept + [
          JSONMember("resources", value: list.shown), JSONMember("omitted", value: .integer(list.omitted)),
        ])
    }
  }

  /// A resource without its components.
  private static func line(_ resource: JSONValue) -> JSONValue {
    .object((resource.object ?? []).filter { $0.key != "components" })
  }

  func advise(_ source: SourceArgument, region: String?) async throws -> JSONValue {
    let advising = try AdviceService(installation: installation, caller: caller)
    return try await source.read { path in
      // The handbook alone: a look at an estate asks no model and remembers nothing.
      var request = AdviceRequest(
        crewFile: installation.crewFile, models: ModelRunOptions(model: "handbook", cache: .off))
      request.sources = [path]
      request.region = region
      request.name = "estate"
      let report = try JSONValue(parsing: try await advising.report(request).json())
      let list = ShownList(report["recommendations"]?.array ?? [], limit: Self.most)
      return [
        "monthly": report["totals"]?["monthly"] ?? .null, "saving": report["totals"]?["saving"] ?? .null,
        "recommendations": list.shown, "faults": report["faults"] ?? [], "omitted": .integer(list.omitted),
      ]
    }
  }

  /// - Parameter who: nil for everybody who may.
  func permissions(
    _ source: SourceArgument, who: String?, action: String, resource: String, namespace: String?
  ) async throws -> JSONValue {
    try await source.read { path in
      let permissions = try PermissionService(path: path, namespace: namespace)
      let answers =
        try who.map { [try permissions.can($0, action: action, resource: resource)] }
        ?? permissions.whoCan(action, resource: resource)
      let list = ShownList(try answers.map { try JSONValue(encoding: $0) }, limit: Self.most)
      return [
        "answers": list.shown, "faults": .array(permissions.faults.map(JSONValue.string)),
        "omitted": .integer(list.omitted),
      ]
    }
  }

  /// - Parameters:
  ///   - from: nil for every end.
  ///   - port: nil for every port.
  func reach(_ source: SourceArgument, from: String?, to: String?, port: Int?) async throws -> JSONValue {
    try await source.read { path in
      let answer = try ReachService().report(
        path, question: ReachService.Question(from: from, to: to, port: port))
      let lists = (answer.json.object ?? []).map { member -> (JSONMember, Int) in
        guard let elements = member.value.array else { return (member, 0) }
        let list = ShownList(elements, limit: Self.most)
        return (JSONMember(member.key, value: list.shown), list.omitted)
      }
      return [
        "reach": .object(lists.map(\.0)), "faults": .array(answer.faults.map { .string("\($0)") }),
        "omitted": .integer(lists.reduce(0) { $0 + $1.1 }),
      ]
    }
  }

  func explain(_ source: SourceArgument) async throws -> JSONValue {
    let explaining = PlanExplanationService(installation: installation)
    return try await source.read { path in
      let plan = try explaining.explain(path)
      let changes = ShownList(try plan.changes.map { try JSONValue(encoding: $0) }, limit: Self.most)
      let findings = ShownList(plan.findings.map(ReportDigest.finding), limit: Self.most)
      return [
        "counts": try JSONValue(encoding: plan.counts), "changes": changes.shown,
        "drift": .array(plan.drift.prefix(Self.most).map(JSONValue.string)),
        "price": try JSONValue(encoding: plan.price), "findings": findings.shown,
        "omitted": .integer(changes.omitted + findings.omitted),
      ]
    }
  }
}
