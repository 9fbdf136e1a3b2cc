resource "aws_kinesis_stream" "{{label}}" {
  name             = {{full_name}}
  {{#has.shards}}
  shard_count      = {{shards}}
  {{/has.shards}}
  retention_period = {{retention_days}} * 24
  encryption_type  = "KMS"
  kms_key_id       = "alias/aws/kinesis"

  stream_mode_details {
    {{#has.shards}}
    stream_mode = "PROVISIONED"
    {{/has.shards}}
    {{^has.shards}}
    stream_mode = "ON_DEMAND"
    {{/has.shards}}
  }
}
