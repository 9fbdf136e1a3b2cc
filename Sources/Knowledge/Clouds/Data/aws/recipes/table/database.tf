resource "aws_dynamodb_table" "{{label}}" {
  name                        = {{full_name}}
  {{#has.capacity}}
  billing_mode                = "PROVISIONED"
  read_capacity               = {{capacity}}
  write_capacity              = {{capacity}}
  {{/has.capacity}}
  {{^has.capacity}}
  {{#is.billing.PAY_PER_REQUEST}}
  billing_mode                = "PAY_PER_REQUEST"
  {{/is.billing.PAY_PER_REQUEST}}
  {{#is.billing.PROVISIONED}}
  billing_mode                = "PROVISIONED"
  read_capacity               = 5
  write_capacity              = 5
  {{/is.billing.PROVISIONED}}
  {{/has.capacity}}
  hash_key                    = "{{hash_key}}"
  {{#has.range_key}}
  range_key                   = "{{range_key}}"
  {{/has.range_key}}
  deletion_protection_enabled = {{deletion_protection}}
  {{#stream}}
  stream_enabled              = true
  stream_view_type            = "NEW_AND_OLD_IMAGES"
  {{/stream}}

  attribute {
    name = "{{hash_key}}"
    type = "S"
  }
  {{#has.range_key}}

  attribute {
    name = "{{range_key}}"
    type = "S"
  }
  {{/has.range_key}}
  {{#ttl}}

  ttl {
    attribute_name = "{{ttl_attribute}}"
    enabled        = true
  }
  {{/ttl}}

  point_in_time_recovery {
    enabled = {{recovery}}
  }
  {{#is.encryption.customer}}

  server_side_encryption {
    enabled     = true
    kms_key_arn = {{key.arn}}
  }
  {{/is.encryption.customer}}

  tags = {
    Name = {{full_name}}
  }
}
