import Basics
import Delivery
import Vocabulary

@testable import Delivery

/// Plans as values, for what needs no tool.
enum Samples {
  static func document(_ name: String = "x", risks: [Risk] = []) throws -> PlanDocument {
    PlanDocument(
      purpose: .change, undoes: nil, requester: "tester", folder: "/f/\(name)", source: "/f/\(name)",
      workspace: "/w/\(name)", artifacts: ["infrastructure/main.tf": "a1"],
      infrastructure: InfrastructurePlan(
        planFile: "/p/\(name)", planFileDigest: "b1", tool: "terraform 1.11.4", toolDigest: "c1",
        lockFileDigest: "d1", backend: try Backend(dataFolder: "/nonexistent"), lineage: "l", serial: 4,
        changesDigest: "e1"),
      cluster: nil,
      changes: [PlannedChange(address: "aws_x.a", type: "aws_x", action: .update, differing: ["size"])],
      drift: [],
      appraisal: Appraisal(before: 1, after: 2, unpriced: [], findings: ["f"], policyDigest: "p1"),
      rules: ApprovalRules(), risks: risks,
      undo: UndoOutlook(
        changes: [PlannedChange(address: "aws_x.a", type: "aws_x", action: .update)], losses: ["l"]))
  }

  static func cluster() -> ClusterPlan {
    ClusterPlan(
      tool: "kubectl 1.32.4", toolDigest: "k1", server: "https://c", takesOwnership: false,
      objects: [
        ClusterPlan.Object(
          address: "ConfigMap/a/b", apiVersion: "v1", kind: "ConfigMap", namespace: "a", name: "b", uid: "u",
          resourceVersion: "7", isOurs: true)
      ], deletions: [], changesDigest: "m1", diff: "d")
  }
}
