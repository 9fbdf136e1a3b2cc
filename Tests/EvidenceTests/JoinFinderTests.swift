import Clouds
import ResourceGraph
import Testing

@testable import Evidence

/// Whether something passes between two things, by what lies between them.
struct JoinFinderTests {
  private static let text = #"""
    resource "aws_s3_bucket" "files" { bucket = "files" }
    resource "aws_s3_bucket" "code" { bucket = "code" }
    resource "aws_sqs_queue" "jobs" { name = "jobs" }
    resource "aws_sqs_queue" "lone" { name = "lone" }
    resource "aws_sns_topic" "news" { name = "news" }
    resource "aws_dynamodb_table" "items" { name = "items" }
    data "aws_iam_policy_document" "work" {
      statement {
        actions   = ["s3:GetObject", "dynamodb:PutItem"]
        resources = [aws_s3_bucket.files.arn, aws_dynamodb_table.items.arn]
      }
    }
    resource "aws_iam_role" "work" { name = "work" }
    resource "aws_iam_role_policy" "work" {
      role   = aws_iam_role.work.id
      policy = data.aws_iam_policy_document.work.json
    }
    resource "aws_lambda_function" "work" {
      function_name = "work"
      role          = aws_iam_role.work.arn
      s3_bucket     = aws_s3_bucket.code.id
      depends_on    = [aws_iam_role_policy.work]
    }
    resource "aws_lambda_event_source_mapping" "work" {
      event_source_arn = aws_sqs_queue.jobs.arn
      function_name    = aws_lambda_function.work.arn
    }
    resource "aws_sns_topic_subscription" "jobs" {
      topic_arn = aws_sns_topic.news.arn
      protocol  = "sqs"
      endpoint  = aws_sqs_queue.jobs.arn
    }
    """#

  @Test(arguments: [
    ("aws_lambda_function.work", "aws_sqs_queue", true, true),
    ("aws_sns_topic.news", "aws_sqs_queue", true, true),
    ("aws_lambda_function.work", "aws_dynamodb_table", true, false),
    // Its code lies in a bucket, and it may read another one: neither sets it off.
    ("aws_lambda_function.work", "aws_s3_bucket", true, false),
    // Both stand in one document, which joins neither to the other.
    ("aws_s3_bucket.files", "aws_dynamodb_table", false, false),
    // A way does not go on through a queue or a function.
    ("aws_sns_topic.news", "aws_lambda_function", false, false),
    ("aws_sqs_queue.lone", "aws_lambda_function", false, false),
    ("aws_s3_bucket.code", "aws_lambda_function", false, false),
  ])
  func aWayIsFound(address: String, type: String, isJoined: Bool, isWired: Bool) throws {
    let graph = ResourceGraph(files: ["main.tf": Self.text])
    let resource = try #require(graph[address])
    let joins = try #require(CloudCatalog.current.cloud(ofType: type)).joins
    func leads(_ countsPermissions: Bool) -> Bool {
      !JoinFinder(graph: graph, joins: joins, countsPermissions: countsPermissions).ends(
        from: resource, of: [type], most: 1
      ).isEmpty
    }
    #expect(leads(true) == isJoined)
    #expect(leads(false) == isWired)
  }
}
