resource "aws_sqs_queue" "q" {
  name       = "q-a.fifo"
  fifo_queue = true
}
resource "aws_sns_topic" "t" {
  name = "t-a"
}
resource "aws_kinesis_stream" "k" {
  name        = "k-a"
  shard_count = 3
}
resource "aws_cloudwatch_event_bus" "b" {
  name = "bus-a"
}
