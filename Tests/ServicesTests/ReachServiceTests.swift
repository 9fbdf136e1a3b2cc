import Basics
import Foundation
import Services
import Testing

/// Folders as people have them.
final class ReachServiceTests {
  private let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "reach-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: root)
    } catch {
      Issue.record("The folder of the test stays: \(error)")
    }
  }

  private func write(_ path: String, text: String) throws -> String {
    let url = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return root.path(percentEncoded: false)
  }

  private static let pods = """
    apiVersion: v1
    kind: Pod
    metadata: {name: web, namespace: shop, labels: {app: web}}
    spec: {containers: [{name: web, image: web}]}
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: db, namespace: shop, labels: {app: db}}
    spec: {containers: [{name: db, image: db}]}
    """

  @Test func aBundleIsItsManifests() throws {
    _ = try write("bundle.json", text: "{\"files\": []}")
    _ = try write("report.json", text: "{\"kind\": 1}")
    _ = try write("infrastructure/main.tf", text: "")
    let folder = try write("manifests/pods.yaml", text: Self.pods)
    let answer = try ReachService().report(folder, question: .init(from: "web", to: "db"))
    #expect(answer.exitStatus == .done)
    #expect(answer.json["connections"]?[0]?["protocol"] == "all")
  }

  @Test func anObjectThatCannotBeReadLeavesNothingCertain() throws {
    _ = try write("broken.yaml", text: "apiVersion: v1\nkind: Pod\n")
    _ = try write("package.json", text: "{\"name\": \"site\"}")
    let folder = try write("pods.yaml", text: Self.pods)
    let answer = try ReachService().report(folder, question: .init())
    #expect(answer.exitStatus == .undecided)
    #expect(answer.faults.count == 1)
  }

  @Test func aNameThatIsNobodysIsRefusedWithTheNearest() throws {
    let folder = try write("pods.yaml", text: Self.pods)
    do {
      _ = try ReachService().report(folder, question: .init(from: "wbe"))
      Issue.record("it is taken")
    } catch let fault as Diagnostic {
      #expect(fault.detail.contains("Did you mean 'web'?"))
    }
  }

  @Test func aFolderWithoutNetworksIsRefused() throws {
    let folder = try write("main.tf", text: "resource \"aws_sqs_queue\" \"q\" {}\n")
    #expect(throws: Diagnostic.self) { try ReachService().report(folder, question: .init()) }
  }

  @Test func configurationAndObjectsAreAnsweredTogether() throws {
    _ = try write("bundle.json", text: "{\"files\": []}")
    _ = try write("manifests/pods.yaml", text: Self.pods)
    let folder = try write(
      "infrastructure/main.tf",
      text: """
        resource "aws_vpc" "v" { cidr_block = "10.0.0.0/16" }
        resource "aws_subnet" "s" {
          vpc_id     = aws_vpc.v.id
          cidr_block = "10.0.1.0/24"
        }
        resource "aws_instance" "a" { subnet_id = aws_subnet.s.id }
        resource "aws_instance" "b" { subnet_id = aws_subnet.s.id }
        """)
    let answer = try ReachService().report(folder, question: .init())
    #expect(answer.text.contains("Pod/shop/web -> Pod/shop/db: all"))
    #expect(answer.text.contains("aws_instance.a -> aws_instance.b: all"))
    #expect(answer.exitStatus == .done)
  }

  @Test func aChangeIsHeldAgainstWhatWas() throws {
    let folder = try write("new/pods.yaml", text: Self.pods)
    _ = try write("old/pods.yaml", text: Self.pods)
    _ = try write(
      "old/policy.yaml",
      text:
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: none, namespace: shop}\nspec: {podSelector: {matchLabels: {app: db}}}"
    )
    let answer = try ReachService().compare(
      "\(folder)/new", to: "\(folder)/old", question: .init(from: "web"))
    #expect(answer.text.contains("+ Pod/shop/web -> Pod/shop/db: all"))
    #expect(answer.json["closes"]?.array?.isEmpty == true)
  }
}
