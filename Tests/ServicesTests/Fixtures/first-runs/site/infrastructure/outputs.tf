output "files_bucket" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.files.id
}

output "docs_site_url" {
  description = "Where the distribution answers."
  value       = "https://${aws_cloudfront_distribution.docs_site.domain_name}"
}

output "jobs_queue_url" {
  description = "Where messages are sent to."
  value       = aws_sqs_queue.jobs.url
}
