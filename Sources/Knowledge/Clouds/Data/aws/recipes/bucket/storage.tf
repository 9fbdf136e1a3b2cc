resource "aws_s3_bucket" "{{label}}" {
  {{#named}}
  bucket = "{{name}}"
  {{/named}}
  {{^named}}
  bucket_prefix = "${var.name}-{{slug}}-"
  {{/named}}

  tags = {
    Name = {{full_name}}
  }
}

resource "aws_s3_bucket_ownership_controls" "{{label}}" {
  bucket = aws_s3_bucket.{{label}}.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_public_access_block" "{{label}}" {
  bucket = aws_s3_bucket.{{label}}.id

  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = {{^website}}true{{/website}}{{#website}}false{{/website}}
  restrict_public_buckets = {{^website}}true{{/website}}{{#website}}false{{/website}}
}

resource "aws_s3_bucket_server_side_encryption_configuration" "{{label}}" {
  bucket = aws_s3_bucket.{{label}}.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      {{#is.encryption.customer}}
      sse_algorithm     = "aws:kms"
      kms_master_key_id = {{key.arn}}
      {{/is.encryption.customer}}
      {{#is.encryption.aws}}
      sse_algorithm = "AES256"
      {{/is.encryption.aws}}
    }
  }
}

resource "aws_s3_bucket_versioning" "{{label}}" {
  bucket = aws_s3_bucket.{{label}}.id

  versioning_configuration {
    {{#versioning}}
    status = "Enabled"
    {{/versioning}}
    {{^versioning}}
    status = "Suspended"
    {{/versioning}}
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "{{label}}" {
  bucket = aws_s3_bucket.{{label}}.id

  rule {
    id     = "tidy"
    status = "Enabled"

    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }

    noncurrent_version_expiration {
      noncurrent_days = {{old_version_days}}
    }
    {{#has.archive_days}}

    transition {
      days          = {{archive_days}}
      storage_class = "GLACIER"
    }
    {{/has.archive_days}}
    {{#has.keep_days}}

    expiration {
      days = {{keep_days}}
    }
    {{/has.keep_days}}
  }

  depends_on = [aws_s3_bucket_versioning.{{label}}]
}

data "aws_iam_policy_document" "{{label}}" {
  statement {
    sid       = "OnlyOverTLS"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.{{label}}.arn, "${aws_s3_bucket.{{label}}.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
  {{#website}}

  statement {
    sid       = "EverybodyReads"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.{{label}}.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
  {{/website}}
  {{#incoming.cdn_origin}}

  statement {
    sid       = "Distribution"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.{{self.label}}.arn}/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudfront.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "AWS:SourceArn"
      values   = [{{arn}}]
    }
  }
  {{/incoming.cdn_origin}}
}

resource "aws_s3_bucket_policy" "{{label}}" {
  bucket = aws_s3_bucket.{{label}}.id
  policy = data.aws_iam_policy_document.{{label}}.json

  depends_on = [aws_s3_bucket_public_access_block.{{label}}]
}
{{#access_logs}}

resource "aws_s3_bucket_logging" "{{label}}" {
  bucket        = aws_s3_bucket.{{label}}.id
  target_bucket = {{logs.id}}
  target_prefix = "{{slug}}/"
}
{{/access_logs}}
{{#cors}}

resource "aws_s3_bucket_cors_configuration" "{{label}}" {
  bucket = aws_s3_bucket.{{label}}.id

  cors_rule {
    allowed_methods = ["GET", "HEAD"]
    allowed_origins = var.{{label}}_allowed_origins
    max_age_seconds = 3600
  }
}
{{/cors}}
{{#website}}

resource "aws_s3_bucket_website_configuration" "{{label}}" {
  bucket = aws_s3_bucket.{{label}}.id

  index_document {
    suffix = "index.html"
  }

  error_document {
    key = "error.html"
  }
}
{{/website}}
{{#replicated}}

resource "aws_s3_bucket" "{{label}}_replica" {
  {{#second_region}}
  provider = aws.second

  {{/second_region}}
  bucket_prefix = "${var.name}-{{slug}}-copy-"

  tags = {
    Name = "${var.name}-{{slug}}-copy"
  }
}

resource "aws_s3_bucket_public_access_block" "{{label}}_replica" {
  {{#second_region}}
  provider = aws.second

  {{/second_region}}
  bucket = aws_s3_bucket.{{label}}_replica.id

  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}

{{#is.encryption.customer}}
resource "aws_kms_key" "{{label}}_replica" {
  {{#second_region}}
  provider = aws.second

  {{/second_region}}
  description             = "Encrypts the copy of ${var.name}"
  deletion_window_in_days = 30
  enable_key_rotation     = true
}

{{/is.encryption.customer}}
resource "aws_s3_bucket_server_side_encryption_configuration" "{{label}}_replica" {
  {{#second_region}}
  provider = aws.second

  {{/second_region}}
  bucket = aws_s3_bucket.{{label}}_replica.id

  rule {
    apply_server_side_encryption_by_default {
      {{#is.encryption.customer}}
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.{{label}}_replica.arn
      {{/is.encryption.customer}}
      {{#is.encryption.aws}}
      sse_algorithm = "AES256"
      {{/is.encryption.aws}}
    }
  }
}

resource "aws_s3_bucket_versioning" "{{label}}_replica" {
  {{#second_region}}
  provider = aws.second

  {{/second_region}}
  bucket = aws_s3_bucket.{{label}}_replica.id

  versioning_configuration {
    status = "Enabled"
  }
}

data "aws_iam_policy_document" "{{label}}_replication_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["s3.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "{{label}}_replication" {
  statement {
    actions   = ["s3:GetReplicationConfiguration", "s3:ListBucket"]
    resources = [aws_s3_bucket.{{label}}.arn]
  }

  statement {
    actions   = ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"]
    resources = ["${aws_s3_bucket.{{label}}.arn}/*"]
  }

  statement {
    actions   = ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"]
    resources = ["${aws_s3_bucket.{{label}}_replica.arn}/*"]
  }
  {{#is.encryption.customer}}

  statement {
    actions   = ["kms:Decrypt"]
    resources = [{{key.arn}}]
  }

  statement {
    actions   = ["kms:Encrypt"]
    resources = [aws_kms_key.{{label}}_replica.arn]
  }
  {{/is.encryption.customer}}
}

resource "aws_iam_role" "{{label}}_replication" {
  name_prefix        = "${var.name}-replicate-"
  assume_role_policy = data.aws_iam_policy_document.{{label}}_replication_trust.json
}

resource "aws_iam_role_policy" "{{label}}_replication" {
  name   = "replicate"
  role   = aws_iam_role.{{label}}_replication.id
  policy = data.aws_iam_policy_document.{{label}}_replication.json
}

resource "aws_s3_bucket_replication_configuration" "{{label}}" {
  bucket = aws_s3_bucket.{{label}}.id
  role   = aws_iam_role.{{label}}_replication.arn

  rule {
    id     = "all"
    status = "Enabled"

    filter {}

    delete_marker_replication {
      status = "Enabled"
    }
    {{#is.encryption.customer}}

    source_selection_criteria {
      sse_kms_encrypted_objects {
        status = "Enabled"
      }
    }
    {{/is.encryption.customer}}

    destination {
      bucket        = aws_s3_bucket.{{label}}_replica.arn
      storage_class = "STANDARD_IA"
      {{#is.encryption.customer}}

      encryption_configuration {
        replica_kms_key_id = aws_kms_key.{{label}}_replica.arn
      }
      {{/is.encryption.customer}}
    }
  }

  depends_on = [aws_s3_bucket_versioning.{{label}}, aws_s3_bucket_versioning.{{label}}_replica]
}
{{/replicated}}
{{#notifies}}

resource "aws_s3_bucket_notification" "{{label}}" {
  bucket = aws_s3_bucket.{{label}}.id
  {{#outgoing.bucket_function}}

  lambda_function {
    lambda_function_arn = {{arn}}
    events              = ["s3:ObjectCreated:*"]
  }

  depends_on = [aws_lambda_permission.{{label}}_from_{{self.label}}]
  {{/outgoing.bucket_function}}
  {{#outgoing.bucket_queue}}

  queue {
    queue_arn = {{arn}}
    events    = ["s3:ObjectCreated:*"]
  }

  depends_on = [aws_sqs_queue_policy.{{label}}]
  {{/outgoing.bucket_queue}}
  {{#outgoing.bucket_topic}}

  topic {
    topic_arn = {{arn}}
    events    = ["s3:ObjectCreated:*"]
  }

  depends_on = [aws_sns_topic_policy.{{label}}]
  {{/outgoing.bucket_topic}}
}
{{/notifies}}
