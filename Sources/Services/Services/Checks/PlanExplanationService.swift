import Basics
import Clouds
import Policies
import Pricing
import ResourceGraph
import Vocabulary

/// Reads a plan for a person: what is lost, what it costs, what the rules say. Makes none and approves none.
package struct PlanExplanationService: Sendable {
  private let installation: Installation

  package init(installation: Installation) {
    self.installation = installation
  }

  /// What is lost comes first.
  private static let order = ["delete", "replace", "forget", "update", "create"]

  /// - Parameter path: a plan as JSON.
  /// - Throws: `Diagnostic` for what is no plan, `DiagnosticsError` for rules that cannot be read.
  package func explain(_ path: String) throws -> PlanExplanation {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: try SourceFile.text(path, code: Self.code))
    } catch let error as JSONError {
      throw Diagnostic(
        code: Self.code, summary: "Not a plan",
        detail: "It is not JSON: \(error). Make it with: tofu show -json PLANFILE",
        range: SourceRange(file: path))
    }
    let plan = try Plan(json)
    let region = PlanRegion.region(of: json) ?? CloudCatalog.current.region(in: installation.environment)
    let estimator = try Estimator(own: OwnPrices(folder: installation.priceFolder).facts())
    let after = estimator.estimate(plan.graph, region: region)
    let changes = plan.changes.filter { $0.kind == .managed }.compactMap(Self.change).sorted { left, right in
      let (a, b) = (Self.rank(left.action), Self.rank(right.action))
      return a == b ? left.address < right.address : a < b
    }
    return PlanExplanation(
      counts: changes.reduce(into: [:]) { $0[$1.action, default: 0] += 1 }, changes: changes,
      drift: plan.drift.map(\.address).sorted(),
      price: PlanExplanation.Price(
        before: estimator.estimate(plan.past, region: region).monthly, after: after.monthly,
        unpriced: after.unpriced),
      findings: try PolicyPack.builtIn.get().findings(in: plan.graph).sorted { left, right in
        left.severity == right.severity ? left.id < right.id : left.severity > right.severity
      })
  }

  private static let code = "plan.unreadable"

  private static func rank(_ action: String) -> Int { order.firstIndex(of: action) ?? order.count }

  private static func change(_ change: ResourceChange) -> PlanExplanation.Change? {
    let action: String
    if change.isReplacement {
      action = "replace"
    } else if let last = change.actions.last, last != .noOp, last != .read {
      action = last.rawValue
    } else {
      return nil
    }
    return PlanExplanation.Change(address: change.address, action: action, forced: change.replacePaths)
  }
}
