resource "aws_kinesis_stream" "{{label}}" {
  name             = {{full_name}}
  {{#has.shards}}
  shard_count      = {{shards}}
  {{/has.shards}}
  retention_period = {{retention_days}} * 24
  encryption_type  = "KMS"
  {{#is.encryption.customer}}
  kms_key_id       = {{key.id}}
  {{/is.encryption.customer}}
  {{^is.encryption.customer}}
  kms_key_id       = "alias/aws/kinesis"
  {{/is.encryption.customer}}

  stream_mode_details {
    {{#has.shards}}
    stream_mode = "PROVISIONED"
    {{/has.shards}}
    {{^has.shards}}
    stream_mode = "ON_DEMAND"
    {{/has.shards}}
  }
}
