output "{{label}}_queue_url" {
  description = "Where messages are sent to."
  value       = aws_sqs_queue.{{label}}.url
}
