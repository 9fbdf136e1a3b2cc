data "aws_iam_policy_document" "{{label}}" {
  statement {
    actions   = ["s3:GetBucketAcl"]
    resources = [aws_s3_bucket.{{label}}.arn]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }
  }

  statement {
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.{{label}}.arn}/AWSLogs/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "s3:x-amz-acl"
      values   = ["bucket-owner-full-control"]
    }
  }
}

resource "aws_s3_bucket" "{{label}}" {
  bucket_prefix = "${var.name}-{{slug}}-"
}

resource "aws_s3_bucket_public_access_block" "{{label}}" {
  bucket                  = aws_s3_bucket.{{label}}.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "{{label}}" {
  bucket = aws_s3_bucket.{{label}}.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_versioning" "{{label}}" {
  bucket = aws_s3_bucket.{{label}}.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "{{label}}" {
  bucket = aws_s3_bucket.{{label}}.id

  rule {
    id     = "end"
    status = "Enabled"

    filter {}

    expiration {
      days = {{keep_days}}
    }

    noncurrent_version_expiration {
      noncurrent_days = 30
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

resource "aws_s3_bucket_policy" "{{label}}" {
  bucket = aws_s3_bucket.{{label}}.id
  policy = data.aws_iam_policy_document.{{label}}.json
}

resource "aws_cloudtrail" "{{label}}" {
  name                          = {{#named}}"{{name}}"{{/named}}{{^named}}"${var.name}-{{slug}}"{{/named}}
  s3_bucket_name                = aws_s3_bucket.{{label}}.id
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_log_file_validation    = true

  depends_on = [aws_s3_bucket_policy.{{label}}]
}
