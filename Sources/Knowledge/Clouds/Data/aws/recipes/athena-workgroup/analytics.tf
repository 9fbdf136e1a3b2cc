resource "aws_athena_workgroup" "{{label}}" {
  name = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}

  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    {{#has.scan_limit_gb}}
    bytes_scanned_cutoff_per_query     = {{scan_limit_gb}} * 1024 * 1024 * 1024
    {{/has.scan_limit_gb}}

    result_configuration {
      output_location = "s3://${{{results.id}}}/results/"

      encryption_configuration {
        encryption_option = "SSE_S3"
      }
    }
  }
}
