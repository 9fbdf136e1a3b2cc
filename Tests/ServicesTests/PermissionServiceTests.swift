import Basics
import Foundation
import Services
import Testing

struct PermissionServiceTests {
  @Test func halfAFileIsNoAnswer() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    try Data("resource \"aws_iam_role\" \"a\" {".utf8).write(to: folder.appending(path: "main.tf"))
    #expect(throws: Diagnostic.self) { try PermissionService(path: folder.path(percentEncoded: false)) }
  }

  @Test func bothKindsAreAnswered() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    let configuration = """
      resource "aws_iam_user" "ann" { name = "ann" }
      resource "aws_iam_user_policy" "ann" {
        user   = aws_iam_user.ann.name
        policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:List*", Resource = "*" }] })
      }
      """
    let roles = """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: everything}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
      subjects: [{kind: User, name: ann}]
      """
    try Data(configuration.utf8).write(to: folder.appending(path: "main.tf"))
    try Data(roles.utf8).write(to: folder.appending(path: "roles.yaml"))
    let service = try PermissionService(path: folder.path(percentEncoded: false))
    #expect(try service.can("ann", action: "s3:ListBucket", resource: "*").exitStatus == .done)
    #expect(try service.can("ann", action: "s3:PutObject", resource: "*").exitStatus == .refused)
    #expect(try service.can("User/ann", action: "delete", resource: "nodes").exitStatus == .done)
    #expect(try service.whoCan("delete", resource: "nodes").map(\.who) == ["User/ann"])
    #expect(try service.whoCan("s3:ListBucket", resource: "*").map(\.who) == ["aws_iam_user.ann"])
  }
}
