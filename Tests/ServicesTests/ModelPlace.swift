import TestFolders
import Services
import Foundation
import ScriptedServer
import Testing

/// A folder of one's own with the shipped crew, and a server of models that answers every step.
struct ModelPlace {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path(percentEncoded: false)
  static let key = "sk-canary-4f1d"
  static let request = "a private S3 bucket named reports in eu-west-1"

  let folder: String
  let server: ScriptedServer
  var environment: [String: String]

  static func with(_ body: (ModelPlace) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "models-\(UInt64.random(in: 0..<UInt64.max))"
    )
    .path(percentEncoded: false)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { do { try RemovedFolder.remove(URL(filePath: folder)) } catch { Issue.record(error) } }
    let server = try ScriptedServer(Self.rules)
    defer { server.stop() }
    try await body(
      ModelPlace(
        folder: folder, server: server,
        environment: [
          "HOME": folder, "PATH": "/nonexistent", "XDG_CACHE_HOME": "\(folder)/cache",
          "XDG_STATE_HOME": folder,
          "CONSILIUM_HOME": root, "OPENAI_API_KEY": key, "OPENAI_BASE_URL": "\(server.address)/v1",
        ]))
  }

  var store: String { "\(folder)/consilium.db" }

  var installation: Installation {
    Installation(environment: environment, executable: "/nonexistent/consilium")
  }

  /// - Parameter crew: changes the text of the shipped crew file.
  func ask(
    _ models: ModelRunOptions = ModelRunOptions(allowsUnpriced: true), output: String = "bundle",
    observers: RunObservers = RunObservers(), request: String = request, base: String? = nil,
    crew: (String) -> String = { $0 }
  ) async throws -> RunAnswer {
    try await RunService(installation: installation, storeFile: store).ask(
      AskOptions(
        request: Array(request.utf8), crewFile: try crewFile(crew), base: base, output: "\(folder)/\(output)",
        models: models), observers: observers)
  }

  func crewFile(_ change: (String) -> String = { $0 }) throws -> String {
    let file = "\(folder)/agents.yaml"
    let text = try String(contentsOfFile: "\(Self.root)/agents.yaml", encoding: .utf8)
    try Data(change(text).utf8).write(to: URL(filePath: file))
    if !FileManager.default.fileExists(atPath: "\(folder)/prompts") {
      try FileManager.default.copyItem(atPath: "\(Self.root)/prompts", toPath: "\(folder)/prompts")
    }
    _ = try TrustService(installation: installation).trust(file, variables: [], addresses: [])
    return file
  }

  static let rules: [ServerScript.Rule] = [
    .init(
      match: "Read the request and write the ledger",
      text:
        #"{"infrastructure":true,"title":"Reports bucket","requirements":[{"text":"a private S3 bucket named reports","resources":["aws_s3_bucket"],"minimum":1}],"constraints":[{"kind":"region","text":"in eu-west-1","relation":"=","number":null,"value":"eu-west-1","unit":null}],"assumptions":[],"questions":[]}"#
    ),
    .init(match: "Draft the whole infrastructure", text: draft),
    .init(match: "Raise the objections", text: #"{"objections":[]}"#),
    .init(match: "Rewrite your draft", text: draft),
    .init(
      match: "Score each candidate",
      text:
        #"{"scores":["#
        + ["A", "B", "C", "D"].map {
          #"{"draft":"\#($0)","requirements":8,"security":8,"reliability":8,"cost":8,"total":8,"reason":"met"}"#
        }.joined(separator: ",") + "]}"),
  ]

  private static let draft = """
    ```json
    {"summary": "A private bucket.", "decisions": [], "assumptions": [], "notes": [], "confidence": 0.9}
    ```

    ```hcl
    # infrastructure/main.tf
    terraform {
      required_providers {
        aws = {
          source  = "hashicorp/aws"
          version = "~> 5.0"
        }
      }
    }

    provider "aws" {
      region = "eu-west-1"
    }

    resource "aws_s3_bucket" "reports" {
      bucket = "reports"
    }

    resource "aws_s3_bucket_public_access_block" "reports" {
      bucket                  = aws_s3_bucket.reports.id
      block_public_acls       = true
      block_public_policy     = true
      ignore_public_acls      = true
      restrict_public_buckets = true
    }
    ```
    """
}
