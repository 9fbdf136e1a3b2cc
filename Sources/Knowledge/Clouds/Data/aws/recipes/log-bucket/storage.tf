resource "aws_s3_bucket" "{{label}}" {
  bucket_prefix = "${var.name}-logs-"

  tags = {
    Name = "${var.name}-logs"
  }
}

resource "aws_s3_bucket_ownership_controls" "{{label}}" {
  bucket = aws_s3_bucket.{{label}}.id

  rule {
    object_ownership = "BucketOwnerPreferred"
  }
}

resource "aws_s3_bucket_public_access_block" "{{label}}" {
  bucket = aws_s3_bucket.{{label}}.id

  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
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
    id     = "expire"
    status = "Enabled"

    filter {}

    expiration {
      days = {{keep_days}}
    }

    noncurrent_version_expiration {
      noncurrent_days = 30
    }
  }

  depends_on = [aws_s3_bucket_versioning.{{label}}]
}

data "aws_iam_policy_document" "{{label}}" {
  statement {
    sid       = "LogDelivery"
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.{{label}}.arn}/*"]

    principals {
      type        = "Service"
      identifiers = ["logging.s3.amazonaws.com", "logdelivery.elasticloadbalancing.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [{{account.id}}]
    }
  }

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
}

resource "aws_s3_bucket_policy" "{{label}}" {
  bucket = aws_s3_bucket.{{label}}.id
  policy = data.aws_iam_policy_document.{{label}}.json

  depends_on = [aws_s3_bucket_public_access_block.{{label}}]
}
